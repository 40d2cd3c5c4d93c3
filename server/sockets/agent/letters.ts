/** A letter of the shop, sent by an agent: in the commit that tells of it in the talk. */
import { SendLetter } from '../../../protocol/agent-events.ts';
import { t } from '../../../protocol/words.ts';
import { fitting, isPrinted, missedDate } from '../../desk/fitting-letters.ts';
import { addressOf } from '../../mail/address.ts';
import type { Clock } from '../../providers/ports.ts';
import type { Shops } from '../../shops/shops.ts';
import type { Store } from '../../store/port.ts';
import { served, type Table } from './served.ts';
import { NO_ADDRESS, NOT_NOW, unlessOthers } from './standing.ts';

export function letterActs(deps: { store: Store; shops: Shops; clock: Clock; mails: boolean }): Table<'sendLetter'> {
  const { store, shops, clock, mails } = deps;

  return {
    sendLetter: served(SendLetter, (seat, { conversation, id, letter }) =>
      seat.act(
        conversation,
        async (row, flow) => {
          const refused = unlessOthers(row, seat.agent);
          if (refused) return refused;
          const context = flow?.context ?? null;
          if (!mails || addressOf(row, context) === null) return NO_ADDRESS;
          const [shop, cases, promises] = await Promise.all([
            shops.byId(row.storeId),
            store.casesOf(row.storeId, row.id),
            store.promisesOf(row.storeId, row.id),
          ]);
          const opened = cases.find(({ number }) => number === row.caseNumber) ?? null;
          if (!shop) return { refuse: 'E_NOT_FOUND' };
          const standing = { shop, row, context, case: opened, promises, at: clock.now() };
          if (isPrinted(letter) || !fitting(standing).includes(letter)) return NOT_NOW;
          return {
            event: null,
            message: { id, from: 'system', body: { kind: 'line', icon: 'mail', text: t('letters:sent', { name: seat.me.name }) } },
            // What else it needs is looked up when it goes out.
            letter: { letter, facts: { ...missedDate(standing) } },
            audit: seat.did('letter.sent', { letter }),
          };
        },
        id,
      ),
    ),
  };
}
