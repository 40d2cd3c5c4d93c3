/** Given back at each step that the product offers, in the middle of each topic: the bot picks it up, and the shopper gets to the end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepView } from '../../../protocol/agent-events.ts';
import type { DeskView } from '../../../protocol/desk.ts';
import { STEP_IDS } from '../../../flows/step-ids.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { freshId, type TestShopper } from '../../support/shopper.ts';
import { textsOf } from '../texts.ts';
import { enter, goOn, settled, WORLDS, type World } from './worlds.ts';

let test: TestApp;
let mei: TestAgent;
/** Which steps were gone back to, in whichever talk. */
const tried = new Set<string>();
const { pattern } = textsOf('en');

beforeAll(async () => {
  test = await startApp();
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei', test.clock.now());
});
afterAll(async () => {
  mei.close();
  await test.close();
});

describe.each(Object.entries(WORLDS))('%s', (_name, world) => {
  it('goes on at every step that is offered, with all that was collected, to the end', async () => {
    const before = await taken(world);
    const offered = before.steps.map(({ id }) => id);
    before.shopper.close();
    expect(offered).toContain('resume');
    for (const step of offered) {
      tried.add(step);
      await backAt(world, step);
    }
    // Where nothing is offered, nothing is taken.
    const { shopper, of } = await taken(world);
    for (const step of STEP_IDS.filter((id) => !offered.includes(id))) {
      expect(await mei.emit('giveBack', { ...of, step }), step).toMatchObject({ ok: false, code: 'E_WRONG_STEP' });
    }
    shopper.close();
  });
});

it('every step of the bot was tried in some talk', () => {
  expect([...tried].sort()).toEqual([...STEP_IDS].sort());
});

async function backAt(world: World, step: string): Promise<void> {
  const { shopper, of, desk } = await taken(world);
  expect(await mei.emit('say', { ...of, id: freshId(), text: 'I have looked at it.' })).toMatchObject({ ok: true });
  await settled(test, shopper);
  const from = shopper.conversation().lastSeq;
  expect(await mei.emit('giveBack', { ...of, step }), step).toMatchObject({ ok: true });
  await settled(test, shopper);
  const { status, prompt, agent } = shopper.conversation();
  expect({ step, agent, status }).toEqual({
    step,
    agent: null,
    status: step === 'rating' ? 'closed' : (expect.stringMatching(/bot|waiting/) as string),
  });

  // A line that says who asked, one sentence of the bot's own, then what the step is about; and a question at the end.
  const [line, first, ...more] = since(shopper, from);
  expect(line, step).toMatchObject({ from: 'system', text: 'Mei asked the bot to go on' });
  expect(first, step).toMatchObject({ from: 'bot', text: expect.stringMatching(pickUp(step)) as string });
  expect(
    more.filter(({ text }) => /^Mei (has asked|needs)/.test(text)),
    step,
  ).toEqual([]);
  expect(prompt, `${step}: ${shopper.texts().slice(-4).join(' / ')}`).not.toBeNull();

  const after = await asked<{ desk: DeskView }>('desk', of);
  const [had, has] = [collected(desk), collected(after.desk)];
  // More may be known by now, and a case be open; nothing is forgotten.
  expect(has, step).toEqual({ ...had, facts: expect.arrayContaining(had.facts) as unknown, case: had.case ?? has.case });
  await goOn(test, shopper, world).catch((error: Error) => {
    throw new Error(`given back at "${step}": ${error.message}`);
  });
  shopper.close();
}

interface Taken {
  shopper: TestShopper;
  of: { conversation: string };
  desk: DeskView;
  steps: StepView[];
}

async function taken(world: World): Promise<Taken> {
  const shopper = await enter(test, world);
  const of = { conversation: shopper.conversation().id };
  if (world.finding) expect(await mei.emit('record', { ...of, finding: world.finding })).toMatchObject({ ok: true });
  expect(await mei.emit('take', of)).toMatchObject({ ok: true });
  const { desk, steps } = await asked<{ desk: DeskView; steps: StepView[] }>('open', { ...of, after: 0 });
  return { shopper, of, desk, steps };
}

async function asked<T>(event: 'open' | 'desk', payload: object): Promise<T> {
  const answer = await mei.emit(event, payload);
  expect(answer).toMatchObject({ ok: true });
  return answer as T;
}

function since(shopper: TestShopper, seq: number): { from: string; text: string }[] {
  return [...shopper.messages.values()]
    .filter((message) => message.seq > seq)
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ from, body }) => (body.kind === 'text' || body.kind === 'line' ? [{ from, text: body.text }] : []));
}

/** Facts that nobody should have to tell twice. */
function collected({ order, parcel, missing, evidence, loose, shopper, facts, case: file }: DeskView) {
  return {
    shopper: shopper.name,
    order,
    parcel: parcel?.number,
    missing,
    facts,
    case: file?.number,
    photos: [...evidence.flatMap(({ slots }) => slots.map(({ photo }) => photo)), ...loose.map(({ photo }) => photo)].filter(Boolean),
  };
}

/** "Mei has asked me to …", of that step; "where it was" is told by where it was. */
function pickUp(step: string): RegExp {
  if (step === 'resume') return /^Mei /;
  if (step === 'following') return new RegExp(`${pattern('bot:backAt.following').source}|${pattern('bot:backAt.followingUntil').source}`);
  return pattern(`bot:backAt.${step}`);
}
