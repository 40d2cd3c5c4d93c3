/** The one `setup()` of the flow: its types, its effects (named, empty: the server does them), its guards and delays. */
import { setup } from 'xstate';
import type { FlowContext, FlowInput } from './context.ts';
import { HOUR } from './dates.ts';
import type { EffectParams } from './effects.ts';
import type { FlowEvent } from './events.ts';
import { isReceipt } from './owed.ts';
import type { StepId } from './step-ids.ts';
import { canGoOnAt } from './steps.ts';

/** Who has the floor; exactly one in every leaf. */
export type FloorTag = 'bot' | 'waiting' | 'agent' | 'closed';

const effect = <K extends keyof EffectParams>() => {
  return (_: unknown, _params: EffectParams[K]): void => undefined;
};

export const flow = setup({
  types: {
    context: {} as FlowContext,
    events: {} as FlowEvent,
    input: {} as FlowInput,
    tags: {} as FloorTag,
  },
  actions: {
    say: effect<'say'>(),
    show: effect<'show'>(),
    line: effect<'line'>(),
    ask: effect<'ask'>(),
    clearPrompt: effect<'clearPrompt'>(),
    openCase: effect<'openCase'>(),
    moveCase: effect<'moveCase'>(),
    recordRemedy: effect<'recordRemedy'>(),
    recordFinding: effect<'recordFinding'>(),
    closeCase: effect<'closeCase'>(),
    reopenCase: effect<'reopenCase'>(),
    promise: effect<'promise'>(),
    settlePromise: effect<'settlePromise'>(),
    handOff: effect<'handOff'>(),
    recordRating: effect<'recordRating'>(),
    sendLetter: effect<'sendLetter'>(),
    lookUpOrder: effect<'lookUpOrder'>(),
    lookUpParcel: effect<'lookUpParcel'>(),
  },
  guards: {
    chose: ({ event }, { choice }: { choice: string }) => event.type === 'shopper.chose' && event.choice === choice,
    gaveBackAt: ({ context, event }, { step }: { step: StepId }) =>
      event.type === 'agent.gaveBack' && event.step === step && canGoOnAt(context, step),
    isMarked: ({ context }, { step }: { step: StepId }) => context.bookmark === step,
    isExtension: ({ context, event }) =>
      event.type === 'agent.extendedProtection' && event.until > event.at && (context.case ?? context.order) !== null,
    hasCase: ({ context }) => context.case !== null,
    isReceipt: ({ context }) => isReceipt(context),
    failedBefore: ({ context }) => context.tries > 0,
    missedBefore: ({ context }) => context.misses > 0,
    isUrgent: ({ event }) => event.type === 'shopper.said' && event.understood.urgent,
    isDistressed: ({ event }) => event.type === 'shopper.said' && event.understood.distress >= DISTRESSED,
    isDistressedAgain: ({ context, event }) =>
      event.type === 'shopper.said' && context.heard.distressed && event.understood.distress >= DISTRESSED,
  },
  delays: {
    evidenceReminder: ({ context }) => context.policy.evidenceReminderHours * HOUR,
    remedyClosing: ({ context, event }) => Math.max(0, (context.remedyUntil ?? atOf(event)) - atOf(event)),
  },
});

/** From here on a shopper is told that a person can take over; the second time one does. */
export const DISTRESSED = 0.7;

/** The server's clock. XState's own events carry it too: the first in its input, timers because the server stamps them. */
export function atOf(event: FlowEvent | { type: string; at?: number; input?: FlowInput }): number {
  if ('at' in event && event.at !== undefined) return event.at;
  if ('input' in event && event.input !== undefined) return event.input.at;
  throw new Error(`The event ${event.type} carries no time`);
}
