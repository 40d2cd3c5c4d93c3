/**
 * A person enters what the warehouse or the carrier found. While nobody of the team has the floor the bot tells it, and
 * the talk turns to what follows from it; while somebody has, it is noted, and the bot's own place moves there.
 */
import type { Finding } from '../../protocol/case.ts';
import { t } from '../../protocol/words.ts';
import { besideOf, bringForward } from '../beside.ts';
import { videoCard } from '../cards/document-card.ts';
import type { FlowContext } from '../context.ts';
import { keeps } from '../findings.ts';
import { callPerson, handOver } from '../handover.ts';
import { bookCheck, by, caseWords, onDay, promiseAnswer, showCase, warnOfProtection, workingDaysAfter } from '../promises.ts';
import type { StepId } from '../step-ids.ts';
import { actOn } from '../turn.ts';
import type { Act, Turn } from '../turn.ts';

/** While somebody has the floor: noted with a line; given back, the bot goes on at what follows. */
export const noteFinding = actOn('agent.recorded', (turn, { finding, video }) => {
  if (turn.facts.case === null) return turn.recordFinding(finding);
  record(turn, finding);
  turn.line(`line:finding.${finding}`, {}, 'check');
  if (askedOf(turn) === 'warehouse') tellOfWarehouse(turn, finding, video);
  if (finding === 'found') turn.moveCase('answer');
  if (isAbout(turn.facts)) turn.know({ bookmark: FOLLOWS[finding] });
});

const tellNotPacked = actOn('agent.recorded', (turn, { finding, video }) => {
  record(turn, finding);
  turn.say('bot:finding.notPacked');
  tellOfWarehouse(turn, finding, video);
  turn.know({ remedyUntil: null });
});

const tellPacked = actOn('agent.recorded', (turn, { finding, video }) => {
  record(turn, finding);
  turn.say('bot:finding.packed');
  tellOfWarehouse(turn, finding, video);
});

const tellUnclear = actOn('agent.recorded', (turn, { finding, video }) => {
  record(turn, finding);
  const asked = askedOf(turn);
  sayUnclear(turn);
  if (asked === 'warehouse') tellOfWarehouse(turn, finding, video);
});

const tellLost = actOn('agent.recorded', (turn, { finding }) => {
  record(turn, finding);
  turn.say('bot:finding.lost');
  turn.sendLetter('lost');
  turn.know({ remedyUntil: null, problem: turn.facts.case?.problem === 'missing' ? 'missing' : 'lost' });
  warnOfProtection(turn);
});

const tellFound = actOn('agent.recorded', (turn, { finding }) => {
  record(turn, finding);
  turn.moveCase('answer');
  sayFound(turn);
  showCase(turn);
});

const tellSent = actOn('agent.recorded', (turn, { finding }) => {
  record(turn, finding);
  saySent(turn);
  showCase(turn);
});

/** The talk is about something else by now: the answer is given, and what follows is a person's to take up. */
const tellAside = actOn('agent.recorded', (turn, { finding, video }) => {
  record(turn, finding);
  turn.say('bot:finding.about', { number: caseWords(turn) });
  if (finding === 'found') return sayFound(turn);
  if (finding === 'sent') return saySent(turn);
  if (finding === 'unclear') sayUnclear(turn);
  else turn.say(`bot:finding.${finding}`);
  if (finding !== 'unclear') tellOfWarehouse(turn, finding, video);
  callPerson(turn, 'unsure');
});

const noteOnly = actOn('agent.recorded', (turn, { finding }) => turn.recordFinding(finding));

const TURNS: Record<Finding, { target: string; actions: Act[] }> = {
  notPacked: { target: '#resolution', actions: [tellNotPacked] },
  packed: { target: '#investigation', actions: [tellPacked] },
  unclear: { target: '#person.waiting', actions: [tellUnclear, handOver('unsure', () => undefined)] },
  lost: { target: '#resolution', actions: [tellLost] },
  found: { target: '#following', actions: [tellFound] },
  sent: { target: '#following', actions: [tellSent] },
};

