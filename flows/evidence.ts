/** Pieces of evidence: how each is asked for, and what has been given so far. */
import type { CantReason, EvidenceItem } from '../protocol/case.ts';
import { EVIDENCE_ITEMS } from '../protocol/case.ts';
import type { EvidencePrompt } from '../protocol/prompt.ts';
import { t, type Words } from '../protocol/words.ts';
import { choices } from './asks.ts';
import { CHECKLIST, PAPERS, SLOTS } from './checklist.ts';
import type { Slot } from './checklist.ts';
import type { EvidenceState, FlowContext } from './context.ts';
import type { PromptToAsk } from './effects.ts';
import type { ShopperEvent } from './events.ts';
import type { Turn } from './turn.ts';

/** Asks for a piece, or asks again with its slots as they now are: the name stays, so the question keeps its id. */
export function askEvidence(turn: Turn, item: EvidenceItem): void {
  turn.ask(`evidence.${item}`, promptOf(turn.facts, item));
}

export type AddedPhoto = Extract<ShopperEvent, { type: 'shopper.addedPhoto' }>;

/** `asked`: the piece that a loose photo is for. */
export function addPhoto(turn: Turn, photo: AddedPhoto, asked: EvidenceItem | null): void {
  const { item, slot, photoId, twin, hints = [] } = photo;
  if (photo.seenBefore === true) callEyes(turn);
  const into = item === 'loose' ? asked : item;
  if (into === null) return;
  const { photos, ...rest } = stateOf(turn.facts, into);
  const place = item === 'loose' ? freeSlot(into, photos) : slot;
  if (place === null) return;
  forgetHints(turn, photos[place] ?? '');
  partTwins(turn, photos[place] ?? '');
  const noticed = hints.map((hint) => (hint === 'twice' && twin !== undefined ? { twin } : hint));
  if (noticed.length > 0) turn.know({ hints: { ...turn.facts.hints, [photoId]: noticed } });
  keep(turn, into, { ...rest, photos: { ...photos, [place]: photoId } });
}

/** A label that is right is thanked for. Where its number is another parcel's, both are named, and the photo counts all the same. */
export function tellLabel(turn: Turn, { hints, barcode }: AddedPhoto): void {
  const own = turn.facts.parcel?.number;
  if (barcode === undefined || own === undefined) return;
  if (hints?.includes('otherLabel') !== true) return turn.say('bot:evidence.sameLabel');
  turn.say('bot:evidence.otherLabel', { number: { $code: barcode }, own: { $code: own } });
}

/** What was like a photo that is gone is the only one of its kind. */
function partTwins(turn: Turn, goneId: string): void {
  for (const [photoId, hints] of Object.entries(turn.facts.hints)) {
    const left = hints.filter((hint) => typeof hint === 'string' || hint.twin !== goneId);
    if (left.length === hints.length) continue;
    forgetHints(turn, photoId);
    if (left.length > 0) turn.know({ hints: { ...turn.facts.hints, [photoId]: left } });
  }
}

/** Used in spite of what was noticed about it. */
export function forgetHints(turn: Turn, photoId: string): void {
  const { [photoId]: known, ...hints } = turn.facts.hints;
  if (known !== undefined) turn.know({ hints });
}

export function removePhoto(turn: Turn, photoId: string): void {
  forgetHints(turn, photoId);
  partTwins(turn, photoId);
  for (const item of EVIDENCE_ITEMS) {
    const state = turn.facts.evidence[item];
    if (state === undefined || !Object.values(state.photos).includes(photoId)) continue;
    keep(turn, item, { ...state, photos: Object.fromEntries(Object.entries(state.photos).filter(([, id]) => id !== photoId)) });
  }
}

/** Asked for again: open once more; the photos that were there stay until they are replaced. */
export function reopen(turn: Turn, item: EvidenceItem): void {
  keep(turn, item, { photos: stateOf(turn.facts, item).photos, state: 'open' });
}

export function settleItem(turn: Turn, item: EvidenceItem, state: Omit<EvidenceState, 'photos'>): void {
  keep(turn, item, { photos: stateOf(turn.facts, item).photos, ...state });
}

