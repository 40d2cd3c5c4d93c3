/** The letters of the shop that fit a talk as it stands: what each says is so. */
import type { FlowContext } from '../../flows/context.ts';
import { countsAsLost } from '../../flows/deadlines.ts';
import { LETTERS, PRINTED, type LetterId } from '../../protocol/letters.ts';
import type { LetterView } from '../../protocol/desk.ts';
import type { Words } from '../../protocol/words.ts';
import { bodyText } from '../letters/as-text.ts';
import { factsOf } from '../letters/facts.ts';
import type { Letters } from '../letters/letters.ts';
import type { CaseRow, ConversationRow, PromiseRow, ShopRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';

export interface Standing {
  shop: ShopRow;
  row: ConversationRow;
  case: CaseRow | null;
  context: FlowContext | null;
  promises: readonly PromiseRow[];
  at: number;
}

/** To whoever reads them, in the shopper's language and in the reader's. */
export async function letterViews(standing: Standing, letters: Letters, wording: Wording, reader: Viewer): Promise<LetterView[]> {
  const { shop, row } = standing;
  const facts = { ...factsOf(standing), ...missedDate(standing) };
  const written = async (letter: LetterId, wanted: string): Promise<string> => {
    const { template, locale } = await letters.source(shop, letter, wanted);
    return bodyText(letters.fill({ shop, letter, locale, tz: row.tz, facts }, template).blocks);
  };
  return Promise.all(
    fitting(standing).map(async (letter) => ({
      id: `letter.${letter}`,
      letter,
      as: isPrinted(letter) ? ('print' as const) : ('mail' as const),
      title: wording.text(reader, `letters:title.${letter}`),
      text: await written(letter, row.locale),
      mine: await written(letter, reader.locale),
    })),
  );
}

/** What only the promises tell: the date that was missed. */
export function missedDate(standing: Standing): { was?: Words } {
  const missed = missedOf(standing);
  return missed ? { was: { $date: missed.dueAt, as: 'dayTime' } } : {};
}

export function fitting(standing: Standing): LetterId[] {
  return LETTERS.filter((letter) => FITS[letter](standing));
}

export function isPrinted(letter: LetterId): boolean {
  return PRINTED.some((one) => one === letter);
}

const FITS: Record<LetterId, (standing: Standing) => boolean> = {
  signedNotReceived: ({ row, context }) => row.problem === 'delivered' && context?.parcel?.state === 'delivered',
  inTransit: ({ context }) => isOneOf(context, ['in_transit', 'out_for_delivery']),
  atDestinationPost: ({ context }) => isOneOf(context, ['available_for_pickup', 'attempt_failed']),
  // Never before the carrier says so, or the shop's own rule.
  lost: ({ case: opened, context, at }) =>
    opened?.finding === 'lost' || (context?.parcel != null && countsAsLost(context.parcel, context.policy, at)),
  placeDiffers: ({ row, context }) => row.problem === 'delivered' && context?.parcel?.proof?.place !== undefined,
  duties: ({ context }) => isHeldFor(context, 'duties'),
  documents: ({ context }) => isHeldFor(context, 'documents'),
  evidenceReceived: ({ case: opened }) => opened?.problem === 'missing' && opened.closedAt === null && opened.finding === null,
  warehouseFinding: ({ case: opened }) => ['notPacked', 'packed', 'unclear'].includes(opened?.finding ?? ''),
  postOffice: ({ row, context }) => context?.parcel != null && (row.problem === 'missing' || row.problem === 'delivered'),
  closed: ({ case: opened }) => opened?.closedAt != null,
  carrierClaim: ({ case: opened, context }) => opened !== null && context?.parcel != null,
  late: (standing) => missedOf(standing) !== null,
};

function isOneOf(context: FlowContext | null, states: readonly string[]): boolean {
  return context?.parcel != null && states.includes(context.parcel.state);
}

function isHeldFor(context: FlowContext | null, reason: string): boolean {
  return context?.parcel?.state === 'customs_held' && context.parcel.reason === reason;
}

/** The last promise that its day has passed. */
function missedOf({ promises, at }: Standing): PromiseRow | null {
  const missed = promises.filter(({ state, dueAt }) => state === 'late' || (state === 'open' && dueAt < at));
  return missed.sort((a, b) => b.dueAt - a.dueAt)[0] ?? null;
}
