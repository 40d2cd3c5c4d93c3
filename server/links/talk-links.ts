/** One-time links into a talk: from the desktop to the phone, from a letter back to the chat, to a page that is printed. */
import { createHash } from 'node:crypto';
import type { Ref } from '../conversation/conversations.ts';
import { hashToken, newToken } from '../identity/tokens.ts';
import type { Clock } from '../providers/ports.ts';
import type { Shops } from '../shops/shops.ts';
import type { DeviceRow, Store, TalkLinkRow } from '../store/port.ts';
import type { OwnAddress } from './own-address.ts';

export type TalkLinkKind = 'phone' | 'mail' | 'print';

export interface TalkLinks {
  /** `what`: of what there is a page to print. `origin`: ours, as whoever asks has reached us; else what is known of this talk. */
  create(ref: Ref, kind: TalkLinkKind, what?: string, origin?: string): Promise<{ url: string; expiresAt: number }>;
  /** Those to print are read as often as one likes within their time; the others are used up by it. null: unknown, used or over. */
  take(token: string): Promise<{ ref: Ref; kind: TalkLinkKind; what: string | null } | null>;
  /**
   * Lets a device in by a link of its shop, once, and gives it a token of its own. `key`: of the device's own making; with the same one
   * it is answered like the first time, so that an answer lost on the way costs nobody their link.
   */
  enter(storeId: string, link: { token: string; key: string }): Promise<{ token: string; ref: Ref } | null>;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const LINK_LIFE_MS: Record<TalkLinkKind, number> = { phone: 10 * MINUTE, mail: 14 * DAY, print: 60 * MINUTE };
const DEVICE_LIFE_MS: Record<DeviceRow['kind'], number> = { phone: DAY, mail: 30 * DAY };

export function createTalkLinks(deps: { store: Store; shops: Shops; clock: Clock; address: OwnAddress }): TalkLinks {
  const { store, shops, clock, address } = deps;

  async function enter(storeId: string, given: { token: string; key: string }) {
    const now = clock.now();
    const token = deviceToken(given);
    const link = await store.talkLink(hashToken(given.token), now);
    if (link && isOfDevice(link) && link.storeId === storeId) {
      const expiresAt = now + DEVICE_LIFE_MS[link.kind];
      await store.takeTalkLink(storeId, link.tokenHash, now, { ...bare(link), tokenHash: hashToken(token), createdAt: now, expiresAt });
    }
    // Whether by this call or by the same one before: there is a device, or there is not.
    const device = await store.device(storeId, hashToken(token), now);
    return device && { token, ref: refOf(device) };
  }

  return {
    enter,
    async create(ref, kind, what, origin) {
      const shop = await shops.byId(ref.storeId);
      if (!shop) throw new Error('a link is of a shop that is there');
      const token = newToken();
      const now = clock.now();
      const expiresAt = now + LINK_LIFE_MS[kind];
      await store.addTalkLink({ ...ref, tokenHash: hashToken(token), kind, what: what ?? null, createdAt: now, expiresAt });
      const base = kind === 'phone' ? address.forPhone(ref.conversationId, origin) : address.of(ref.conversationId, origin);
      // In the fragment it is never sent, neither to us nor as a referrer, and stands in no log.
      const path = kind === 'print' ? `/print/${token}` : `/panel?store=${encodeURIComponent(shop.key)}#link=${token}`;
      return { url: `${base}${path}`, expiresAt };
    },
    async take(token) {
      const now = clock.now();
      const link = await store.talkLink(hashToken(token), now);
      if (!link) return null;
      const taken = link.kind === 'print' || (await store.takeTalkLink(link.storeId, link.tokenHash, now, null));
      return taken ? { ref: refOf(link), kind: link.kind, what: link.what } : null;
    },
  };
}

/** Follows from both secrets: whoever has the link alone, later on, can't make it. */
function deviceToken({ token, key }: { token: string; key: string }): string {
  return createHash('sha256').update(`device:${token}:${key}`, 'utf8').digest('base64url');
}

function isOfDevice(link: TalkLinkRow): link is TalkLinkRow & { kind: DeviceRow['kind'] } {
  return link.kind !== 'print';
}

function bare({ storeId, conversationId, kind }: TalkLinkRow & { kind: DeviceRow['kind'] }) {
  return { storeId, conversationId, kind };
}

function refOf({ storeId, conversationId }: Ref): Ref {
  return { storeId, conversationId };
}
