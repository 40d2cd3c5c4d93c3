/** A line of a tracking reads in the shopper's language, whatever language its carrier writes. */
import { expect, it } from 'vitest';
import { eventWords } from '../../flows/cards/event-words.ts';

it.each([
  ['【深圳】已揽收', 'accepted'],
  ['包裹已入库', 'accepted'],
  ['离开【深圳互换局】', 'departed'],
  ['已交航', 'departed'],
  ['航班已离港', 'departed'],
  ['邮件已出境', 'departed'],
  ['到达【伦敦】处理中心', 'arrived'],
  ['航班落地', 'arrived'],
  ['分拣中', 'sorted'],
  ['海关清关中', 'customs_passed'],
  ['Departed from facility', 'departed'],
  ['与收件人联系中', 'in_transit'],
])('“%s” is said as %s', (text, said) => {
  expect(eventWords({ at: 0, state: 'in_transit', text })).toEqual({ $t: `parcel:event.${said}` });
});

it('the state decides where it says more than the line', () => {
  expect(eventWords({ at: 0, state: 'delivered', text: '已到达' })).toEqual({ $t: 'parcel:event.delivered' });
});
