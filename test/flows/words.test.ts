import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Effect } from '../../flows/effects.ts';
import { DAY, HOUR } from '../../flows/dates.ts';
import { flowMap } from '../../flows/map/map.ts';
import { STEP_IDS } from '../../flows/step-ids.ts';
import { STEPS } from '../../flows/steps.ts';
import { FINDINGS, PROBLEMS, REMEDIES } from '../../protocol/case.ts';
import type { Finding } from '../../protocol/case.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { order, PARCELS } from './facts.ts';
import { pathsOf, replay, stamped } from './graph.ts';
import type { Seen } from './graph.ts';
import { START, understood } from './walk.ts';
import type { Happening, Snapshot } from './walk.ts';
import { WORLDS } from './worlds.ts';

const root = new URL('../../', import.meta.url).pathname;
const NAMESPACES = ['bot', 'card', 'prompt', 'choice', 'line', 'parcel'] as const;

/** Each word the walks have met, with the parameters it was given. */
const met = new Map<string, Set<string>>();
const faults = new Set<string>();

beforeAll(() => {
  for (const world of Object.values(WORLDS)) {
    for (const { state, steps } of pathsOf(world)) {
      const events = [
        ...world.opening.map((event) => stamped(event)),
        ...steps.map(({ event }) => event).filter(({ type }) => !type.startsWith('xstate.init')),
      ];
      replay(events, lookAt);
      collect(flowMap(state, TIMERS));
    }
  }
  for (const { label } of STEPS) collect(label);
  for (const talk of TALKS) {
    let end: Snapshot | null = null;
    replay(
      talk.map((event) => stamped(event)),
      (seen) => {
        lookAt(seen);
        end = seen.snapshot;
      },
    );
    if (end !== null) collect(flowMap(end, TIMERS));
  }
}, 120_000);

it('says nothing while a person has the floor, and offers only answers that lead somewhere', () => {
  expect([...faults]).toEqual([]);
});

describe.each(languages())('%s', (language) => {
  const texts = read(language);
  it('has every word that is said, shown or asked', () => {
    expect([...met.keys()].filter((key) => !isThere(texts, language, key))).toEqual([]);
  });

  it('is given every place it names', () => {
    const unfilled = [...met].flatMap(([key, params]) =>
      formsOf(texts, language, key).flatMap((text) =>
        [...text.matchAll(/\{\{(\w+)\}\}/g)]
          .map((m) => m[1] ?? '')
          .filter((name) => !params.has(name))
          .map((name) => `${key}: ${name}`),
      ),
    );
    expect(unfilled).toEqual([]);
  });
});

