/** Two act in one moment: one has the talk, the other is told who; and the bot never speaks after a person has come. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Parcel } from '../../../protocol/parcel.ts';
import { openAgent } from '../../support/agent.ts';
import { startApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { openShopper, type TestShopper } from '../../support/shopper.ts';
import { findParcel } from '../roads.ts';
import type { Agent } from './agent.ts';
import { type Desk, openDesk, PATIENT } from './desk.ts';
import { settled } from './worlds.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

const ROUNDS = 10;

it('of two who press in the same moment one has it, and the other is told by name', async () => {
  const [mei, tom] = [await desk.agent('Mei Tan'), await desk.agent('Tom Reed')];
  let told = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const shopper = await openShopper(desk.app.url, { store: desk.app.shop.key });
    await shopper.say('my parcel is lost');
    await settled(desk.app, shopper);
    const { id } = shopper.conversation();
    await Promise.all([mei.goTo(id), tom.goTo(id)]);
    await pressTogether(mei, tom);

    const { agent } = await shopper.until(({ status }) => status === 'agent');
    const [winner, loser] = agent?.name === 'Mei Tan' ? [mei, tom] : [tom, mei];
    await winner.reply.waitFor();
    await loser.locked('composer.has', { name: winner.row.name });
    expect(await loser.reply.count()).toBe(0);
    await winner.say(`Hello from ${winner.row.name}`);
    await loser.thread.getByText(`Hello from ${winner.row.name}`, { exact: true }).waitFor();
    if (await loser.toast.getByText(loser.texts.label('console:composer.quicker', { name: winner.row.name })).isVisible()) told += 1;

    expect(shopper.texts().filter((text) => / (joined|took over)/.test(text))).toEqual([`${winner.row.name} joined`]);
    shopper.close();
  }
  // Whoever saw the other come before their own press was on its way is not told twice.
  expect(told).toBeGreaterThanOrEqual(ROUNDS / 2);
});

it('what the bot would have said to words that came with the take is on neither screen', async () => {
  const mei = await desk.agent('Mei Tan');
  for (let round = 0; round < 4; round++) {
    const claire = await desk.visit();
    await claire.open();
    await findParcel(claire, 'customs', '1005', 'claire@example.com');
    await mei.goTo((await claire.row()).id);
    await claire.composer.fill('and what does that mean for me?');
    await mei.takeButton.waitFor();
    await Promise.all([claire.press('ui.send'), mei.takeButton.click()]);
    await claire.hears('line:joined');
    await mei.reply.waitFor();
    await mei.say('It means this.');
    await claire.log.getByText('It means this.', { exact: true }).waitFor();
    await desk.app.app.idle();

    const stored = await claire.stored();
    const joined = stored.findIndex(({ body }) => body.kind === 'line');
    expect(joined).toBeGreaterThan(0);
    expect(stored.slice(joined).map(({ from }) => from)).not.toContain('bot');
    for (const log of [claire.log, mei.thread]) {
      const [before = '', after = ''] = (await log.innerText()).split(/Mei Tan joined/);
      expect(before).toMatch(claire.texts.pattern('bot:customs.ask'));
      expect(after).toContain('It means this.');
      expect(after).not.toMatch(claire.texts.pattern('bot:missed'));
      expect(after).not.toMatch(claire.texts.pattern('bot:customs.ask'));
    }
  }
});

describe('what was being looked up', () => {
  it('when a person came is kept, and the bot says nothing of it until it has the talk again', async () => {
    let found: (parcel: Parcel) => void = () => undefined;
    const tracking = { track: () => new Promise<Parcel>((resolve) => (found = resolve)) };
    const test = await startApp({ tracking });
    const [shopper, mei] = await Promise.all([
      openShopper(test.url, { store: test.shop.key }),
      openAgent(test.url, test.store, test.shop.id, 'Mei', test.clock.now()),
    ]);
    const of = { conversation: shopper.conversation().id };
    await asksForParcel(shopper);
    await expect.poll(() => shopper.conversation().prompt, PATIENT).toBeNull();
    await expect.poll(async () => (await mei.emit('take', of)).ok, PATIENT).toBe(true);
    const { lastSeq } = await shopper.until(({ status }) => status === 'agent');

    found(onItsWay('LP00674120385591', test.clock.now()));
    await test.app.idle();
    expect(await mei.emit('desk', of)).toMatchObject({ desk: { parcel: { state: 'in_transit' } } });
    expect((await test.store.conversation(test.shop.id, of.conversation))?.lastSeq).toBe(lastSeq);
    expect(await mei.emit('giveBack', { ...of, step: 'moving' })).toMatchObject({ ok: true });
    await settled(test, shopper);
    expect(shopper.texts().slice(-3).join('\n')).toContain('Mei has asked me to keep an eye on your parcel.');
    shopper.close();
    mei.close();
    await test.close();
  });
});

/** Both buttons, by one clock: the time it takes to ask either browser does not count. */
async function pressTogether(...agents: Agent[]): Promise<void> {
  const buttons = await Promise.all(agents.map((agent) => agent.takeButton.elementHandle()));
  const at = performance.timeOrigin + performance.now() + 300;
  await Promise.all(
    buttons.map((button) =>
      button?.evaluate(
        (element, then) =>
          new Promise<void>((resolve) => {
            const press = () => {
              if (performance.timeOrigin + performance.now() < then) return void setTimeout(press);
              (element as HTMLElement).click();
              resolve();
            };
            press();
          }),
        at,
      ),
    ),
  );
}

async function asksForParcel(shopper: TestShopper): Promise<void> {
  await shopper.choose('in_transit');
  const { id } = await shopper.prompt(({ kind }) => kind === 'find');
  await shopper.send({ kind: 'find', prompt: id, order: '1001', contact: 'jonas@example.com' });
}

function onItsWay(number: string, now: number): Parcel {
  return {
    number,
    carrier: 'Cainiao',
    state: 'in_transit',
    events: [{ at: now - DAY, state: 'in_transit', text: 'Departed', place: { city: 'Liège', country: 'BE' } }],
    shippedAt: now - 8 * DAY,
  };
}
