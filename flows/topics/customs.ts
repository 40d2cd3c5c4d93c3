/** Held at the border. First the reason; then who has to do what. Money is never asked for by us, and never by a link. */
import { answers, asking } from '../asks.ts';
import type { PromiseOwner } from '../effects.ts';
import { crossesBorder } from '../leaving.ts';
import { bookCheck, by, inGoodTime, onDay, promiseAnswer, showCase, startInquiry, warnOfProtection } from '../promises.ts';
import { flow } from '../setup.ts';
import { act } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { mayBeAskedForPapers } from './while-following.ts';

export const tellDocuments = act((turn) => {
  turn.know({ problem: 'customs' });
  startInquiry(turn, 'customs', 'customs', 'documentsSent', 'store', 'bot:customs.documents');
  turn.sendLetter('documents');
  warnOfProtection(turn);
});

export const tellDuties = act((turn) => {
  const { parcel } = turn.facts;
  turn.know({ problem: 'customs' });
  turn.say('bot:customs.duties');
  turn.sendLetter('duties');
  if (parcel?.due?.until === undefined) turn.say('bot:customs.safeWay');
  else turn.say('bot:customs.safeWayUntil', { until: onDay(parcel.due.until) });
  warnOfProtection(turn);
});

export const tellInspection = act((turn) => {
  const { policy } = turn.facts;
  turn.know({ problem: 'customs' });
  turn.say('bot:customs.inspection', { count: policy.customsInspectionDays });
  watchBorder(turn, 'bot', 'bot:customs.inspectionCase');
});

export const tellProhibited = act((turn) => {
  turn.know({ problem: 'customs' });
  turn.openCase('customs', 'customs');
  turn.say('bot:customs.prohibited');
});

export const tellUnknownReason = act((turn) => {
  turn.know({ problem: 'customs' });
  watchBorder(turn, 'store', 'bot:customs.unknown');
});

/** At the counter or the door of a carrier, where a border was crossed. */
export const tellMayBeDue = act((turn) => {
  const { parcel } = turn.facts;
  if (parcel !== null && crossesBorder(parcel)) turn.say('bot:customs.mayBeDue');
});

/** Papers are wanted of the shopper: theirs to give to the carrier alone; the invoice is ours, by the date that stands or a new one. */
export const tellTheyAskMe = act((turn) => {
  const { promise } = turn.facts;
  if (!mayBeAskedForPapers(turn.facts)) return;
  const isPromised = promise?.kind === 'documentsSent' && promise.dueAt > turn.at;
  const dueAt = isPromised ? promise.dueAt : promiseAnswer(turn, 'documentsSent', 'store');
  turn.say('bot:customs.theyAskMe', { by: by(dueAt) });
});

const paid = act((turn) => watchBorder(turn, 'bot', 'bot:customs.paid'));
const amountWrong = act((turn) => watchBorder(turn, 'store', 'bot:customs.amountWrong'));
const wontPay = act((turn) => watchBorder(turn, 'store', 'bot:customs.wontPay'));

/** Undecided: one more word before the time runs out, or at our own pace where no date is known. */
const decideLater = act((turn) => {
  const until = turn.facts.parcel?.due?.until;
  turn.openCase('customs', 'customs');
  const dueAt =
    until === undefined || until <= turn.at ? promiseAnswer(turn, 'customsUpdate', 'bot') : bookCheck(turn, inGoodTime(turn, until));
  turn.say('bot:customs.later', { by: by(dueAt) });
  showCase(turn);
});

export const customs = flow.createStateConfig({
  id: 'customs',
  initial: 'duties',
  states: {
    duties: {
      entry: asking('customs.ask', ['paid', 'amountWrong', 'wontPay', 'whyPay', 'unsure']),
      on: {
        'shopper.chose': answers({
          paid: { target: '#following', actions: paid },
          amountWrong: { target: '#following', actions: amountWrong },
          wontPay: { target: '#following', actions: wontPay },
          whyPay: { actions: act((turn) => turn.say('bot:customs.whyPay')) },
          unsure: { target: '#following', actions: decideLater },
        }),
      },
    },
  },
});

function watchBorder(turn: Turn, owner: PromiseOwner, key: string): void {
  startInquiry(turn, 'customs', 'customs', 'customsUpdate', owner, key);
  warnOfProtection(turn);
}
