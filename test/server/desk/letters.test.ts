/** Prepared replies, filled from the case. */
import { describe, expect, it } from 'vitest';
import { beginning, type FlowContext } from '../../../flows/context.ts';
import { LETTERS, lettersFor } from '../../../server/desk/letters.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import type { ConversationRow } from '../../../server/store/port.ts';
import { readResources } from '../../../server/words/resources.ts';
import { createWording } from '../../../server/words/words.ts';
import { DAY, START } from '../../support/clock.ts';
import { conversation } from '../store/fixtures.ts';

const resources = readResources();
const wording = await createWording(resources);
const reader = { locale: 'en', tz: 'Europe/London', now: START };

const row = (about: Partial<ConversationRow> = {}) => conversation('talk', { caseNumber: 'TW-4K7QX', problem: 'missing', ...about });
const context = (about: Partial<FlowContext> = {}): FlowContext => ({
  ...beginning({ policy: defaultPolicy, tz: reader.tz }),
  order: {
    number: '1003',
    email: 'anna@example.com',
    customerName: 'Anna Berg',
    placedAt: START,
    currency: 'GBP',
    total: 4820,
    items: [],
    parcels: [],
  },
  parcel: { number: 'RB473102965GB', state: 'delivered', events: [] },
  promise: { kind: 'warehouseAnswer', owner: 'warehouse', dueAt: START + 2 * DAY },
  ...about,
});
const named = (letters: ReturnType<typeof lettersFor>) => letters.map(({ id }) => id);
const textOf = (id: string, about: FlowContext, of = row()) => lettersFor(of, about, wording, reader).find((one) => one.id === id)?.text;

describe('a letter', () => {
  it('holds the facts of the case, and no place is left open', () => {
    const letters = lettersFor(row(), context(), wording, reader);
    expect(named(letters).sort()).toEqual(LETTERS.map(({ id }) => id).sort());
    for (const { title, text, mine } of letters)
      for (const one of [title, text, mine]) expect(one).not.toMatch(/[{}]|letter:|undefined|null/);
    expect(textOf('warehouse', context())).toContain('TW-4K7QX');
    expect(textOf('warehouse', context())).toContain('Mon 23 November, 12:00');
    expect(textOf('photos', context())).toContain('1003');
    expect(textOf('postOffice', context())).toContain('RB473102965GB');
    expect(textOf('goodbye', context())).toContain('Anna');
    expect(textOf('goodbye', context())).not.toContain('Berg');
  });

  it('whose facts are missing is not offered', () => {
    expect(named(lettersFor(row({ caseNumber: null }), null, wording, reader))).toEqual(['reading']);
    expect(named(lettersFor(row(), context({ promise: null }), wording, reader))).not.toContain('warehouse');
    expect(named(lettersFor(row(), context({ parcel: null }), wording, reader))).not.toContain('postOffice');
  });

  it('that fits the trouble comes first, after the one that begins', () => {
    const missing = named(lettersFor(row(), context(), wording, reader));
    expect(missing.slice(0, 4)).toEqual(['reading', 'photos', 'warehouse', 'postOffice']);
    expect(named(lettersFor(row({ problem: 'customs' }), context(), wording, reader)).slice(0, 2)).toEqual(['reading', 'customs']);
  });

  it('is in the shopper’s language, and in the reader’s beside it', () => {
    const [first] = lettersFor(row({ locale: 'en' }), context(), wording, { ...reader, locale: 'en' });
    expect(first?.text).toBe(first?.mine);
    for (const locale of Object.keys(resources).filter((one) => one !== 'en' && resources[one]?.['letter'])) {
      const [spoken] = lettersFor(row({ locale }), context(), wording, reader);
      expect(spoken?.mine, locale).toBe(first?.mine);
      expect(spoken?.text, locale).not.toBe(first?.text);
    }
  });

  it('is filled once: what the facts hold is never read as a place', () => {
    const names = ['{{order}}', '{{constructor}}', '{{__proto__.x}}', '$t(letter:reading.text)', '**bold**', '<b>x</b>'];
    for (const name of names) {
      const about = context();
      const text = textOf('goodbye', { ...about, order: about.order && { ...about.order, customerName: name } });
      expect(text, name).toContain(`Thank you for your patience, ${name.replaceAll('**', '').split(' ')[0]}.`);
    }
  });

  it('holds no more of a name than a line', () => {
    const about = context();
    const text = textOf('goodbye', { ...about, order: about.order && { ...about.order, customerName: 'x'.repeat(1_000_000) } });
    expect(text?.length ?? 0).toBeLessThan(1_000);
  });
});
