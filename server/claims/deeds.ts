/** What agents enter about a claim. Each gives the claim as it is then, or why it can't be. */
import type { ClaimAnswer, ClaimDoc, ClaimGoods, ClaimKind, ClaimLine, ClaimTry } from '../../protocol/claim.ts';
import { standingOf } from './clocks.ts';
import { LINES } from './lines.ts';

export const NO_CLAIM: ClaimDoc = { line: null, kind: null, tries: [], goods: null };

/** `tries`: as many as the line takes. `now`: not as it stands. `time`: before what it follows, or still to come. */
export type Hindrance = 'tries' | 'now' | 'time';
export type Done = { ok: true; doc: ClaimDoc } | { ok: false; because: Hindrance };

export function choose(doc: ClaimDoc, line: ClaimLine, kind: ClaimKind): Done {
  if (!LINES[line].kinds.includes(kind)) return no('now');
  return yes({ ...doc, line, kind });
}

export function file(doc: ClaimDoc, filed: Pick<ClaimTry, 'line' | 'kind' | 'at' | 'note'>, now: number): Done {
  const { line, kind, at, note } = filed;
  const { may, used } = standingOf(doc.tries, line, now);
  if (!LINES[line].kinds.includes(kind)) return no('now');
  if (used >= LINES[line].mostTries) return no('tries');
  if (!may.file) return no('now');
  if (!isInTime(at, lastAt(doc), now)) return no('time');
  return yes({ ...doc, line, kind, tries: [...doc.tries, { line, kind, at, note, answer: null, appeal: null }] });
}

/** Of the complaint, or of its appeal once there is one. */
export function answer(doc: ClaimDoc, given: ClaimAnswer, now: number): Done {
  const last = doc.tries.at(-1);
  if (!last || !standingOf(doc.tries, last.line, now).may.answer) return no('now');
  if (!isInTime(given.at, lastAt(doc), now)) return no('time');
  // Money comes with a yes alone.
  const told = { ...given, amount: given.outcome === 'accepted' ? given.amount : null };
  return yes(withLast(doc, last.appeal ? { ...last, appeal: { ...last.appeal, answer: told } } : { ...last, answer: told }));
}

/** Judged by the day it was made, which may have been in time when it is entered late. */
export function appeal(doc: ClaimDoc, at: number, now: number): Done {
  const last = doc.tries.at(-1);
  if (!last || !isInTime(at, lastAt(doc), now)) return no(last ? 'time' : 'now');
  return standingOf(doc.tries, last.line, at).may.appeal ? yes(withLast(doc, { ...last, appeal: { at, answer: null } })) : no('now');
}

export function weigh(doc: ClaimDoc, goods: ClaimGoods): Done {
  return yes({ ...doc, goods });
}

/** Takes back the last thing that was entered about a complaint, and leaves what was entered before. */
export function undo(doc: ClaimDoc): Done {
  const last = doc.tries.at(-1);
  if (!last) return no('now');
  if (last.appeal) return yes(withLast(doc, { ...last, appeal: last.appeal.answer ? { ...last.appeal, answer: null } : null }));
  return yes(last.answer ? withLast(doc, { ...last, answer: null }) : { ...doc, tries: doc.tries.slice(0, -1) });
}

function lastAt({ tries }: ClaimDoc): number {
  const last = tries.at(-1);
  return last?.appeal?.answer?.at ?? last?.appeal?.at ?? last?.answer?.at ?? last?.at ?? 0;
}

function isInTime(at: number, after: number, now: number): boolean {
  return at >= after && at <= now;
}

function withLast(doc: ClaimDoc, last: ClaimTry): ClaimDoc {
  return { ...doc, tries: [...doc.tries.slice(0, -1), last] };
}

function yes(doc: ClaimDoc): Done {
  return { ok: true, doc };
}

function no(because: Hindrance): Done {
  return { ok: false, because };
}
