/** Where a person may give a talk back to the bot. What was collected stays. */
import { t } from '../protocol/words.ts';
import type { Words } from '../protocol/words.ts';
import { customsReason, exceptionReason } from './cards/parcel-card.ts';
import { nextItem } from './checklist.ts';
import type { FlowContext } from './context.ts';
import type { Road } from './roads.ts';
import type { StepId } from './step-ids.ts';

export interface Step {
  id: StepId;
  label: Words;
  /** Id of a state; `paths` is where it lies, to find out whether the talk is there. */
  target: string;
  paths: readonly string[];
  /** Can the bot do this with what it knows of this talk? */
  works: (context: FlowContext) => boolean;
}

export const STEPS: readonly Step[] = [
  step('resume', '#resumed', [], () => true),
  step('identify', '#identify', ['talk.identify'], ({ road }) => road === null || !TO_A_PERSON.includes(road)),
  step('checks', '#checks', ['talk.delivered'], ({ parcel }) => parcel?.state === 'delivered'),
  step('moving', '#underWay', ['talk.onTheWay'], isUnderWay),
  step('customs', '#customs', ['talk.customs'], ({ parcel }) => parcel?.state === 'customs_held' && customsReason(parcel) === 'duties'),
  step('items', '#items', ['talk.missing.split', 'talk.missing.items'], hasItems),
  step('photos', '#evidence', ['talk.missing.evidence'], (context) => isMissing(context) && nextItem(context) !== null),
  step('collected', '#evidenceDone', ['talk.missing.collected', 'talk.missing.intact'], isMissing),
  step('certificate', '#certificate', ['talk.investigation.certificate'], awaitsPaper),
  step('investigation', '#investigation', ['talk.investigation'], (context) => isMissing(context) && context.case !== null),
  step('remedies', '#resolution', ['talk.resolution.decide', 'talk.resolution.choosing'], canChoose),
  step('address', '#address', ['talk.resolution.address', 'talk.resolution.newAddress'], canResend),
  step('following', '#following', ['talk.following'], (context) => context.case !== null || hasNumber(context)),
  step('rating', '#closed.rating', ['closed.rating'], owesNothingUndated),
];

/** The steps that can work for this talk; where the bot was comes first. */
export function stepsFor({ context, historyValue }: { context: FlowContext; historyValue: Record<string, unknown> }): readonly Step[] {
  return STEPS.filter(({ id, works }) => (id === 'resume' ? HISTORY in historyValue : works(context)));
}

export function canGoOnAt(context: FlowContext, id: StepId): boolean {
  return STEPS.some((one) => one.id === id && one.works(context));
}

/** Looked up again, these would only come back to the person who gives the talk away. */
const TO_A_PERSON: readonly Road[] = ['tooValuable', 'damaged', 'wrongAddress', 'prohibited'];

/** The key under which XState keeps where the bot was. */
export const HISTORY = 'back';

export function isMissing({ problem, case: opened, order }: FlowContext): boolean {
  return order !== null && (problem === 'missing' || opened?.problem === 'missing');
}

export function hasNumber(context: FlowContext): boolean {
  return numberOf(context) !== null;
}

/** Of the parcel we speak of; after a fresh start, of the case that still stands. */
export function numberOf({ parcel, given, case: opened }: FlowContext): string | null {
  return parcel?.number ?? given.tracking ?? opened?.parcel ?? null;
}

/** It left complete, and the paper that the carrier wants has not come yet. */
export function awaitsPaper({ case: opened, problem, log, evidence }: FlowContext): boolean {
  const isMissing = problem === 'missing' && opened?.problem === 'missing';
  return isMissing && log.some(({ what }) => what === 'packed') && evidence.certificate?.state !== 'done';
}

function step(id: StepId, target: string, paths: readonly string[], works: Step['works']): Step {
  return { id, label: t(`line:step.${id}`), target, paths, works };
}

function isUnderWay({ parcel, order }: FlowContext): boolean {
  switch (parcel?.state) {
    case undefined:
      return order !== null;
    case 'not_shipped':
    case 'info_received':
    case 'in_transit':
    case 'out_for_delivery':
    case 'attempt_failed':
    case 'available_for_pickup':
    case 'expired':
      return true;
    case 'exception':
      return ['delay', 'other'].includes(exceptionReason(parcel));
    default:
      return false;
  }
}

/** Picked from the order, so it must be known; and the box must have come, or be said to have. */
function hasItems(context: FlowContext): boolean {
  const { order, parcel } = context;
  return order !== null && order.items.length > 0 && (isMissing(context) || parcel?.state === 'delivered');
}

/** Without the order, the bot asks for what proves it; for that it needs one of its numbers. */
function canChoose({ policy, order, given }: FlowContext): boolean {
  return (
    (policy.refund.offered || policy.resend.offered || policy.credit.offered) &&
    (order !== null || (given.order ?? given.tracking) !== null)
  );
}

function canResend({ policy, order, remedy }: FlowContext): boolean {
  return order !== null && (remedy === null || remedy === 'resend') && (policy.resend.offered || remedy === 'resend');
}

/** An open case is not left behind without a date. */
function owesNothingUndated({ case: opened, promise, agentPromise }: FlowContext): boolean {
  return opened === null || promise !== null || agentPromise !== null;
}
