/** The tracking says delivered, the shopper says no: three quick checks, one by one, then it is ours to find. */
import type { LetterId } from '../../protocol/letters.ts';
import { answers, asking, noted } from '../asks.ts';
import type { FlowContext } from '../context.ts';
import { HOUR } from '../dates.ts';
import { handOverCase } from '../handover.ts';
import { bookCheck, by, onDay, startInquiry, warnOfProtection, workingDaysAfter } from '../promises.ts';
import { flow } from '../setup.ts';
import { act } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { addressWords } from './resolution.ts';

const openCase = act((turn) => {
  turn.know({ problem: 'delivered' });
  startInquiry(turn, 'delivered', 'carrier', 'carrierAnswer', 'store', 'bot:delivered.case');
  sayWhatFollows(turn);
  turn.sendLetter(letterOfProof(turn.facts));
  warnOfProtection(turn);
});

const waitForScan = act((turn) => turn.say('bot:delivered.wait', { by: by(bookCheck(turn, scanSettledAt(turn))) }));

const askFresh = asking('delivered.fresh', ['checkPlaces', 'waitForIt', 'openNow', 'unsure'], (turn) =>
  turn.say('bot:delivered.fresh', { by: by(scanSettledAt(turn)) }),
);

const askAddress = asking('delivered.address', ['addressRight', 'addressWrong', 'unsure'], (turn) => {
  const address = addressWords(turn);
  if (address === null) turn.say('bot:delivered.addressUnknown');
  else turn.say('bot:delivered.address', { address });
});

const proveForAddress = act((turn) => turn.know({ provingFor: 'address' }));

export const delivered = flow.createStateConfig({
  id: 'delivered',
  initial: 'next',
  states: {
    /** What was told or asked before is not asked again. */
    next: {
      id: 'nextCheck',
      always: [
        { guard: ({ context: { checks: c } }) => c['household'] === undefined, target: 'household' },
        { guard: ({ context: { checks: c } }) => c['safePlace'] === undefined, target: 'safePlace' },
        { guard: ({ context: { checks: c } }) => c['address'] === undefined, target: 'whose' },
        { target: '#following', actions: openCase },
      ],
    },
    fresh: {
      entry: askFresh,
      on: {
        'shopper.chose': answers({
          checkPlaces: { target: 'next' },
          waitForIt: { target: '#following', actions: waitForScan },
          openNow: { target: '#following', actions: openCase },
          unsure: { target: 'next' },
        }),
      },
    },
    /** Given back here: what was not asked yet, or all of it once more. */
    checks: {
      id: 'checks',
      always: [
        { guard: ({ context: { checks: c } }) => c['household'] === undefined || c['address'] !== undefined, target: 'household' },
        { guard: ({ context: { checks: c } }) => c['safePlace'] === undefined, target: 'safePlace' },
        { target: 'whose' },
      ],
    },
    household: {
      entry: asking('delivered.household', ['asked', 'willAsk', 'turnedUp', 'unsure']),
      on: { 'shopper.chose': check('household', ['asked', 'willAsk', 'unsure'], 'next') },
    },
    safePlace: {
      entry: asking('delivered.safePlace', ['looked', 'willLook', 'turnedUp', 'unsure']),
      on: { 'shopper.chose': check('safePlace', ['looked', 'willLook', 'unsure'], 'next') },
    },
    /** The address is the order's: only its owner may see it. */
    whose: {
      always: [{ guard: ({ context }) => context.order === null, target: '#prove', actions: proveForAddress }, { target: 'address' }],
    },
    address: {
      entry: askAddress,
      on: {
        'shopper.chose': answers({
          addressRight: { target: '#following', actions: [noted('address', 'right'), openCase] },
          unsure: { target: '#following', actions: [noted('address', 'unsure'), openCase] },
          addressWrong: {
            target: '#person.waiting',
            actions: [noted('address', 'wrong'), handOverCase('delivered', 'unsure', 'bot:delivered.wrongAddress')],
          },
        }),
      },
    },
  },
});

/** A remedy has a date too, and whoever likes to ask at the post office has a letter for it. */
function sayWhatFollows(turn: Turn): void {
  const { promise, policy, order } = turn.facts;
  if (promise !== null) turn.say('bot:delivered.then', { date: onDay(workingDaysAfter(turn, policy.promises.remedyDone, promise.dueAt)) });
  turn.say(order === null ? 'bot:delivered.postOffice' : 'bot:delivered.letter');
}

/** Where the carrier noted another place than the order's address, that is what the letter is about. */
function letterOfProof({ parcel, order }: FlowContext): LetterId {
  const left = parcel?.events.find(({ state }) => state === 'delivered')?.place;
  const home = order?.address;
  if (left === undefined || home === undefined) return 'signedNotReceived';
  const isElsewhere = (left.country ?? home.country) !== home.country || (left.city !== undefined && !isSame(left.city, home.city));
  return isElsewhere ? 'placeDiffers' : 'signedNotReceived';
}

function isSame(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'base', ignorePunctuation: true }) === 0;
}

function check(name: string, ids: readonly string[], target: string) {
  return answers(Object.fromEntries(ids.map((id) => [id, { target, actions: noted(name, id) }])));
}

/** When a scan that ran ahead should have been caught up with. */
function scanSettledAt(turn: Turn): number {
  const { parcel, policy } = turn.facts;
  return Math.max((parcel?.deliveredAt ?? turn.at) + policy.freshScanHours * HOUR, turn.at + HOUR);
}