/** Where the bot goes on after a person has given back. */
const FOLLOWS: Record<Finding, StepId> = {
  notPacked: 'remedies',
  packed: 'investigation',
  unclear: 'following',
  lost: 'remedies',
  found: 'following',
  sent: 'following',
};

type Given = { context: FlowContext; event: { finding: Finding } };
const isClosed = ({ context }: Given): boolean => context.case === null;
/** Nothing is on its way that nobody chose. */
const isVain = ({ context, event }: Given): boolean => event.finding === 'sent' && context.remedy === null;

export const recorded = [
  { guard: isClosed, actions: noteOnly },
  { guard: isVain },
  { guard: ({ context, event }: Given) => !isAbout(context) && besideOf(context, event.finding) === null, actions: tellAside },
  ...Object.entries(TURNS).map(([finding, turning]) => ({ guard: ({ event }: Given) => event.finding === finding, ...turning })),
];

/** After the end of a talk nobody would see that a person is wanted, so the talk opens again. */
export const recordedAfterEnd = [
  {
    guard: ({ context, event }: Given) => context.case !== null && !isAbout(context) && !['found', 'sent'].includes(event.finding),
    target: '#person.waiting',
    actions: tellAside,
  },
];

/** A new date for the parcel that was found again: the bot looks itself, or for a part of it hears from the carrier. */
export function sayFound(turn: Turn): void {
  const watches = isAbout(turn.facts) && turn.facts.case?.problem !== 'missing';
  const dueAt = watches ? bookCheck(turn) : promiseAnswer(turn, 'carrierAnswer', 'carrier');
  turn.say('bot:finding.found', { by: by(dueAt) });
}

/** It is done from our side. The bot asks whether it came, when it should have. */
export function saySent(turn: Turn): void {
  const { policy, remedy } = turn.facts;
  const days = { refund: policy.refund.businessDays, credit: policy.promises.remedyDone, resend: policy.deliveryBusinessDays.max };
  const dueAt = workingDaysAfter(turn, days[remedy ?? 'resend']);
  turn.promise('remedyDone', 'bot', dueAt);
  turn.say(`bot:finding.sent.${remedy ?? 'resend'}`, { date: onDay(dueAt) });
}

function sayUnclear(turn: Turn): void {
  const asked = askedOf(turn);
  const dueAt = promiseAnswer(turn, `${asked}Answer`, asked);
  turn.say(`bot:finding.unclear.${asked}`, { by: by(dueAt) });
}

/** What the warehouse found goes out as a letter too, and its video where there is one. */
function tellOfWarehouse(turn: Turn, finding: Finding, video: string | undefined): void {
  if (video !== undefined) turn.show(videoCard(video));
  if (finding !== 'packed' && finding !== 'notPacked' && finding !== 'unclear') return;
  const found = t(finding === 'unclear' ? 'bot:finding.unclear.seen' : `bot:finding.${finding}`);
  turn.sendLetter('warehouseFinding', { finding: found, ...(video !== undefined && { video }) });
}

function askedOf({ facts: { case: opened } }: Turn): 'warehouse' | 'carrier' {
  return opened?.problem === 'missing' && opened.stage !== 'carrier' ? 'warehouse' : 'carrier';
}

function record(turn: Turn, finding: Finding): void {
  const one = besideOf(turn.facts, finding);
  if (one !== null) bringForward(turn, one);
  turn.recordFinding(finding);
  const { promise } = turn.facts;
  if (promise !== null && keeps(finding, promise.kind)) turn.settlePromise('kept');
}

/** Is the talk about the parcel of its case? After a fresh start it may be about another. */
function isAbout({ case: opened, parcel }: FlowContext): boolean {
  return opened !== null && opened.parcel === (parcel?.number ?? null);
}
