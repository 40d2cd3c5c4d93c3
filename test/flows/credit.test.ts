import { describe, expect, it } from 'vitest';
import { order, PARCELS } from './facts.ts';
import { begin } from './walk.ts';

describe('store credit', () => {
  it('stands beside the others where the owner offers it, and is the shopper’s own choice', () => {
    const talk = lost(true);
    expect(talk.prompt).toMatchObject({ prompt: { options: [{ id: 'resend' }, { id: 'refund' }, { id: 'credit' }] } });
    talk.send({ type: 'shopper.choseRemedy', remedy: 'credit' });
    expect(talk.snapshot.context).toMatchObject({ remedy: 'credit', promise: { kind: 'remedyDone', owner: 'store' } });
    expect(talk.all.filter(({ name }) => name === 'recordRemedy')).toEqual([
      { name: 'recordRemedy', params: { number: talk.snapshot.context.case?.number, remedy: 'credit', asked: 'credit' } },
    ]);
  });

  it('is neither named nor taken where it is not offered', () => {
    const talk = lost(false);
    talk.send({ type: 'shopper.choseRemedy', remedy: 'credit' });
    expect([talk.prompt?.name, talk.snapshot.context.remedy]).toEqual(['remedy', null]);
    expect(JSON.stringify(talk.all)).not.toContain('credit');
  });
});

function lost(offered: boolean) {
  const talk = begin({ policy: { credit: { offered } } });
  talk.send({ type: 'shopper.chose', choice: 'lost' });
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel: PARCELS.lost });
  return talk;
}
