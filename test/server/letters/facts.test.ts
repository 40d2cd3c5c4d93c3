/** What a talk knows for the places of letters. */
import { describe, expect, it } from 'vitest';
import { beginning, type FlowContext } from '../../../flows/context.ts';
import { LETTERS } from '../../../protocol/letters.ts';
import type { Parcel } from '../../../protocol/parcel.ts';
import { fitting, missedDate, type Standing } from '../../../server/desk/fitting-letters.ts';
import { factsOf } from '../../../server/letters/facts.ts';
import { order, policy, TODAY } from '../../flows/facts.ts';
import { caseRow, conversation, promise } from '../store/fixtures.ts';
import { lettersWith, SHOP } from './world.ts';

const DAY = 86_400_000;
const parcel = (about: Partial<Parcel> = {}): Parcel => ({ number: 'RB123456785CN', state: 'in_transit', events: [], ...about });
const context = (about: Partial<FlowContext> = {}): FlowContext => ({
  ...beginning({ policy, tz: 'Europe/London' }),
  order,
  parcel: parcel(),
  ...about,
});
const standing = (about: Partial<Standing> = {}): Standing => ({
  shop: SHOP,
  row: conversation('talk', { caseNumber: 'TW-4K7QX' }),
  case: null,
  context: context(),
  promises: [],
  at: TODAY,
  ...about,
});
const factsWith = (about: Partial<FlowContext>) => factsOf(standing({ context: context(about) }));

describe('the facts of a talk', () => {
  it('are few where it can’t be read, and a letter is whole all the same', async () => {
    const facts = factsOf(standing({ context: null }));
    expect(Object.keys(facts).sort()).toEqual(['case', 'shop']);
    for (const letter of LETTERS) {
      const { text } = await lettersWith().render({ shop: SHOP, letter, locale: 'en', tz: 'UTC', facts });
      expect(text).not.toMatch(/\{\{|undefined|null/);
    }
  });

  it('name what is due at customs only where the amount is known', () => {
    const due = { amount: 3210, fee: 800, currency: 'GBP', until: TODAY + DAY };
    const held = { state: 'customs_held', reason: 'duties' } as const;
    expect(factsWith({ parcel: parcel({ ...held, due }) })).toMatchObject({
      amount: { $money: 3210, currency: 'GBP' },
      fee: { $money: 800, currency: 'GBP' },
      until: { $date: TODAY + DAY },
    });
    const unknown = factsWith({ parcel: parcel({ ...held, due: { until: TODAY + DAY } }) });
    expect(unknown).not.toHaveProperty('amount');
    expect(unknown).not.toHaveProperty('fee');
  });

  it('hold no date of arrival that nobody believes any more', () => {
    expect(factsWith({ parcel: parcel({ etaAt: TODAY + DAY }) })).toHaveProperty('eta');
    expect(factsWith({ parcel: parcel({ etaAt: TODAY - DAY }) })).not.toHaveProperty('eta');
    const silent = [{ at: TODAY - 40 * DAY, state: 'in_transit', text: 'x' } as const];
    expect(factsWith({ parcel: parcel({ etaAt: TODAY + DAY, events: silent }) })).not.toHaveProperty('eta');
  });

  it('promise no solution that the shop does not offer', () => {
    const facts = factsWith({ policy: { ...policy, refund: { offered: false, businessDays: 5 } } });
    expect(facts).toHaveProperty('resend');
    expect(facts).not.toHaveProperty('refund');
  });

  it('use the number of the last mile, which the post office knows', () => {
    const facts = factsWith({ parcel: parcel({ lastMile: { number: 'H1234', carrier: 'Evri' } }) });
    expect(facts).toMatchObject({ tracking: { $code: 'H1234' }, carrier: 'Evri' });
  });
});

describe('the letters that fit', () => {
  it('say “lost” only once the carrier or the shop’s own rule does', () => {
    const silent = parcel({ events: [{ at: TODAY - 60 * DAY, state: 'in_transit', text: 'x' }] });
    expect(fitting(standing({ context: context({ parcel: silent }) }))).not.toContain('lost');
    expect(fitting(standing({ context: context({ parcel: silent, policy: { ...policy, lostAfterDays: 45 } }) }))).toContain('lost');
    expect(fitting(standing({ context: context({ parcel: parcel({ state: 'lost' }) }) }))).toContain('lost');
    expect(fitting(standing({ case: caseRow('talk', 'TW-4K7QX', { finding: 'lost' }) }))).toContain('lost');
  });

  it.each([
    ['duties', { state: 'customs_held', reason: 'duties' }],
    ['documents', { state: 'customs_held', reason: 'documents' }],
    ['atDestinationPost', { state: 'available_for_pickup' }],
    ['inTransit', { state: 'in_transit' }],
  ] as const)('follow the parcel: %s', (letter, about) => {
    const states = ['duties', 'documents', 'atDestinationPost', 'inTransit'] as const;
    const fits = fitting(standing({ context: context({ parcel: parcel(about) }) }));
    expect(states.filter((one) => fits.includes(one))).toEqual([letter]);
  });

  it('speak of a promise that is late, with its day', () => {
    const late = standing({ promises: [promise('talk', 'promise-1', { state: 'late', dueAt: TODAY - DAY })] });
    expect(fitting(late)).toContain('late');
    expect(missedDate(late)).toEqual({ was: { $date: TODAY - DAY, as: 'dayTime' } });
    expect(fitting(standing({ promises: [promise('talk', 'promise-1', { state: 'kept', dueAt: TODAY - DAY })] }))).not.toContain('late');
  });
});
