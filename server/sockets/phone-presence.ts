/** Whether a phone has come in by a link, for the same shopper's other devices. */
import type { Log } from '../log.ts';
import { phoneRoom, shopperRoom, type ShopperNamespace } from './namespaces.ts';
import { type Spread, toAll } from './spread.ts';

/** A node that does not answer within this is not waited for. */
const ANSWER_MS = 900;

export function createPhonePresence(deps: { shoppers: ShopperNamespace; spread: Spread; log: Log }) {
  const { shoppers, spread, log } = deps;

  async function isHere(conversation: string): Promise<boolean> {
    if (shoppers.adapter.rooms.has(phoneRoom(conversation))) return true;
    if (!spread()) return false;
    try {
      return (await shoppers.timeout(ANSWER_MS).in(phoneRoom(conversation)).fetchSockets()).length > 0;
    } catch (error) {
      log.warn('phone.unasked', { error });
      return false;
    }
  }

  function tell(conversation: string, here: boolean): void {
    toAll(shoppers, spread).to(shopperRoom(conversation)).except(phoneRoom(conversation)).emit('phone', { here });
  }

  return {
    isHere,
    came: (conversation: string) => {
      tell(conversation, true);
    },
    /** One of its windows is closed; another may be open. */
    left: async (conversation: string) => {
      if (!(await isHere(conversation))) tell(conversation, false);
    },
  };
}
export type PhonePresence = ReturnType<typeof createPhonePresence>;
