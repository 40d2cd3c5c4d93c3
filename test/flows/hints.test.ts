/** What is noticed about a photo is told beside it, and never stands in its way. */
import { describe, expect, it } from 'vitest';
import { statusOf } from '../../flows/status.ts';
import { NUMBER, order, PARCELS } from './facts.ts';
import { begin, saidIn } from './walk.ts';
import type { Walk } from './walk.ts';

const mei = { id: 'agent-mei', name: 'Mei' };

describe('hints about a photo', () => {
  it('stand beside it until it is used anyway, and say nothing of their own', () => {
    const talk = atPhotos();
    talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p1', hints: ['dark', 'blurred'] });
    expect(slots(talk)[0]).toMatchObject({
      photoId: 'p1',
      hints: [{ $t: 'prompt:evidence.hint.dark' }, { $t: 'prompt:evidence.hint.blurred' }],
    });
    expect(saidIn(talk.last.effects)).toEqual([]);
    talk.send({ type: 'shopper.keptPhoto', photoId: 'p1' });
    expect(talk.last.effects.map(({ name }) => name)).toEqual(['ask']);
    expect(slots(talk)[0]).toEqual({ id: 'one', label: { $t: 'prompt:evidence.slot.one' }, photoId: 'p1' });
    expect(talk.snapshot.context.hints).toEqual({});
  });

  it('do not keep anybody from going on', () => {
    const talk = atPhotos();
    talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p1', hints: ['small'] });
    expect(talk.prompt).toMatchObject({ prompt: { enough: true } });
    talk.send({ type: 'shopper.finishedEvidence' });
    expect(talk.prompt?.name).toBe('evidence.packaging');
  });

  it('go with the photo that is removed or replaced', () => {
    const talk = atPhotos();
    talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p1', hints: ['dark'] });
    talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p2', hints: ['twice'] });
    expect(talk.snapshot.context.hints).toEqual({ p2: ['twice'] });
    talk.send({ type: 'shopper.removedPhoto', photoId: 'p2' });
    expect(talk.snapshot.context.hints).toEqual({});
  });

  it('name both numbers where the label is another parcel’s', () => {
    const talk = atPhotos();
    for (let i = 0; i < 2; i++) talk.send({ type: 'shopper.cantProvide', reason: 'other' });
    const effects = talk.send({
      type: 'shopper.addedPhoto',
      item: 'label',
      slot: 'one',
      photoId: 'p1',
      hints: ['otherLabel'],
      barcode: 'LX000000005CN',
    });
    expect(effects[0]).toEqual({
      name: 'say',
      params: { text: { $t: 'bot:evidence.otherLabel', p: { number: { $code: 'LX000000005CN' }, own: { $code: NUMBER } } } },
    });
    talk.send({ type: 'shopper.finishedEvidence' });
    expect(talk.snapshot.context.evidence.label).toMatchObject({ state: 'done', photos: { one: 'p1' } });
  });

  it('are shown to a shopper with a person too, who alone speaks', () => {
    const talk = atPhotos();
    talk.send({ type: 'agent.took', agent: mei });
    talk.send({ type: 'agent.askedAgain', item: 'label', reason: 'too dark', agent: mei });
    talk.send({ type: 'shopper.addedPhoto', item: 'label', slot: 'one', photoId: 'p1', hints: ['otherLabel'], barcode: 'X' });
    expect(saidIn(talk.last.effects)).toEqual([]);
    expect(slots(talk)[0]?.hints).toHaveLength(1);
    talk.send({ type: 'shopper.keptPhoto', photoId: 'p1' });
    expect(slots(talk)[0]?.hints).toBeUndefined();
  });
});

describe('a photo that was seen in an earlier case', () => {
  it('is for people’s eyes, and changes nothing for the shopper', () => {
    const [talk, other] = [atPhotos(), atPhotos()];
    const photo = { type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p1' } as const;
    const effects = talk.send({ ...photo, seenBefore: true });
    expect(effects[0]).toEqual({ name: 'handOff', params: { reason: 'photoSeen', first: false } });
    expect(effects.slice(1)).toEqual(other.send(photo));
    expect(talk.snapshot.context.seenBefore).toBe(true);
    expect([talk.snapshot.value, statusOf(talk.snapshot)]).toEqual([other.snapshot.value, 'bot']);
  });

  it('calls for people once, and not where one was asked for already', () => {
    const talk = atPhotos();
    talk.send({ type: 'shopper.wantsPerson' });
    talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p1', seenBefore: true });
    talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'two', photoId: 'p2', seenBefore: true });
    expect(talk.all.flatMap((one) => (one.name === 'handOff' ? [one.params.reason] : []))).toEqual(['asked']);
    expect(talk.snapshot.context.seenBefore).toBe(true);
  });
});

function atPhotos(): Walk {
  const talk = begin();
  talk.send({ type: 'shopper.chose', choice: 'missing' });
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel: PARCELS.delivered });
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  return talk;
}

function slots(talk: Walk) {
  const prompt = talk.prompt?.prompt;
  return prompt?.kind === 'evidence' ? prompt.slots : [];
}
