import type { FlowContext } from '../../flows/context.ts';
import type { ConversationRow } from '../store/port.ts';
import { isAddress } from './is-address.ts';

/**
 * Where this talk may be mailed to: the address of the order that was proven, else that of the verified identity. What a shopper or a page
 * merely claims is no address.
 */
export function addressOf({ identity }: Pick<ConversationRow, 'identity'>, context: Pick<FlowContext, 'order'> | null): string | null {
  return [context?.order?.email, identity?.email].map((one) => one?.trim()).find((one) => one !== undefined && isAddress(one)) ?? null;
}
