/** What a person may enter at the desk for this talk as it stands. */
import { findingsFor } from '../../flows/findings.ts';
import type { FlowContext } from '../../flows/context.ts';
import { type Finding, REMEDIES, type Remedy } from '../../protocol/case.ts';

export function findingsNow({ context }: { context: FlowContext }): Finding[] {
  return findingsFor(context);
}

/** What the shop offers, while there is a case to settle. */
export function remediesNow({ context: { case: opened, policy } }: { context: FlowContext }): Remedy[] {
  return opened === null ? [] : REMEDIES.filter((remedy) => policy[remedy].offered);
}
