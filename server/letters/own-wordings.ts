/** The owner's own wording of the letters: reading, trying, keeping, and going back to ours. */
import { LETTERS, type LetterId } from '../../protocol/letters.ts';
import type { LetterPreview, LettersView, LetterTextView } from '../../protocol/owner-letters.ts';
import type { FieldProblem } from '../../protocol/people.ts';
import { Invalid, Refused } from '../errors.ts';
import type { Clock } from '../providers/ports.ts';
import type { Shops } from '../shops/shops.ts';
import type { AgentRow, LetterTextRow, ShopRow, Store } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { checkWording, type WordingProblem } from './check.ts';
import type { Letters } from './letters.ts';
import { placesOf, REGISTRY } from './registry.ts';
import { sampleFacts } from './sample.ts';
import type { Template } from './templates.ts';

export interface Given {
  letter: LetterId;
  locale: string;
  subject: string;
  body: string;
}

export interface OwnWordings {
  list(storeId: string, reader: string): Promise<LettersView>;
  /** `bare`: as it reads where nothing is known. */
  preview(storeId: string, given: Given & { bare: boolean }, reader: string): Promise<LetterPreview>;
  /** `E_INVALID` with what is wrong where; `E_CHANGED` where somebody wrote since `version`. The audit names the letter, not its text. */
  save(by: AgentRow, given: Given & { version: number | null }, reader: string): Promise<LetterTextView>;
  /** Ours holds again. */
  putBack(by: AgentRow, given: { letter: LetterId; locale: string; version: number }): Promise<LetterTextView>;
}

export function createOwnWordings(deps: { letters: Letters; store: Store; shops: Shops; wording: Wording; clock: Clock }): OwnWordings {
  const { letters, store, shops, wording, clock } = deps;

  async function shopOf(storeId: string): Promise<ShopRow> {
    const shop = await shops.asStored(storeId);
    if (!shop) throw new Refused('E_NOT_FOUND');
    return shop;
  }

  function view(shop: ShopRow, letter: LetterId, locale: string, written: LetterTextRow | undefined): LetterTextView {
    const ours = letters.ours(letter, locale);
    const about = { letter, locale, version: written?.updatedAt ?? null };
    if (written) return { ...about, whose: 'owner', subject: written.subject, body: written.body };
    if (ours) return { ...about, whose: 'ours', ...ours };
    return { ...about, whose: 'nobody', subject: '', body: '', instead: insteadOf(shop, letter, locale) };
  }

  /** The language in which it goes out where there are no words in its own. */
  function insteadOf({ settings }: ShopRow, letter: LetterId, locale: string): string {
    const { defaultLocale } = settings;
    return locale !== defaultLocale && letters.ours(letter, defaultLocale) ? defaultLocale : 'en';
  }

  async function fitting(storeId: string, { locale }: Given): Promise<ShopRow> {
    const shop = await shopOf(storeId);
    if (!shop.settings.locales.includes(locale)) throw new Refused('E_NOT_FOUND');
    return shop;
  }

  function told(problems: WordingProblem[], reader: string): FieldProblem[] {
    const viewer: Viewer = { locale: reader, tz: 'UTC', now: clock.now() };
    return problems.map(({ path, what, place = '', most = 0 }) => ({
      path,
      text: wording.text(viewer, `letters:problem.${what}`, { place, most }),
    }));
  }

  async function textOf(shop: ShopRow, letter: LetterId, locale: string): Promise<LetterTextView> {
    return view(shop, letter, locale, (await store.letterText(shop.id, letter, locale)) ?? undefined);
  }

  return {
    async list(storeId, reader) {
      const shop = await shopOf(storeId);
      const written = await store.letterTextsOf(storeId);
      const viewer = { locale: reader, tz: 'UTC', now: clock.now() };
      return {
        letters: LETTERS.map((id) => ({
          id,
          title: wording.text(viewer, `letters:title.${id}`),
          places: placesOf(id).map((place) => ({
            id: place,
            label: wording.text(viewer, `letters:place.${place}`),
            needed: REGISTRY[id].needs.includes(place),
          })),
        })),
        locales: shop.settings.locales,
        texts: LETTERS.flatMap((letter) =>
          shop.settings.locales.map((locale) =>
            view(
              shop,
              letter,
              locale,
              written.find((row) => row.letter === letter && row.locale === locale),
            ),
          ),
        ),
      };
    },

    async preview(storeId, given, reader) {
      const shop = await fitting(storeId, given);
      const { letter, locale, subject, body, bare } = given;
      const facts = bare ? {} : sampleFacts(shop.settings.name, clock.now());
      const template: Template = { subject, body };
      const { open, foot, ...filled } = letters.fill({ shop, letter, locale, tz: shop.settings.policy.hours.tz, facts }, template);
      return { ...filled, open, foot, shop: shop.settings.name, problems: told(checkWording(letter, template), reader) };
    },

    async save(by, given, reader) {
      const { version, letter, locale } = given;
      const shop = await fitting(by.storeId, given);
      const subject = given.subject.trim();
      const body = given.body.replaceAll('\r\n', '\n').trim();
      const problems = checkWording(letter, { subject, body });
      if (problems.length > 0) throw new Invalid(told(problems, reader));
      const at = clock.now();
      const audit = { at, actor: by.id, action: 'letter.changed', detail: { letter, locale } };
      if (!(await store.saveLetterText(shop.id, version, { letter, locale, subject, body, updatedAt: at }, audit)))
        throw new Refused('E_CHANGED');
      return textOf(shop, letter, locale);
    },

    async putBack(by, { version, letter, locale }) {
      const shop = await shopOf(by.storeId);
      const audit = { at: clock.now(), actor: by.id, action: 'letter.putBack', detail: { letter, locale } };
      if (!(await store.removeLetterText(shop.id, version, letter, locale, audit))) throw new Refused('E_CHANGED');
      return textOf(shop, letter, locale);
    },
  };
}