function promptOf(context: FlowContext, item: EvidenceItem): PromptToAsk {
  const { photos } = stateOf(context, item);
  const { hints } = context;
  const list = PAPERS.includes(item) ? PAPERS : CHECKLIST;
  const left = list.length - list.indexOf(item);
  const prompt: Omit<EvidencePrompt, 'id'> = {
    kind: 'evidence',
    item,
    step: list.indexOf(item) + 1,
    of: list.length,
    left: t('prompt:evidence.left', { count: left }),
    title: t(`prompt:evidence.${item}.title`),
    why: t(`prompt:evidence.${item}.why`),
    note: item === 'label' ? t('prompt:evidence.label.note', { count: context.policy.photoKeepDays }) : t(`prompt:evidence.${item}.note`),
    example: EXAMPLES[item],
    slots: SLOTS[item].map((id) => {
      const slot = { id, label: t(`prompt:evidence.slot.${id}`) };
      const photoId = photos[id];
      if (photoId === undefined) return slot;
      const noticed = hints[photoId]?.map((hint) => wordsOf(hint, photos));
      return noticed === undefined ? { ...slot, photoId } : { ...slot, photoId, hints: noticed };
    }),
    cant: {
      label: t(`prompt:evidence.${CANT[item] ?? 'cant'}`),
      title: t('prompt:evidence.cantTitle'),
      reasons: (item === 'certificate' ? NO_PAPER : NO_PHOTO).map((id) => ({ id, label: t(`prompt:evidence.reason.${id}`) })),
    },
    next: t('prompt:evidence.next'),
    enough: Object.keys(photos).length > 0,
    // Asked for again by a person, who is there to be asked back.
    choices: context.askedAgain === null ? choices(BESIDE[item] ?? ['whyAll', 'unsure']) : [],
  };
  const again = context.askedAgain;
  return again?.item === item ? { ...prompt, again: again.reason } : prompt;
}

/** Of two alike the other is named, where it lies in the same piece: "Left" and "Top" are then seen to be one picture. */
function wordsOf(hint: FlowContext['hints'][string][number], photos: EvidenceState['photos']): Words {
  if (typeof hint === 'string') return t(`prompt:evidence.hint.${hint}`);
  const place = Object.keys(photos).find((slot) => photos[slot] === hint.twin);
  return place === undefined
    ? t('prompt:evidence.hint.twice')
    : t('prompt:evidence.hint.twiceAs', { place: t(`prompt:evidence.slot.${place}`) });
}

const EXAMPLES = { group: 'group', packaging: 'box', label: 'label', scale: 'scale', certificate: 'paper', value: 'receipt' } as const;
const CANT: Partial<Record<EvidenceItem, string>> = { scale: 'skipScale', certificate: 'noPaper', value: 'skipValue' };
const NO_PHOTO: readonly CantReason[] = ['threw_away', 'no_camera', 'not_mine', 'later', 'other'];
const NO_PAPER: readonly CantReason[] = ['refused', 'later', 'no_camera', 'other'];
const BESIDE: Partial<Record<EvidenceItem, readonly string[]>> = {
  certificate: ['notYet', 'whyPostOffice', 'printLetter'],
  value: ['whyValue', 'unsure'],
};

/** People decide what it means that it was seen before; until they do, it means nothing for the talk. */
function callEyes(turn: Turn): void {
  const { seenBefore, handOff, agent } = turn.facts;
  if (!seenBefore && handOff === null && agent === null) turn.callEyes('photoSeen');
  turn.know({ seenBefore: true });
}

function stateOf({ evidence }: FlowContext, item: EvidenceItem): EvidenceState {
  return evidence[item] ?? { photos: {}, state: 'open' };
}

function freeSlot(item: EvidenceItem, photos: Record<string, string>): Slot | null {
  return SLOTS[item].find((slot) => photos[slot] === undefined) ?? null;
}

function keep(turn: Turn, item: EvidenceItem, state: EvidenceState): void {
  turn.know({ evidence: { ...turn.facts.evidence, [item]: state } });
}
