/** The claim as an agent sees it. It is told in states and dates; the console has the words. */
import type { FlowContext } from '../../flows/context.ts';
import type { ClaimDoc, ClaimKind, ClaimNeed, ClaimView } from '../../protocol/claim.ts';
import { standingOf } from './clocks.ts';
import { expectation } from './compensation.ts';
import { NO_CLAIM } from './deeds.ts';
import { lineOf, linesToChoose } from './line-of.ts';
import { LINES } from './lines.ts';
import { windowOf } from './windows.ts';

/** What of the talk a claim follows from. */
export type ClaimFacts = Pick<FlowContext, 'parcel' | 'problem' | 'evidence' | 'policy'>;

export function claimView(kept: { doc: ClaimDoc; version: number } | null, facts: ClaimFacts, now: number): ClaimView {
  const { doc, version } = kept ?? { doc: NO_CLAIM, version: 0 };
  const { parcel, policy } = facts;
  const line = doc.line ?? lineOf(parcel);
  const guess = doc.kind ?? kindOf(facts);
  const shared = { version, lines: linesToChoose(parcel), tries: doc.tries, goods: doc.goods };
  if (line === null) {
    const may = { file: false, answer: false, appeal: false, undo: doc.tries.length > 0 };
    return {
      ...shared,
      kind: guess,
      line,
      window: { state: 'unknown' },
      needs: [],
      used: 0,
      clock: null,
      may,
      expected: { state: 'open' },
    };
  }
  const { kinds, filer, certificate, way, currency, mostTries, source, noted, confidence, clocks } = LINES[line];
  const kind = kinds.includes(guess) ? guess : 'lost';
  const window = windowOf(line, kind, parcel, policy.hours.tz, now);
  const { expected, needs } = expectation(line, kind, doc.goods, parcel?.state === 'delivered');
  const terms = { filer, certificate, way, currency, mostTries, source, noted, confidence, appeals: clocks !== null };
  const { used, clock, may } = standingOf(doc.tries, line, now);
  return {
    ...shared,
    kind,
    line: { id: line, chosen: doc.line !== null, kinds: [...kinds], ...terms },
    window,
    needs: [
      ...(window.state === 'unknown' ? (['date'] as const) : []),
      ...(certificate && !doc.goods?.certificate && facts.evidence.certificate?.state !== 'done' ? (['certificate'] as const) : []),
      ...photosOpen(kind, facts),
      ...needs,
    ],
    used,
    clock,
    may: { ...may, undo: doc.tries.length > 0 },
    expected,
  };
}

function kindOf({ problem, parcel }: ClaimFacts): ClaimKind {
  if (problem === 'missing') return 'missing';
  return parcel?.state === 'exception' && parcel.reason === 'damaged' ? 'damaged' : 'lost';
}

/** The carrier looks at the box and its label, where the box arrived. */
function photosOpen(kind: ClaimKind, { evidence }: ClaimFacts): ClaimNeed[] {
  if (kind === 'lost' || kind === 'delay') return [];
  return (['packaging', 'label'] as const).every((item) => evidence[item]?.state === 'done') ? [] : ['photos'];
}