it('keeps no word that nobody says', () => {
  const source = sources().join('\n');
  const patterns = [...source.matchAll(/`((?:bot|card|prompt|choice|line|parcel):[^`]*)`/g)]
    .map(([, template]) => template ?? '')
    .filter((template) => template !== 'bot:${name}' && template !== 'choice:${id}')
    .map(
      (template) =>
        new RegExp(
          `^${template
            .replace(/\$\{[^}]*\}/g, '@')
            .replace(/[.]/g, '\\.')
            .replace(/@/g, '[\\w.]+')}$`,
        ),
    );
  const isSaid = (key: string) =>
    met.has(key) ||
    source.includes(`'${key}'`) ||
    patterns.some((pattern) => pattern.test(key)) ||
    source.includes(`'${key.replace(/^(bot|choice):/, '')}'`);
  const english = [...read('en').keys()].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''));
  expect([...new Set(english)].filter((key) => !isSaid(key))).toEqual([]);
});

/** Ways that no single parcel's paths take: people joining, giving back, asking again, and fresh starts. */
const mei = { id: 'agent-mei', name: 'Mei' };
const tom = { id: 'agent-tom', name: 'Tom' };
const found = (parcel: Parcel, problem: string): Happening[] => [
  { type: 'shopper.chose', choice: problem },
  { type: 'shopper.gaveOrder', number: order.number, contact: order.email },
  { type: 'order.found', order },
  { type: 'parcel.found', parcel },
];
const atPhotos: Happening[] = [...found(PARCELS.delivered, 'missing'), { type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] }];
const atWarehouse: Happening[] = [
  ...atPhotos,
  ...Array.from({ length: 4 }, () => ({ type: 'shopper.cantProvide', reason: 'other' }) as const),
  { type: 'shopper.chose', choice: 'collectedMe' },
];
const recorded = (finding: Finding): Happening => ({ type: 'agent.recorded', finding, agent: mei });
const givenBack = (talk: Happening[], step: string): Happening[] => [
  ...talk,
  { type: 'agent.took', agent: mei },
  { type: 'agent.gaveBack', step, agent: mei },
];
const TALKS: Happening[][] = [
  [
    { type: 'shopper.said', text: 'hello', understood: understood({ intent: 'greeting' }) },
    { type: 'shopper.said', text: 'thanks', understood: understood({ intent: 'thanks' }) },
    { type: 'shopper.said', text: '9 days, birthday', understood: understood({ intent: 'customs_held', occasion: 'birthday', days: 9 }) },
    { type: 'shopper.wantsPerson' },
    { type: 'shopper.wantsPerson' },
    { type: 'agent.took', agent: mei },
    { type: 'shopper.said', text: 'hello Mei', understood: understood() },
    { type: 'agent.said' },
    { type: 'shopper.startedOver' },
    { type: 'agent.askedAgain', item: 'label', reason: 'It came out dark', agent: mei },
    { type: 'shopper.addedPhoto', item: 'label', slot: 'one', photoId: 'photo-2' },
    { type: 'shopper.finishedEvidence' },
    { type: 'agent.askedAgain', item: 'label', reason: 'Still dark', agent: mei },
    { type: 'shopper.cantProvide', reason: 'threw_away' },
    { type: 'agent.gaveBack', step: 'remedies', agent: mei },
    { type: 'agent.askedAgain', item: 'group', reason: 'One is hidden', agent: mei },
    { type: 'shopper.cantProvide', reason: 'later' },
    { type: 'shopper.startedOver' },
    { type: 'agent.took', agent: mei },
    { type: 'agent.closed', outcome: 'unsolved', agent: mei },
  ],
  ...Object.values(PARCELS).flatMap((parcel) =>
    (['in_transit', 'missing'] as const).flatMap((problem) => STEP_IDS.map((step) => givenBack(found(parcel, problem), step))),
  ),
  ...[
    { ...PARCELS.moving, etaAt: START + HOUR },
    { ...PARCELS.moving, etaAt: START - DAY },
    { ...PARCELS.returning, reason: 'address' as const },
  ].map((parcel) => found(parcel, 'in_transit')),
  [...found(PARCELS.documents, 'customs'), { type: 'shopper.chose', choice: 'theyAskMe' }],
  ...PROBLEMS.map((problem): Happening[] => [{ type: 'shopper.chose', choice: problem }]),
  ...Object.values(PARCELS).map((parcel) => [
    ...found(parcel, 'in_transit'),
    { type: 'shopper.startedOver' as const },
    ...FINDINGS.map(recorded),
  ]),
  ...FINDINGS.flatMap((finding) => [
    [...atWarehouse, recorded(finding)],
    [
      ...atWarehouse,
      { type: 'agent.took' as const, agent: mei },
      recorded(finding),
      { type: 'agent.gaveBack' as const, step: 'resume', agent: mei },
    ],
    [...found(PARCELS.stalled, 'in_transit'), recorded(finding)],
  ]),
  ...REMEDIES.flatMap((remedy): Happening[][] => [
    [
      ...found(PARCELS.lost, 'lost'),
      { type: 'agent.took', agent: mei },
      { type: 'agent.settledRemedy', remedy, asked: 'either', agent: mei },
      { type: 'agent.promised', dueAt: START + DAY, what: 'I look', agent: mei },
      { type: 'agent.promised', dueAt: START + 2 * DAY, what: 'I look later', agent: mei },
      { type: 'agent.settledPromise', kind: 'agentPromise', state: 'kept', agent: mei },
      { type: 'agent.transferred', agent: mei, to: tom },
      { type: 'agent.took', agent: mei },
      { type: 'agent.gaveBack', step: 'resume', agent: mei },
      { type: 'shopper.chose', choice: 'addressRight' },
      recorded('sent'),
      { type: 'promise.fellDue' },
      { type: 'shopper.chose', choice: 'unsure' },
      { type: 'promise.fellDue' },
      { type: 'shopper.chose', choice: 'dontHaveIt' },
    ],
  ]),
  [
    ...found(PARCELS.duties, 'customs'),
    { type: 'agent.took', agent: mei },
    { type: 'agent.released', agent: mei },
    { type: 'agent.took', agent: mei },
    { type: 'agent.timedOut', agent: mei },
    { type: 'agent.took', agent: mei },
    { type: 'agent.promised', dueAt: START + DAY, what: 'I look', agent: mei },
    { type: 'agent.gaveBack', step: 'following', agent: mei },
    { type: 'agent.settledPromise', kind: 'customsUpdate', state: 'void', agent: mei },
    { type: 'agentPromise.fellDue' },
    { type: 'agent.took', agent: mei },
    { type: 'agent.closed', outcome: 'solved', agent: mei },
    { type: 'agent.reopened', agent: tom },
  ],
  [...atPhotos, { type: 'shopper.wantsPerson' }, { type: 'shopper.chose', choice: 'doPhotos' }],
];

function lookAt({ snapshot, effects, prompt }: Seen): void {
  for (const effect of effects) {
    collect(effect.params);
    if (effect.name === 'say' && snapshot.hasTag('agent')) faults.add(`said to a person's face: ${JSON.stringify(effect)}`);
  }
  if (!effects.some(isAsk)) return;
  for (const { id } of prompt?.prompt.choices ?? []) {
    if (!snapshot.can(stamped({ type: 'shopper.chose', choice: id }))) faults.add(`${JSON.stringify(snapshot.value)} offers ${id} in vain`);
  }
}

