/** The case file beside the talk: what the bot collected, what the shop knows, what is promised. Composed of words, worded once. */
import { parcelCard } from '../../flows/cards/parcel-card.ts';
import type { FlowContext } from '../../flows/context.ts';
import { parcelFlags, protectionEnd } from '../../flows/deadlines.ts';
import type { DeskView } from '../../protocol/desk.ts';
import type { Order } from '../../protocol/order.ts';
import { claimView } from '../claims/view.ts';
import type { Loaded } from '../conversation/conversations.ts';
import { faceOf } from '../people/face.ts';
import type { ClaimRow, MailRow, NoteRow, PhotoRow, PromiseRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { findingsNow, remediesNow } from './answers.ts';
import { collected } from './collected.ts';
import { layOut } from './evidence.ts';
import { mailViews } from './mails.ts';
import { noteView } from './note.ts';
import { promiseViews } from './promises.ts';

export interface Folder extends Loaded {
  /** As the flow remembers it; null where this version can't read it. */
  context: FlowContext | null;
  promises: PromiseRow[];
  photos: PhotoRow[];
  mails: MailRow[];
  notes: NoteRow[];
  claim: ClaimRow | null;
  /** The shopper's panel is open. */
  here: boolean;
}

export function deskView(folder: Folder, wording: Wording, viewer: Viewer): DeskView {
  const { row, case: opened, context } = folder;
  const order = context?.order ?? null;
  const word = <T>(value: T) => wording.word(value, viewer);
  return {
    shopper: shopperOf(folder, wording, viewer),
    problem: row.problem,
    parcel: parcelOf(context, wording, viewer),
    order: order && orderOf(order, wording, viewer),
    case: opened && {
      number: opened.number,
      problem: opened.problem,
      stage: opened.stage,
      openedAt: opened.openedAt,
      closedAt: opened.closedAt,
      outcome: opened.outcome,
      remedy: opened.remedy,
      asked: opened.asked,
      finding: opened.finding,
    },
    missing: (context?.missing ?? []).map(({ name, count }) => ({ name, count })),
    protectionEndsAt: context && order && protectionEnd(order, context.policy),
    facts: context ? word(collected(context)) : [],
    ...(context ? word(layOut(context, folder.photos)) : { evidence: [], loose: [] }),
    promises: promiseViews(folder.promises, wording, viewer),
    claim: opened && context && claimView(folder.claim, context, viewer.now),
    mails: mailViews(folder.mails, wording, viewer),
    notes: folder.notes.map(noteView),
    findings: context ? findingsNow({ context }) : [],
    remedies: context ? remediesNow({ context }) : [],
    agent: row.agent && faceOf(row.agent),
  };
}

function shopperOf({ row, context, here }: Folder, wording: Wording, viewer: Viewer): DeskView['shopper'] {
  const order = context?.order ?? null;
  return {
    name: order?.customerName ?? null,
    locale: row.locale,
    language: wording.language(viewer, row.locale),
    languageBy: row.localeBy,
    tz: row.tz,
    city: order?.address?.city ?? context?.parcel?.destination?.city ?? null,
    identity: row.identity && (row.identity.email ?? row.identity.sub),
    page: row.page,
    here,
  };
}

function parcelOf(context: FlowContext | null, wording: Wording, viewer: Viewer): DeskView['parcel'] {
  if (!context?.parcel) return null;
  const { parcel, order, policy } = context;
  const protection = order && protectionEnd(order, policy);
  return {
    number: parcel.number,
    carrier: parcel.carrier ?? null,
    lastMile: parcel.lastMile?.carrier ?? null,
    state: parcel.state,
    card: wording.word(parcelCard(parcel, parcelFlags(parcel, order, policy, viewer.now), protection, policy, viewer.now), viewer),
  };
}

function orderOf(order: Order, wording: Wording, viewer: Viewer): NonNullable<DeskView['order']> {
  const { currency, address } = order;
  return {
    number: order.number,
    placedAt: order.placedAt,
    total: wording.word({ $money: order.total, currency }, viewer),
    items: order.items.map(({ name, variant, quantity, price }) => ({
      name: variant === undefined ? name : `${name}, ${variant}`,
      quantity,
      price: price === undefined ? null : wording.word({ $money: price, currency }, viewer),
    })),
    address:
      address === undefined
        ? null
        : [address.line, `${address.postcode} ${address.city}`, wording.word({ $country: address.country }, viewer)].join(', '),
  };
}
