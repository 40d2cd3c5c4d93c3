/** What a person may find out and enter at the desk: when each makes sense, and which promise it keeps. */
import type { Finding } from '../protocol/case.ts';
import { FINDINGS } from '../protocol/case.ts';
import type { Beside, FlowContext, Milestone } from './context.ts';
import type { PromiseKind } from './effects.ts';

/** The answers that may be entered now: about what is spoken of, and about what goes on beside it. */
export function findingsFor(context: FlowContext): Finding[] {
  const about = [context, ...context.besides.map((one) => ({ ...one, case: besideCase(context, one) }))].flatMap(answersTo);
  return [...new Set(about)];
}

function besideCase({ case: opened }: FlowContext, { problem, stage }: Beside): FlowContext['case'] {
  return opened === null || stage === null ? null : { ...opened, problem: problem ?? opened.problem, stage };
}

function answersTo({ case: opened, promise, remedy }: Pick<FlowContext, 'case' | 'promise' | 'remedy'>): Finding[] {
  if (opened === null) return [];
  const { problem, stage } = opened;
  if (remedy !== null && stage === 'moving') return ['sent', 'found'];
  if (problem === 'missing' && (promise?.kind === 'warehouseAnswer' || BEFORE_CARRIER.includes(stage))) return [...WAREHOUSE];
  return [...CARRIER];
}

export function keeps(finding: Finding, kind: PromiseKind): boolean {
  return KEEPS[finding].includes(kind);
}

/** The last answer that was entered, if it is still the last word on the case. */
export function lastFinding(log: FlowContext['log']): Finding | null {
  return log.map(({ what }) => what).findLast(isFinding) ?? null;
}

const WAREHOUSE: readonly Finding[] = ['notPacked', 'packed', 'unclear'];
const CARRIER: readonly Finding[] = ['lost', 'found', 'unclear'];
const BEFORE_CARRIER = ['reported', 'photos', 'warehouse', 'answer'];

const BY_CARRIER: readonly PromiseKind[] = ['carrierAnswer', 'traceAnswer', 'customsUpdate', 'deliveryCheck'];
const KEEPS: Record<Finding, readonly PromiseKind[]> = {
  notPacked: ['warehouseAnswer'],
  packed: ['warehouseAnswer'],
  unclear: ['warehouseAnswer', ...BY_CARRIER],
  lost: BY_CARRIER,
  found: BY_CARRIER,
  sent: ['remedyDone'],
};

function isFinding(what: Milestone): what is Finding {
  return (FINDINGS as readonly string[]).includes(what);
}
