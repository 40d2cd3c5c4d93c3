/** Photos come in over HTTP and then by the same door: the row and the message are one commit. */
import { BOX_SIDES, EVIDENCE_ITEMS } from '../../protocol/case.ts';
import type { Body } from '../../protocol/message.ts';
import { t } from '../../protocol/words.ts';
import { createNoticing, toldOf } from '../evidence/noticing.ts';
import type { PhotoAck, PhotoDoor, PhotoInput, PhotoOwner } from '../evidence/door.ts';
import { hashToken } from '../identity/tokens.ts';
import type { Clock } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';
import type { Wording } from '../words/words.ts';
import type { Conversations } from './conversations.ts';

type PhotoBody = Extract<Body, { kind: 'photo' }>;
const ITEMS: readonly PhotoBody['item'][] = [...EVIDENCE_ITEMS, 'loose'];
const SLOTS: readonly NonNullable<PhotoBody['slot']>[] = ['one', 'two', 'three', ...BOX_SIDES];

export function photoDoor(deps: { conversations: Conversations; store: Store; wording: Wording; clock: Clock }): PhotoDoor {
  const { conversations, store, wording, clock } = deps;
  const noticed = createNoticing(store);
  const refuse: PhotoDoor['refuse'] = (code, locale, params) => {
    const viewer = { locale: wording.pick([locale], wording.locales, 'en'), tz: 'UTC', now: clock.now() };
    return { ok: false, code, text: wording.text(viewer, `error:${code}`, params) };
  };

  async function earlier(owner: PhotoOwner, messageId: string): Promise<PhotoAck | null> {
    const message = await store.messageById(owner.storeId, owner.conversationId, messageId);
    return message?.body.kind === 'photo' ? { seq: message.seq, at: message.at, photoId: message.body.photoId } : null;
  }

  async function accept(input: PhotoInput) {
    const { owner, messageId, photo } = input;
    const item = ITEMS.find((one) => one === input.item);
    const slot = SLOTS.find((one) => one === input.slot);
    if (!item || !slot) return refuse('E_BAD_PAYLOAD', owner.locale, {});
    const alt = t(
      item === 'loose' ? 'prompt:loosePhoto' : item === 'packaging' ? `prompt:evidence.slot.${slot}` : `prompt:evidence.${item}.title`,
    );
    // In the conversation's own turn: of two that come at once, the second finds the first.
    const outcome = await conversations.handle(owner, async (row, flow) => {
      const findings = await noticed(input, row, flow?.context ?? null);
      return {
        event: { type: 'shopper.addedPhoto', item, slot, photoId: photo.id, ...toldOf(findings) },
        photo: { ...photo, findings },
        message: { id: messageId, from: 'shopper', body: { kind: 'photo', photoId: photo.id, item, slot, alt } },
      };
    });
    if (!outcome.ok) return refuse(outcome.code, owner.locale, {});
    // The same upload may have landed by another try in the meantime: then its photo is the one that counts.
    const landed = await earlier(owner, messageId);
    return { ok: true as const, seq: outcome.seq, at: outcome.at, photoId: landed?.photoId ?? photo.id };
  }

  return {
    authorise: (token) => store.ownerOfToken(hashToken(token), clock.now()),
    earlier,
    accept,
    photo: async (owner, photoId) => {
      const photo = await store.photo(owner.storeId, photoId);
      return photo?.conversationId === owner.conversationId ? photo : null;
    },
    usage: async (owner) => {
      const photos = await store.photosOf(owner.storeId, owner.conversationId);
      return { photos: photos.length, bytes: photos.reduce((sum, one) => sum + one.bytes, 0) };
    },
    refuse,
  };
}
