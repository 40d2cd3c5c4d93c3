/** The shop's page names another order than the one we speak of: nobody is torn away from a talk, they are asked. */
import { answers, asking } from '../asks.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import { afresh, beginning } from '../context.ts';

/** `page.gave` with an order that isn't the talk's own. */
export function namesAnother({
  context,
  event,
}: {
  context: { order: { number: string } | null; given: { order: string | null } };
  event: { order?: string };
}): boolean {
  const current = context.order?.number ?? context.given.order;
  return event.order !== undefined && current !== null && plain(event.order) !== plain(current);
}

export const noteClaim = actOn('page.gave', (turn, { order, email, tracking }) => {
  turn.know({ claimed: { order: order ?? null, contact: email ?? null, tracking: tracking ?? null } });
});

/** A case and what is owed for it outlive the change, as they do a fresh start. */
export const takeClaim = act((turn) => {
  turn.know({ ...afresh(turn.facts), given: turn.facts.claimed ?? beginning(turn.facts).given });
});

export const elsewhere = flow.createStateConfig({
  id: 'elsewhere',
  tags: ['bot'],
  entry: asking('elsewhere.ask', ['lookAtOther', 'stayHere', 'unsure'], (turn) =>
    turn.say('bot:elsewhere.ask', { order: { $code: turn.facts.claimed?.order ?? '' } }),
  ),
  on: {
    'page.gave': {
      guard: ({ context, event }) => namesAnother({ context, event }),
      target: '#elsewhere',
      reenter: true,
      actions: noteClaim,
    },
    'shopper.chose': answers({
      lookAtOther: { target: '#identify', actions: takeClaim },
      stayHere: { target: '#resumed' },
      unsure: { target: '#resumed' },
    }),
    'shopper.said': { target: '#resumed', actions: flow.raise(({ event }) => event) },
  },
});

function plain(number: string): string {
  return number.replace(/[#\s]/g, '').toUpperCase();
}
