/** Prepared replies: what agents write often, with the facts of the case filled in, to be changed before it is sent. */
import type { FlowContext } from '../../flows/context.ts';
import { nextWordAt } from '../../flows/owed.ts';
import type { Problem } from '../../protocol/case.ts';
import type { LetterView } from '../../protocol/desk.ts';
import type { Words } from '../../protocol/words.ts';
import type { ConversationRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';

type Place = 'name' | 'order' | 'case' | 'tracking' | 'by';
type Facts = Partial<Record<Place, Words | string>>;

interface Letter {
  id: string;
  /** A letter with a fact that is not there is not offered. */
  needs: readonly Place[];
  /** Comes first where this is the trouble. */
  about?: readonly Problem[];
}

const LONGEST_NAME = 60;

export const LETTERS: readonly Letter[] = [
  { id: 'reading', needs: [] },
  { id: 'photos', needs: ['order'], about: ['missing'] },
  { id: 'warehouse', needs: ['case', 'by'], about: ['missing'] },
  { id: 'carrier', needs: ['tracking', 'by'], about: ['delivered', 'in_transit', 'lost'] },
  { id: 'customs', needs: ['tracking'], about: ['customs'] },
  { id: 'resend', needs: ['order', 'case'] },
  { id: 'refund', needs: ['order', 'by'] },
  { id: 'postOffice', needs: ['tracking'], about: ['missing', 'delivered'] },
  { id: 'goodbye', needs: ['name'] },
];

/** `reader`: the agent. The text itself is in the shopper's language. */
export function lettersFor(row: ConversationRow, context: FlowContext | null, wording: Wording, reader: Viewer): LetterView[] {
  const facts = factsOf(row, context);
  const shopper = { ...reader, locale: row.locale };
  const offered = LETTERS.filter(({ needs }) => needs.every((place) => Object.hasOwn(facts, place)));
  const fits = ({ about }: Letter) => (row.problem !== null && about?.includes(row.problem) ? 0 : 1);
  const [first, ...rest] = offered;
  const sorted = first ? [first, ...rest.sort((a, b) => fits(a) - fits(b))] : [];
  return sorted.map(({ id, needs }) => {
    const p = Object.fromEntries(needs.flatMap((place) => (facts[place] === undefined ? [] : [[place, facts[place]]])));
    const text: Words = { $t: `letter:${id}.text`, p };
    return {
      id,
      title: wording.text(reader, `letter:${id}.title`),
      text: wording.word(text, shopper),
      mine: wording.word(text, reader),
    };
  });
}

function factsOf(row: ConversationRow, context: FlowContext | null): Facts {
  const facts: Facts = {};
  const name = context?.order?.customerName?.trim().split(/\s+/)[0]?.slice(0, LONGEST_NAME);
  const by = context && nextWordAt(context);
  if (name) facts.name = name;
  if (context?.order) facts.order = { $code: context.order.number };
  if (row.caseNumber !== null) facts.case = { $code: row.caseNumber };
  if (context?.parcel) facts.tracking = { $code: context.parcel.number };
  if (by != null) facts.by = { $date: by, as: 'dayTime' };
  return facts;
}
