/** The places that the roads are made of. */
import type { EvidenceItem } from '../../protocol/case.ts';
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import { SLOTS } from '../checklist.ts';
import type { FlowContext, Milestone } from '../context.ts';
import type { StepId } from '../step-ids.ts';
import type { ChartNode } from './chart.ts';

const FOLLOWING = ['talk.following'];

export const find = node(
  'find',
  ['talk.welcome', 'talk.identify', 'talk.route', 'talk.prove', 'talk.resumed'],
  ['identify'],
  (c) => (c.order ?? c.parcel) !== null,
);

export const checks: ChartNode = {
  ...node('checks', ['talk.delivered'], ['checks'], (c) => c.checks['address'] !== undefined || wasOpened(c)),
  progress: ({ checks: answered }) => ({ done: CHECKS.filter((check) => answered[check] !== undefined).length, of: CHECKS.length }),
};
export const fresh = node(
  'fresh',
  ['talk.delivered.fresh'],
  [],
  (c) => c.promise !== null || c.checks['household'] !== undefined || wasOpened(c),
);

/** `id` says which of its questions fits where the parcel is. */
export function underWay(id: 'moving' | 'outToday' | 'attempt' | 'pickup' | 'notShipped'): ChartNode {
  return { ...node(id, ['talk.onTheWay'], ['moving'], (c) => c.promise !== null || wasOpened(c)), id: 'underWay' };
}

export const duties = node('duties', ['talk.customs'], ['customs'], wasOpened);
export const atCustoms: ChartNode = { ...waiting('customs', (c) => has(c, 'choice', 'moving')), stages: ['customs'] };

export const watch: ChartNode = { ...waiting('watch', () => false), stages: ['none', 'underWay'] };
export const arrived = node('arrived', ['talk.following.arrived'], [], () => false);
export const carrier: ChartNode = {
  ...waiting('carrier', (c) => has(c, 'carrier') && has(c, 'lost', 'found', 'choice', 'moving')),
  stages: ['carrier', 'answer'],
};
export const paper: ChartNode = node(
  'paper',
  ['talk.investigation.certificate'],
  ['certificate'],
  (c) => c.evidence.certificate?.state === 'done',
);
export const search: ChartNode = { ...carrier, paths: ['talk.investigation', ...FOLLOWING], steps: ['following', 'investigation'] };
export const decides: ChartNode = { ...waiting('person', (c) => has(c, 'choice', 'moving')), paths: ['person.waiting', ...FOLLOWING] };

export const box = node(
  'box',
  ['talk.missing.early', 'talk.missing.split'],
  [],
  (c) => c.checks['split'] !== undefined || c.missing.length > 0 || wasOpened(c),
);
export const items = node('items', ['talk.missing.items'], ['items'], (c) => c.missing.length > 0 || wasOpened(c));
export const open = node('case', ['talk.missing.decide'], [], wasOpened);
export const collected = node(
  'collected',
  ['talk.missing.collected', 'talk.missing.intact'],
  ['collected'],
  (c) => c.checks['collected'] !== undefined,
);
export const warehouse: ChartNode = {
  ...waiting('warehouse', (c) => has(c, 'warehouse') && has(c, 'notPacked', 'packed', 'carrier', 'choice', 'moving')),
  stages: ['warehouse', 'photos', 'reported'],
};

export function photo(item: EvidenceItem): ChartNode {
  const part = node(item, ['talk.missing.evidence'], ['photos'], ({ evidence }) => (evidence[item]?.state ?? 'open') !== 'open');
  const of = SLOTS[item].length;
  return {
    ...part,
    note: ({ evidence }) => (evidence[item]?.state === 'cant' ? t('line:map.note.without') : null),
    ...(item === 'packaging' ? { progress: ({ evidence }) => ({ done: Object.keys(evidence[item]?.photos ?? {}).length, of }) } : {}),
  };
}

/** Asked for again by a person, wherever the talk is. */
export const again = node('again', ['talk.again'], [], () => false);

export const remedies: ChartNode = {
  ...node('remedies', ['talk.resolution'], ['remedies'], ({ remedy }) => remedy !== null),
  note: ({ remedyUntil, remedy }) =>
    remedyUntil === null || remedy !== null ? null : t('line:map.note.until', { date: { $date: remedyUntil, as: 'day' } }),
};
export const address = node(
  'address',
  ['talk.resolution.address', 'talk.resolution.newAddress'],
  ['address'],
  (c) => c.remedy === 'resend' && has(c, 'moving'),
);
export const doing: ChartNode = {
  ...waiting('doing', (c) => has(c, 'sent') || (c.case === null && has(c, 'moving'))),
  paths: ['talk.following.received', ...FOLLOWING],
  stages: ['moving'],
};
export const end: ChartNode = { ...node('closed', ['closed'], ['rating'], () => false), end: true };

/** Waiting for somebody's answer, with its date. */
function waiting(id: string, done: ChartNode['done']): ChartNode {
  return { ...node(id, FOLLOWING, ['following'], done), note: dated };
}

function node(id: string, paths: readonly string[], steps: readonly StepId[], done: ChartNode['done']): ChartNode {
  return { id, label: t(`line:map.node.${id}`), paths, steps, done };
}

function dated({ promise }: FlowContext): Words | null {
  return promise === null ? null : t('line:map.note.by', { date: { $date: promise.dueAt, as: 'dayTime' } });
}

function wasOpened({ case: opened, closedCase }: FlowContext): boolean {
  return (opened ?? closedCase) !== null;
}

function has({ case: opened, closedCase, log }: FlowContext, ...milestones: Milestone[]): boolean {
  const happened = opened === null ? (closedCase?.log ?? []) : log;
  return happened.some(({ what }) => milestones.includes(what));
}

const CHECKS = ['household', 'safePlace', 'address'];
