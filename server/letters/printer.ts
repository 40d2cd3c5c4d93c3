/** Letters on paper: for the post office in its own language and in English, and our claim on the carrier. */
import { createHash } from 'node:crypto';
import { PRINTED } from '../../protocol/letters.ts';
import { t, type Words } from '../../protocol/words.ts';
import type { Ref } from '../conversation/conversations.ts';
import type { Clock } from '../providers/ports.ts';
import type { Wording } from '../words/words.ts';
import { languageOf } from './countries.ts';
import { factsOf } from './facts.ts';
import { onPaper } from './on-paper.ts';
import type { Folder, Folders } from './folder.ts';
import type { Letters } from './letters.ts';
import { PRINT_STYLE, printedPage, type PrintedLetter } from './print-page.ts';

export type Printed = (typeof PRINTED)[number];

export interface Printer {
  /** A whole page; null where the talk is not there. `locale`: of the claim, where the carrier reads another language than English. */
  page(ref: Ref, letter: Printed, locale?: string): Promise<string | null>;
}

/** The page's own style and nothing else: no script, no picture, no address to go to. */
export const PRINT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PRINT_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function isPrinted(letter: string): letter is Printed {
  return PRINTED.some((one) => one === letter);
}

export function createPrinter(deps: { folders: Folders; letters: Letters; wording: Wording; clock: Clock }): Printer {
  const { folders, letters, wording, clock } = deps;

  async function written(folder: Folder, letter: Printed, locale: string): Promise<PrintedLetter> {
    const { shop, row } = folder;
    const { template, locale: language } = await letters.source(shop, letter, locale);
    const facts = onPaper({ ...factsOf({ ...folder, at: clock.now() }), ...(letter === 'carrierClaim' && wholeOrder(folder)) });
    const { subject, blocks } = letters.fill({ shop, letter, locale: language, tz: row.tz, facts }, template);
    const viewer = { locale: language, tz: row.tz, now: clock.now() };
    const label = (key: string) => wording.text(viewer, `letters:print.${key}`);
    return {
      locale: language,
      subject,
      blocks,
      labels: { office: label('office'), stamp: label('stamp'), date: label('date'), signature: label('signature') },
      today: wording.word<Words>({ $date: clock.now(), as: 'date' }, viewer),
    };
  }

  return {
    async page(ref, letter, locale = 'en') {
      const folder = await folders.open(ref);
      if (!folder) return null;
      // The clerk's language first; who wrote the page can read the other.
      const wanted = letter === 'postOffice' ? [languageOf(countryOf(folder)), 'en'] : [wording.pick([locale], wording.locales, 'en')];
      const languages = [...new Set(wanted)].filter((one) => one !== null);
      return printedPage(
        await Promise.all(languages.map((language) => written(folder, letter, language))),
        letter === 'postOffice' ? 'stamp' : 'sign',
      );
    },
  };
}

/** Where no item is named as missing, the claim is for all of them. */
function wholeOrder({ context }: Folder): { items?: Words[] } {
  if (!context?.order || context.missing.length > 0) return {};
  return { items: context.order.items.map(({ name, quantity }) => t('letters:item', { number: quantity, name })) };
}

function countryOf({ context }: Folder): string | undefined {
  return context?.order?.address?.country ?? context?.parcel?.destination?.country;
}
