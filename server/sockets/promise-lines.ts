/** The ledger of promises as its shopper sees it: what is owed to them by when, and whether the last dates were kept. */
import { LEDGER_TITLE, owedWords, standWords } from '../../flows/owed.ts';
import type { ConversationView, PromiseLine } from '../../protocol/conversation.ts';
import type { Words } from '../../protocol/words.ts';
import type { PromiseRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';

/** Enough to judge us by; a case of many weeks has more. */
const MOST_SETTLED = 4;

export function promiseLines(promises: PromiseRow[], wording: Wording, viewer: Viewer): ConversationView['promises'] {
  const open = promises.filter(({ state }) => state === 'open').sort((a, b) => a.dueAt - b.dueAt);
  const settled = promises.filter(({ state }) => state === 'kept' || state === 'late').sort((a, b) => b.dueAt - a.dueAt);
  const rows = [...open, ...settled.slice(0, MOST_SETTLED)].flatMap((promise) => lineOf(promise, wording, viewer));
  return rows.length === 0 ? null : { title: wording.word(LEDGER_TITLE, viewer), rows };
}

function lineOf({ id, kind, dueAt, state, what }: PromiseRow, wording: Wording, viewer: Viewer): PromiseLine[] {
  if (state === 'void') return [];
  // What an agent promised stands in their own words.
  const label = what ?? wording.word(owedWords(kind), viewer);
  const due = wording.word<Words>({ $date: dueAt, as: 'dayTime' }, viewer);
  return [{ id, label, due, note: wording.word(standWords(state, dueAt), viewer), state }];
}
