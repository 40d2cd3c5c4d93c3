/**
 * A question in the middle of a step: it gets its answer, and the step goes on. The prompt stays as it is; one short line
 * leads back to it.
 */
import type { Param, Words } from '../protocol/words.ts';
import { t } from '../protocol/words.ts';
import { letterCard } from './cards/document-card.ts';
import { nextItem, nextPaper } from './checklist.ts';
import type { FlowContext } from './context.ts';
import { expectedBy } from './deadlines.ts';
import type { Ask, FlowEvent, Understood } from './events.ts';
import { listen } from './hearing.ts';
import { nextWordAt } from './owed.ts';
import { by, onDay, showParcel } from './promises.ts';
import { DISTRESSED } from './setup.ts';
import { sayProtection } from './topics/protection.ts';
import { actOn } from './turn.ts';
import type { Turn } from './turn.ts';

/** For every step that waits: before whatever it makes of free text itself. */
export const asksMidStep = {
  guard: ({ event }: { event: FlowEvent }) => event.type === 'shopper.said' && askOf(event.understood) !== null,
  actions: actOn('shopper.said', (turn, { understood }) => {
    const ask = askOf(understood);
    if (ask === null) return;
    listen(turn, understood);
    answer(turn, ask);
    if (understood.distress >= DISTRESSED) turn.say('bot:distress');
    else goOn(turn);
  }),
};

/** On the first screen people tell their story: a question is only what is nothing else. */
export const asksFirst = {
  ...asksMidStep,
  guard: ({ event }: { event: FlowEvent }) =>
    event.type === 'shopper.said' && askOf(event.understood) !== null && ['other', 'greeting'].includes(event.understood.intent),
};

/** While a case goes on, where it is is looked up. */
export const asksMeanwhile = {
  ...asksMidStep,
  guard: ({ event }: { event: FlowEvent }) =>
    event.type === 'shopper.said' && askOf(event.understood) !== null && askOf(event.understood) !== 'where_now',
};

function askOf({ asks, intent }: Understood): Ask | null {
  return asks ?? (intent === 'protection_deadline' ? 'protection' : null);
}

function answer(turn: Turn, ask: Ask): void {
  const { facts } = turn;
  switch (ask) {
    case 'why':
      return turn.say(whyKey(facts));
    case 'how_long':
      return turn.say(...howLong(turn));
    case 'is_bot':
      return turn.say('bot:answer.isBot');
    case 'what_next':
      return tellNext(turn);
    case 'where_now':
      if (facts.parcel === null) return turn.say('bot:answer.whereUnknown');
      turn.say('bot:answer.where');
      return showParcel(turn);
    case 'protection':
      return sayProtection(turn);
    case 'pay':
      return turn.say(facts.problem === 'customs' ? 'bot:answer.payDuty' : 'bot:answer.pay');
    case 'fault':
      return turn.say('bot:answer.fault');
    case 'privacy':
      return turn.say('bot:answer.privacy', { count: facts.policy.photoKeepDays });
    case 'faster':
      return turn.say('bot:faq.canFaster');
  }
}

/** What for: of the question that is open. */
function whyKey({ asked, problem }: FlowContext): string {
  if (asked === 'evidence.value') return 'bot:faq.whyValue';
  if (asked === 'evidence.certificate' || asked === 'investigation.ask') return 'bot:faq.whyPostOffice';
  if (asked?.startsWith('evidence.') === true) return 'bot:faq.whyAll';
  if (asked === 'identify' || asked === 'prove') return 'bot:answer.whyOrder';
  if (asked === 'customs.ask') return 'bot:customs.whyPay';
  return problem === 'missing' ? 'bot:faq.whyAll' : 'bot:answer.whyQuestions';
}

function howLong(turn: Turn): [string, Record<string, Param>?] {
  const { parcel, order, policy, problem } = turn.facts;
  const due = nextWordAt(turn.facts);
  if (due !== null) return ['bot:answer.howLong.by', { by: by(due) }];
  if (problem === 'missing') return ['bot:answer.howLong.missing', { count: policy.promises.warehouseAnswer }];
  const expected = parcel === null ? null : expectedBy(parcel, order, policy);
  if (problem === 'in_transit' && expected !== null && expected > turn.at)
    return ['bot:answer.howLong.expected', { date: onDay(expected) }];
  return ['bot:answer.howLong.few'];
}

function tellNext(turn: Turn): void {
  const { problem, asked } = turn.facts;
  const due = nextWordAt(turn.facts);
  if (due !== null) return turn.say('bot:answer.next.by', { by: by(due) });
  if (asked === 'investigation.ask') {
    turn.say('bot:answer.next.paper');
    return turn.show(letterCard('postOffice'));
  }
  turn.say(problem === 'missing' || problem === 'delivered' ? `bot:answer.next.${problem}` : 'bot:answer.next.other');
}

/** Back to what was asked. */
function goOn(turn: Turn): void {
  const { asked } = turn.facts;
  if (asked === null || SILENT.includes(asked)) return;
  const item = asked.startsWith('evidence.') ? (turn.facts.askedAgain?.item ?? nextItem(turn.facts) ?? nextPaper(turn.facts)) : null;
  if (item !== null) return turn.say('bot:goOn.photos', { piece: pieceOf(asked) });
  turn.say(`bot:goOn.${LINES[asked] ?? 'choose'}`);
}

function pieceOf(asked: string): Words {
  return t(`prompt:${asked}.title`);
}

/** Nothing is asked there: what was said stands by itself. */
const SILENT = ['welcome', 'following', 'person.waiting', 'rate'];
const LINES: Record<string, string> = {
  identify: 'find',
  'identify.which': 'which',
  prove: 'contact',
  'delivered.household': 'household',
  'delivered.safePlace': 'safePlace',
  'delivered.address': 'address',
  'address.ask': 'address',
  'address.new': 'newAddress',
  'missing.split': 'split',
  'missing.items': 'items',
  'missing.collected': 'collected',
  'missing.intact': 'intact',
  'investigation.ask': 'paper',
  remedy: 'remedy',
};
