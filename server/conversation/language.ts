/** The language of a talk: what the shopper writes in is followed, unless they have chosen one themselves. */
import type { LanguageBy } from '../../protocol/conversation.ts';
import { t, type Words } from '../../protocol/words.ts';
import type { ConversationRow } from '../store/port.ts';
import type { Detected } from '../understanding/language.ts';

export interface Switched {
  locale: string;
  localeBy: LanguageBy;
}

/** Chooses among the languages that the shop offers; empty where it offers none of these. */
export type PickOffered = (wishes: string[]) => string;

/** An address is written as it is in its own country, whatever its writer speaks. */
const NOT_THEIR_WORDS = ['address.new'];

/** Null where the talk stays in its language: too little to tell by, not offered, or chosen by hand. */
export function followed(
  written: Detected,
  row: Pick<ConversationRow, 'locale' | 'localeBy' | 'prompt'>,
  pick: PickOffered,
): Switched | null {
  if (row.localeBy === 'chosen' || !written.sure) return null;
  if (row.prompt && NOT_THEIR_WORDS.includes(row.prompt.name)) return null;
  const locale = pick([written.language]);
  return locale === '' || locale === row.locale ? null : { locale, localeBy: 'written' };
}

/** What the page asks for, or what they choose; null where nothing changes. */
export function asked(wish: { locale: string; chosen: boolean }, row: Pick<ConversationRow, 'locale' | 'localeBy'>): Switched | null {
  // What they wrote or chose says more of them than a page does.
  if (!wish.chosen && row.localeBy !== 'page') return null;
  const localeBy = wish.chosen ? 'chosen' : 'page';
  return wish.locale === row.locale && localeBy === row.localeBy ? null : { locale: wish.locale, localeBy };
}

/** Said once for a switch that they did not ask for, so that nobody wonders; while a person speaks, the bot says nothing. */
export function noteOf({ locale }: Switched, { status }: Pick<ConversationRow, 'status'>): Words | null {
  return status === 'agent' ? null : t('line:language', { language: { $language: locale } });
}
