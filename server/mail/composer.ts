/** Mails from what is known of a talk: letters by their wording, what was missed by itself; each with a link of its own back into the chat. */
import { factsOf } from '../letters/facts.ts';
import type { Letters } from '../letters/letters.ts';
import type { TalkLinks } from '../links/talk-links.ts';
import type { Clock } from '../providers/ports.ts';
import type { Wording } from '../words/words.ts';
import { noticeMail } from './notice.ts';
import type { About, Composer } from './outbox.ts';

export function createComposer(deps: { letters: Letters; links: Pick<TalkLinks, 'create'>; wording: Wording; clock: Clock }): Composer {
  const { letters, links, wording, clock } = deps;
  const linkTo = ({ row }: About) => links.create({ storeId: row.storeId, conversationId: row.id }, 'mail');

  return {
    notice: async (about, messages) => noticeMail({ ...about, messages, link: await linkTo(about) }, wording, clock.now()),
    async letter(about, letter, facts) {
      const { shop, row } = about;
      const { url } = await linkTo(about);
      const known = factsOf({ ...about, at: clock.now(), link: url });
      return letters.render({ shop, letter, locale: row.locale, tz: row.tz, facts: { ...known, ...facts } });
    },
  };
}
