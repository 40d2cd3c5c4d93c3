/** One-time links into a talk, and the devices that came in by them. */
import type { Row } from './columns.ts';
import { orNull, text, whole } from './columns.ts';
import type { Database } from './database.ts';
import { linksRead, linksWrite } from './links-statements.ts';
import type { DeviceRow, Store, TalkLinkRow } from './port.ts';
import { queriesOf, step } from './queries.ts';
import { toConversation, toTokenOwner } from './rows.ts';
import { read } from './statements.ts';

type LinkMethods = Pick<
  Store,
  'conversationByToken' | 'ownerOfToken' | 'device' | 'addTalkLink' | 'talkLink' | 'takeTalkLink' | 'sweepTalkLinks'
>;

export function linkMethods(database: Database): LinkMethods {
  const { one, run } = queriesOf(database);

  return {
    // The first device is asked for first: most shoppers have no other.
    conversationByToken: async (storeId, hash, now) =>
      (await one(toConversation, read.conversationByToken, storeId, hash, now)) ??
      (await one(toConversation, linksRead.conversationByDevice, storeId, hash, now)),
    ownerOfToken: async (hash, now) =>
      (await one(toTokenOwner, read.ownerOfToken, hash, now)) ?? (await one(toTokenOwner, linksRead.ownerOfDevice, hash, now)),
    device: (storeId, hash, now) => one(toDevice, linksRead.device, storeId, hash, now),

    addTalkLink: (l) => run(step(linksWrite.addLink, l.tokenHash, l.storeId, l.conversationId, l.kind, l.what, l.createdAt, l.expiresAt)),
    talkLink: (hash, now) => one(toTalkLink, linksRead.link, hash, now),
    async takeTalkLink(storeId, hash, now, device) {
      const used = { sql: linksWrite.useLink, values: [hash, storeId, now], otherwise: 'used' as const };
      return (await database.transact(device === null ? [used] : [used, addDevice(device)])) === null;
    },
    sweepTalkLinks: (now) => run(step(linksWrite.sweepLinks, now), step(linksWrite.sweepDevices, now)),
  };
}

function addDevice(d: DeviceRow) {
  return step(linksWrite.addDevice, d.tokenHash, d.storeId, d.conversationId, d.kind, d.createdAt, d.expiresAt);
}

function toTalkLink(r: Row): TalkLinkRow {
  return { ...toDevice(r), kind: text(r.kind), what: orNull(r.what) };
}

function toDevice(r: Row): DeviceRow {
  return {
    tokenHash: text(r.token_hash),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    kind: text(r.kind),
    createdAt: whole(r.created_at),
    expiresAt: whole(r.expires_at),
  };
}
