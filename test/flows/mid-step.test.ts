/** A question in the middle of a step is answered, and the step goes on as if nothing were. */
import { describe, expect, it } from 'vitest';
import { ASKS } from '../../flows/events.ts';
import type { Ask } from '../../flows/events.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { NUMBER, order, PARCELS } from './facts.ts';
import { begin, saidIn, understood } from './walk.ts';
import type { Happening, Walk } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };

const STEPS: Record<string, () => Walk> = {
  identify: () => talkTo([{ type: 'shopper.chose', choice: 'delivered' }]),
  household: () => found(PARCELS.delivered, 'delivered'),
  address: () => found(PARCELS.delivered, 'delivered', ['asked', 'looked']),
  items: () => found(PARCELS.delivered, 'missing'),
  photos: () => found(PARCELS.delivered, 'missing', [], [picked]),
  collected: () => found(PARCELS.delivered, 'missing', [], [picked, ...excused]),
  paper: () =>
    found(
      PARCELS.delivered,
      'missing',
      [],
      [picked, ...excused, chose('collectedMe'), { type: 'agent.recorded', finding: 'packed', agent: mei }],
    ),
  certificate: () => {
    const talk = STEPS['paper']!();
    talk.send(chose('havePaper'));
    return talk;
  },
  remedy: () => found(PARCELS.lost, 'lost'),
  newAddress: () => found(PARCELS.lost, 'lost', [], [{ type: 'shopper.choseRemedy', remedy: 'resend' }, chose('addressWrong')]),
  duties: () => found(PARCELS.duties, 'customs'),
  moving: () => found(PARCELS.moving, 'in_transit'),
  prove: () =>
    talkTo([
      chose('missing'),
      { type: 'shopper.gaveTracking', tracking: NUMBER, doubtful: false },
      { type: 'parcel.found', parcel: PARCELS.delivered },
    ]),
};

describe.each(Object.entries(STEPS))('while %s waits', (name, step) => {
  it.each(ASKS)('%s is answered, the question stays, and one short line leads back to it', (asks) => {
    const talk = step();
    const [before, state] = [talk.prompt, talk.snapshot.value];
    const said = saidIn(ask(talk, asks));
    expect(said.length, said.join()).toBeGreaterThan(1);
    expect(said.at(-1)).toMatch(/^bot:goOn\./);
    expect(said.slice(0, -1).every((key) => !key.startsWith('bot:goOn.'))).toBe(true);
    expect(talk.prompt).toEqual(before);
    expect([talk.snapshot.value, talk.snapshot.context.misses]).toEqual([state, 0]);
    expect(
      talk.last.effects.filter(({ name: effect }) => !['say', 'show'].includes(effect)),
      name,
    ).toEqual([]);
  });
});

it('never takes a question for an address', () => {
  const talk = STEPS['newAddress']!();
  expect(saidIn(ask(talk, 'is_bot'))).toEqual(['bot:answer.isBot', 'bot:goOn.newAddress']);
  expect(talk.snapshot.context.remedy).toBeNull();
});

it('answers what is asked for, of the step that is open', () => {
  for (const [step, key] of [
    ['photos', 'bot:faq.whyAll'],
    ['certificate', 'bot:faq.whyPostOffice'],
    ['prove', 'bot:answer.whyOrder'],
    ['duties', 'bot:customs.whyPay'],
  ] as const)
    expect(saidIn(ask(STEPS[step]!(), 'why'))[0], step).toBe(key);
});

it('shows where it is, and the date that is owed', () => {
  const talk = found(PARCELS.delivered, 'delivered');
  ask(talk, 'where_now');
  expect(talk.shown('parcel')).toHaveLength(2);
  for (const choice of ['asked', 'looked', 'addressRight']) talk.send(chose(choice));
  expect(saidIn(ask(talk, 'how_long'))).toEqual(['bot:answer.howLong.by']);
  expect(saidIn(ask(talk, 'what_next'))).toEqual(['bot:answer.next.by']);
});

it('answers the upset too, and offers a person', () => {
  const talk = STEPS['items']!();
  talk.send({ type: 'shopper.said', text: '', understood: understood({ asks: 'how_long', distress: 0.9 }) });
  expect(saidIn(talk.last.effects)).toEqual(['bot:answer.howLong.missing', 'bot:distress']);
});

it('answers on the first screen only what is no story', () => {
  const talk = begin();
  expect(saidIn(ask(talk, 'is_bot'))).toEqual(['bot:answer.isBot']);
  expect(talk.snapshot.matches({ talk: 'welcome' })).toBe(true);
  talk.send({ type: 'shopper.said', text: '', understood: understood({ asks: 'where_now', intent: 'where_is_my_order' }) });
  expect(talk.snapshot.matches({ talk: 'identify' })).toBe(true);
});

describe('what was told before is not asked again', () => {
  it('of the quick checks', () => {
    const talk = begin();
    talk.send({
      type: 'shopper.said',
      text: '',
      understood: understood({ intent: 'not_received_delivered', checked: ['household', 'safePlace'] }),
    });
    talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
    talk.send({ type: 'order.found', order });
    talk.send({ type: 'parcel.found', parcel: PARCELS.delivered });
    expect(talk.prompt?.name).toBe('delivered.address');
  });

  it('of the address that was confirmed', () => {
    const talk = found(PARCELS.delivered, 'delivered', ['asked', 'looked', 'addressRight']);
    talk.send({ type: 'agent.recorded', finding: 'lost', agent: mei });
    talk.send({ type: 'shopper.choseRemedy', remedy: 'resend' });
    expect(talk.snapshot.context).toMatchObject({ remedy: 'resend', promise: { kind: 'remedyDone' } });
    expect(talk.said()).toContain('bot:address.known');
  });
});

const picked: Happening = { type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] };
const excused: Happening[] = Array.from({ length: 4 }, () => ({ type: 'shopper.cantProvide', reason: 'other' }) as const);

function ask(talk: Walk, asks: Ask) {
  return talk.send({ type: 'shopper.said', text: '', understood: understood({ asks }) });
}

function found(parcel: Parcel, problem: string, choices: readonly string[] = [], more: readonly Happening[] = []): Walk {
  return talkTo([
    chose(problem),
    { type: 'shopper.gaveOrder', number: order.number, contact: order.email },
    { type: 'order.found', order },
    { type: 'parcel.found', parcel },
    ...choices.map(chose),
    ...more,
  ]);
}

function talkTo(events: readonly Happening[]): Walk {
  const talk = begin();
  for (const event of events) talk.send(event);
  return talk;
}

function chose(choice: string): Happening {
  return { type: 'shopper.chose', choice };
}
