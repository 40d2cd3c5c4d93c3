/** Letters in the shopper's language: the owner's wording where there is one, else ours; text and HTML from the one source. */
import type { LetterId } from '../../protocol/letters.ts';
import type { Clock } from '../providers/ports.ts';
import type { ShopRow, Store } from '../store/port.ts';
import type { Wording } from '../words/words.ts';
import { asText } from './as-text.ts';
import { fillBody, fillLine, type Block } from './fill.ts';
import { layOut } from './layout.ts';
import { placesOf } from './registry.ts';
import type { Template, Templates } from './templates.ts';
import { valuesOf, type LetterFacts } from './values.ts';

export interface LetterInput {
  shop: ShopRow;
  letter: LetterId;
  locale: string;
  tz: string;
  facts: LetterFacts;
}

export interface Rendered {
  subject: string;
  text: string;
  html: string;
}

export interface Letters {
  render(input: LetterInput): Promise<Rendered>;
  /** The same from a wording that is not kept: what an owner has written so far. */
  renderTemplate(input: LetterInput, template: Template): Rendered;
  /** What a wording makes, before it is dressed. */
  fill(input: LetterInput, template: Template): Filled;
  /** In which language this letter would be written for readers of `locale`, and whose the wording is. */
  source(shop: ShopRow, letter: LetterId, locale: string): Promise<Found>;
  /** Ours; null where there is none in that language. */
  ours(letter: LetterId, locale: string): Template | null;
}

export interface Filled {
  subject: string;
  blocks: Block[];
  /** On the button, and below everything. */
  open: string;
  foot: string;
}

export interface Found {
  template: Template;
  locale: string;
  whose: 'owner' | 'ours';
}

export interface LettersDeps {
  store: Pick<Store, 'letterText'>;
  wording: Wording;
  templates: Templates;
  clock: Clock;
}

const LONGEST_SUBJECT = 200;

export function createLetters({ store, wording, templates, clock }: LettersDeps): Letters {
  function ours(letter: LetterId, locale: string): Template | null {
    return templates.get(locale)?.get(letter) ?? null;
  }

  async function source(shop: ShopRow, letter: LetterId, locale: string): Promise<Found> {
    for (const language of new Set([locale, shop.settings.defaultLocale, 'en'])) {
      const written = await store.letterText(shop.id, letter, language);
      if (written) return { template: written, locale: language, whose: 'owner' };
      const template = ours(letter, language);
      if (template) return { template, locale: language, whose: 'ours' };
    }
    throw new Error(`there is no letter ${letter} in any language`);
  }

  function fill(input: LetterInput, { subject, body }: Template): Filled {
    const { shop, letter, locale, tz } = input;
    const viewer = { locale, tz, now: clock.now() };
    const values = valuesOf({ ...input.facts, shop: shop.settings.name }, placesOf(letter), wording, viewer);
    const list = new Intl.ListFormat(locale, { style: 'narrow', type: 'conjunction' });
    const joined = (parts: readonly string[]) => list.format(parts);
    return {
      subject: (fillLine(subject, values, joined) || shop.settings.name).slice(0, LONGEST_SUBJECT),
      blocks: fillBody(body, values, joined),
      open: wording.text(viewer, 'letters:open'),
      foot: wording.text(viewer, 'letters:foot', { shop: shop.settings.name }),
    };
  }

  function renderTemplate(input: LetterInput, template: Template): Rendered {
    const { shop, locale } = input;
    const filled = fill(input, template);
    return {
      subject: filled.subject,
      text: asText(filled),
      html: layOut({ ...filled, locale, shop: shop.settings }),
    };
  }

  return {
    ours,
    source,
    fill,
    renderTemplate,
    async render(input) {
      const { template, locale } = await source(input.shop, input.letter, input.locale);
      return renderTemplate({ ...input, locale }, template);
    },
  };
}
