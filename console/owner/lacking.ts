/** Where an owner’s words for a letter are missing, so that nobody thinks they are everywhere. */
import type { LetterId } from '../../protocol/letters.ts';
import type { LettersView } from '../../protocol/owner-letters.ts';

/** The languages in which the owner has worded it. */
export function ownedIn({ texts }: LettersView, letter: LetterId): string[] {
  return texts.filter((text) => text.letter === letter && text.whose === 'owner').map(({ locale }) => locale);
}

/** There are no words at all, or ours go out while in another language the owner’s do. */
export function lacksWords(view: LettersView, letter: LetterId, locale: string): boolean {
  const whose = view.texts.find((text) => text.letter === letter && text.locale === locale)?.whose;
  return whose === 'nobody' || (whose === 'ours' && ownedIn(view, letter).length > 0);
}
