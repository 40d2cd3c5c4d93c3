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
  /** Paragraphs and lists, for a page of another dress. `locale`: the language that the words are in. */
  blocks(input: LetterInput): Promise<{ subject: string; blocks: Block[]; locale: string }>;
  /** In which language this letter would be written for readers of `locale`, and whose the wording is. */
  source(shop: ShopRow, letter: LetterId, locale: string): Promise<Found>;
  /** Ours; null where there is none in that language. */
  ours(letter: LetterId, locale: string): Template | null;
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

  function filled(input: LetterInput, { subject, body }: Template): { subject: string; blocks: Block[] } {
    const { shop, letter, locale, tz } = input;
    const facts = { ...input.facts, shop: shop.settings.name };
    const values = valuesOf(facts, placesOf(letter), wording, { locale, tz, now: clock.now() });
    const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' });
    const joined = (parts: readonly string[]) => list.format(parts);
    return {
      subject: (fillLine(subject, values, joined) || shop.settings.name).slice(0, LONGEST_SUBJECT),
      blocks: fillBody(body, values, joined),
    };
  }

  function renderTemplate(input: LetterInput, template: Template): Rendered {
    const { shop, locale, tz } = input;
    const { subject, blocks } = filled(input, template);
    const viewer = { locale, tz, now: clock.now() };
    const open = wording.text(viewer, 'letters:open');
    const foot = wording.text(viewer, 'letters:foot', { shop: shop.settings.name });
    return {
      subject,
      text: asText(blocks, open, foot),
      html: layOut({ locale, subject, blocks, shop: shop.settings, open, foot }),
    };
  }

  return {
    ours,
    source,
    renderTemplate,
    async render(input) {
      const { template, locale } = await source(input.shop, input.letter, input.locale);
      return renderTemplate({ ...input, locale }, template);
    },
    async blocks(input) {
      const { template, locale } = await source(input.shop, input.letter, input.locale);
      return { ...filled({ ...input, locale }, template), locale };
    },
  };
}
