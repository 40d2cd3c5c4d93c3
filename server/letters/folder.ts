/** All that is known of one talk, for what is printed and packed from it. */
import type { FlowContext } from '../../flows/context.ts';
import type { Conversations, Ref } from '../conversation/conversations.ts';
import { thaw } from '../conversation/runner.ts';
import type { Shops } from '../shops/shops.ts';
import type { CaseRow, ConversationRow, PhotoRow, PromiseRow, ShopRow, Store } from '../store/port.ts';

export interface Folder {
  shop: ShopRow;
  row: ConversationRow;
  case: CaseRow | null;
  /** null where this version can't read it. */
  context: FlowContext | null;
  promises: PromiseRow[];
  photos: PhotoRow[];
}

export interface Folders {
  /** null where it is not there, or another shop's. */
  open(ref: Ref): Promise<Folder | null>;
}

export function createFolders(deps: {
  conversations: Pick<Conversations, 'view'>;
  shops: Shops;
  store: Pick<Store, 'promisesOf' | 'photosOf'>;
}): Folders {
  const { conversations, shops, store } = deps;
  return {
    async open(ref) {
      const [loaded, shop] = await Promise.all([conversations.view(ref), shops.byId(ref.storeId)]);
      if (!loaded || !shop) return null;
      const [promises, photos] = await Promise.all([
        store.promisesOf(ref.storeId, ref.conversationId),
        store.photosOf(ref.storeId, ref.conversationId),
      ]);
      const context = thaw(loaded.row.flow, shop.settings.policy)?.context ?? null;
      return { ...loaded, shop, context, promises, photos };
    },
  };
}
