import { createLetters, type Letters } from '../../../server/letters/letters.ts';
import { sampleFacts } from '../../../server/letters/sample.ts';
import { readTemplates } from '../../../server/letters/templates.ts';
import type { LetterFacts } from '../../../server/letters/values.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import type { LetterTextRow, ShopRow } from '../../../server/store/port.ts';
import { readResources } from '../../../server/words/resources.ts';
import { createWording } from '../../../server/words/words.ts';

export const NOW = Date.UTC(2026, 7, 14, 9);

export const SHOP: ShopRow = {
  id: 'shop-1',
  key: 'shop',
  settings: {
    name: 'Kestrel & Co',
    color: '#20558f',
    locales: ['en', 'es', 'zh-CN', 'ar'],
    defaultLocale: 'en',
    origins: [],
    greeting: {},
    identityRequired: false,
    tracking: 'none',
    policy: defaultPolicy,
  },
  identitySecret: 'secret',
  createdAt: 0,
  updatedAt: 0,
};

export const wording = await createWording(readResources());

/** `own`: wordings that the owner has written. */
export function lettersWith(own: LetterTextRow[] = []): Letters {
  return createLetters({
    store: {
      letterText: (_storeId, letter, locale) => Promise.resolve(own.find((row) => row.letter === letter && row.locale === locale) ?? null),
    },
    wording,
    templates: readTemplates(),
    clock: { now: () => NOW },
  });
}

/** Something for every place there is. */
export const EVERY_FACT: LetterFacts = { ...sampleFacts(SHOP.settings.name, NOW), link: 'https://help.example/panel?store=shop#link=abc' };