const TIMERS = ['promise', 'person', 'agentPromise', 'xstate.after.evidenceReminder.x', 'xstate.after.remedyClosing.x'].map((name) => ({
  name,
  dueAt: START,
}));

function isAsk(effect: Effect): boolean {
  return effect.name === 'ask';
}

function collect(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('$t' in node && typeof node.$t === 'string') {
    const params = 'p' in node && typeof node.p === 'object' && node.p !== null ? Object.keys(node.p) : [];
    const seen = met.get(node.$t);
    met.set(node.$t, seen === undefined ? new Set(params) : new Set(params.filter((name) => seen.has(name))));
  }
  for (const inner of Object.values(node)) collect(inner);
}

function languages(): string[] {
  return readdirSync(`${root}locales`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(`${root}locales/${entry.name}`).includes('bot.json'))
    .map(({ name }) => name);
}

function read(language: string): Map<string, string> {
  const files = readdirSync(`${root}locales/${language}`);
  return new Map(
    NAMESPACES.filter((ns) => files.includes(`${ns}.json`)).flatMap((ns) =>
      flatten(JSON.parse(readFileSync(`${root}locales/${language}/${ns}.json`, 'utf8')), `${ns}:`),
    ),
  );
}

function flatten(node: unknown, prefix: string): [string, string][] {
  if (typeof node === 'string') return [[prefix, node]];
  return Object.entries(node as object).flatMap(([key, inner]) => flatten(inner, prefix.endsWith(':') ? prefix + key : `${prefix}.${key}`));
}

function isThere(texts: Map<string, string>, language: string, key: string): boolean {
  return texts.has(key) || categories(language).every((category) => texts.has(`${key}_${category}`));
}

function formsOf(texts: Map<string, string>, language: string, key: string): string[] {
  return [key, ...categories(language).map((category) => `${key}_${category}`)].flatMap((name) => texts.get(name) ?? []);
}

function categories(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** The flows, and the server where it puts a shopper's tap or photo into words. */
function sources(): string[] {
  return ['flows', 'server/conversation'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8')),
  );
}
