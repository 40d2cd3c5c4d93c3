import { readdirSync, readFileSync } from 'node:fs';
import { transition } from 'xstate';
import { describe, expect, it } from 'vitest';
import { currentStep, statusOf } from '../../flows/status.ts';
import { support } from '../../flows/support.ts';
import { FLOW_VERSION, migrate } from '../../flows/versions.ts';
import { policy } from './facts.ts';
import { opened, stamped } from './graph.ts';
import { TALKS } from './talks.ts';
import type { Snapshot } from './walk.ts';

const folder = new URL('./golden/', import.meta.url);
const golden = readdirSync(folder).map((file) => {
  const [, version, name] = /^v(\d+)-(\w+)\.json$/.exec(file) ?? [];
  return { name: name ?? file, version: Number(version), snapshot: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown };
});

describe.each(golden)('a talk of version $version, stopped at $name', ({ name, version, snapshot }) => {
  it('goes on where it was', () => {
    const restored = restore({ version, snapshot });
    const fresh = opened({ opening: TALKS[name] ?? [], orders: [], parcels: [], news: [], stopWhen: () => false });
    expect(restored.value).toEqual(fresh.value);
    expect(statusOf(restored)).toBe(statusOf(fresh));
    expect(currentStep(restored)).toBe(currentStep(fresh));
    const [next] = transition(support, restored, stamped({ type: 'agent.took', agent: { id: 'agent-tom', name: 'Tom' } }));
    const [back] = transition(support, next, stamped({ type: 'agent.gaveBack', step: 'resume', agent: { id: 'agent-tom', name: 'Tom' } }));
    expect(back.hasTag('agent')).toBe(false);
  });

  it('has every fact that the present flow keeps', () => {
    const restored = restore({ version, snapshot });
    const now = opened({ opening: [], orders: [], parcels: [], news: [], stopWhen: () => false });
    expect(Object.keys(restored.context).sort()).toEqual(Object.keys(now.context).sort());
  });
});

it('has a golden talk of this version for each place', () => {
  const present = golden.filter(({ version }) => version === FLOW_VERSION).map(({ name }) => name);
  expect(present.sort()).toEqual(Object.keys(TALKS).sort());
});

it('sends nobody down a road again that ends at a person', () => {
  const waiting = golden.find(({ version, name }) => version === 1 && name === 'waiting')?.snapshot as { historyValue: object };
  const talk = restore({ version: 1, snapshot: { ...waiting, historyValue: { back: [{ id: 'route' }] } } });
  const [next] = transition(support, talk, stamped({ type: 'shopper.chose', choice: 'keepGoing' }));
  expect(next.matches({ talk: 'following' })).toBe(true);
});

it.each([
  [{ version: FLOW_VERSION + 1, snapshot: { value: 'talk', context: {} } }],
  [{ version: 0, snapshot: { value: 'talk', context: {} } }],
  [{ version: 1, snapshot: null }],
  [{ version: 1, snapshot: 'talk' }],
])('answers null to what it can’t bring here', (stored) => {
  expect(migrate(stored)).toBeNull();
});

function restore(stored: { version: number; snapshot: unknown }): Snapshot {
  const plain = migrate(stored);
  if (plain === null) throw new Error('not restored');
  const whole = { ...plain, context: { ...plain.context, policy, closedDays: [] } };
  return support.restoreSnapshot(whole as unknown as Parameters<typeof support.restoreSnapshot>[0], nowhere);
}

/** No child actors, so no scope is ever asked for. */
const nowhere = {} as Parameters<typeof support.restoreSnapshot>[1];
