/** The second stage of a missing item: what the warehouse found, the post office's paper, and the claim on the carrier. */
import { describe, expect, it } from 'vitest';
import { DAY } from '../../flows/dates.ts';
import { flowMap } from '../../flows/map/map.ts';
import { currentStep, statusOf } from '../../flows/status.ts';
import { stepsFor } from '../../flows/steps.ts';
import { NUMBER, order, PARCELS } from './facts.ts';
import { begin, saidIn } from './walk.ts';
import type { Walk } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };
const VIDEO = 'https://video.example.com/packing/1003';

describe('what the warehouse found', () => {
  it('is not claimed beforehand, and told with its video, by letter too', () => {
    const talk = atWarehouse();
    expect(talk.said()).not.toContain('bot:finding.packed');
    const effects = talk.send({ type: 'agent.recorded', finding: 'packed', agent: mei, video: VIDEO });
    expect(saidIn(effects)[0]).toBe('bot:finding.packed');
    expect(talk.shown('document')[0]).toMatchObject({ opens: { href: VIDEO } });
    expect(effects).toContainEqual({
      name: 'sendLetter',
      params: { letter: 'warehouseFinding', facts: { finding: { $t: 'bot:finding.packed' }, video: VIDEO } },
    });
    expect(talk.prompt?.name).toBe('investigation.ask');
  });

  it('brings the choice of remedies where it was never packed', () => {
    const talk = atWarehouse();
    const effects = talk.send({ type: 'agent.recorded', finding: 'notPacked', agent: mei });
    expect(effects.find(({ name }) => name === 'sendLetter')).toMatchObject({
      params: { facts: { finding: { $t: 'bot:finding.notPacked' } } },
    });
    expect(talk.prompt?.name).toBe('remedy');
  });

  it('shows the video also where a person has the floor, who tells it', () => {
    const talk = atWarehouse();
    talk.send({ type: 'agent.took', agent: mei });
    const effects = talk.send({ type: 'agent.recorded', finding: 'packed', agent: mei, video: VIDEO });
    expect([saidIn(effects), talk.shown('document')]).toMatchObject([[], [{ opens: { href: VIDEO } }]]);
  });
});

it('says by letter that all evidence is in', () => {
  expect(atWarehouse().all).toContainEqual({ name: 'sendLetter', params: { letter: 'evidenceReceived' } });
});

describe('the post office’s paper', () => {
  it('comes with a letter to print, and is no condition for the shopper’s rights', () => {
    const talk = leftComplete();
    expect(talk.shown('document')).toMatchObject([{ opens: { letter: 'postOffice' } }]);
    expect(talk.said()).toContain('bot:investigation.rights');
    expect(choiceIds(talk)).toEqual(['willGo', 'havePaper', 'cantGo', 'whyPostOffice', 'whyNotYou', 'canFaster', 'unsure']);
    for (const [choice, key] of [
      ['whyPostOffice', 'bot:faq.whyPostOffice'],
      ['whyNotYou', 'bot:faq.whyNotYou'],
      ['canFaster', 'bot:faq.canFaster'],
    ] as const)
      expect(saidIn(choose(talk, choice))).toEqual([key]);
    expect(talk.prompt?.name).toBe('investigation.ask');
  });

  it('may come weeks later: then it is taken in, and the claim filed with a date', () => {
    const talk = leftComplete();
    choose(talk, 'willGo');
    expect(talk.snapshot.context).toMatchObject({ case: { stage: 'carrier' }, promise: { kind: 'carrierAnswer', owner: 'store' } });
    talk.send({ type: 'agent.recorded', finding: 'unclear', agent: mei });
    talk.wait(1);
    choose(talk, 'keepGoing');
    expect(choiceIds(talk)).toContain('havePaper');
    choose(talk, 'havePaper');
    expect(talk.prompt).toMatchObject({ name: 'evidence.certificate', prompt: { example: 'paper', step: 1, of: 2 } });
    talk.send({ type: 'shopper.addedPhoto', item: 'certificate', slot: 'one', photoId: 'paper-1' });
    talk.send({ type: 'shopper.finishedEvidence' });
    expect(talk.prompt).toMatchObject({ name: 'evidence.value', prompt: { example: 'receipt' } });
    talk.send({ type: 'shopper.cantProvide', reason: 'other' });
    expect(talk.said()).toContain('bot:investigation.filed');
    expect(talk.snapshot.context).toMatchObject({
      promise: { kind: 'carrierAnswer', owner: 'carrier' },
      evidence: { certificate: { state: 'done', photos: { one: 'paper-1' } }, value: { state: 'cant' } },
    });
    expect(talk.snapshot.context.log.map(({ what }) => what)).toContain('filed');
    expect(talk.snapshot.context.promise?.dueAt).toBeGreaterThan(talk.at);
    expect(choiceIds(talk)).not.toContain('havePaper');
  });

  it('that was put off can be given after all', () => {
    const talk = leftComplete();
    choose(talk, 'havePaper');
    talk.send({ type: 'shopper.cantProvide', reason: 'later' });
    expect(talk.snapshot.matches({ talk: 'following' })).toBe(true);
    choose(talk, 'havePaper');
    expect(talk.prompt?.name).toBe('evidence.certificate');
  });

  it('that the post office refuses brings a person', () => {
    const talk = leftComplete();
    choose(talk, 'havePaper');
    talk.send({ type: 'shopper.cantProvide', reason: 'refused' });
    expect(statusOf(talk.snapshot)).toBe('waiting');
    expect(talk.said()).toContain('bot:investigation.cant');
  });

  it('keeps the date whatever is answered, and speaks up when it is missed', () => {
    const talk = leftComplete();
    expect(talk.snapshot.context.promise).toMatchObject({ kind: 'carrierAnswer' });
    talk.wait(10 * DAY);
    expect(talk.said()).toContain('bot:late.case');
  });

  it('is a step that a person may give back at, and stands in the map', () => {
    const talk = leftComplete();
    choose(talk, 'willGo');
    talk.send({ type: 'agent.took', agent: mei });
    expect(stepsFor(talk.snapshot).map(({ id }) => id)).toContain('certificate');
    talk.send({ type: 'agent.gaveBack', step: 'certificate', agent: mei });
    expect([talk.prompt?.name, currentStep(talk.snapshot)]).toEqual(['evidence.certificate', 'certificate']);
    expect(flowMap(talk.snapshot, []).nodes.find(({ state }) => state === 'now')?.id).toBe('paper');
  });
});

function atWarehouse(): Walk {
  const talk = begin();
  choose(talk, 'missing');
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel: PARCELS.delivered });
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  for (let i = 0; i < 4; i++) talk.send({ type: 'shopper.cantProvide', reason: 'other' });
  choose(talk, 'collectedMe');
  expect(talk.snapshot.context.parcel?.number).toBe(NUMBER);
  return talk;
}

function leftComplete(): Walk {
  const talk = atWarehouse();
  talk.send({ type: 'agent.recorded', finding: 'packed', agent: mei });
  return talk;
}

function choose(talk: Walk, choice: string) {
  return talk.send({ type: 'shopper.chose', choice });
}

function choiceIds(talk: Walk): string[] {
  return (talk.prompt?.prompt.choices ?? []).map(({ id }) => id);
}
