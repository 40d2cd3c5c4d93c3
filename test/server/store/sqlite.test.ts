import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { INBOX_FILTERS } from '../../../protocol/inbox.ts';
import { inboxCounts, inboxPage, inboxRead } from '../../../server/store/inbox-statements.ts';
import { linksRead } from '../../../server/store/links-statements.ts';
import { MIGRATIONS } from '../../../server/store/migrations/list.ts';
import { openStore } from '../../../server/store/open.ts';
import { claimMails, mailRead, mailWrite } from '../../../server/store/mails-statements.ts';
import { peopleRead } from '../../../server/store/people-statements.ts';
import { printsLike } from '../../../server/store/statements.ts';
import type { Store } from '../../../server/store/port.ts';
import { StorageError } from '../../../server/store/port.ts';
import { openDatabase, requireVersion } from '../../../server/store/sqlite/database.ts';
import { migrateSqlite } from '../../../server/store/sqlite/migrate.ts';
import { openSqliteStore, sqliteDatabase } from '../../../server/store/sqlite/open.ts';
import { createStore } from '../../../server/store/store.ts';
import { claimWatches, trackingRead } from '../../../server/store/tracking-statements.ts';
import { BEFORE_INBOX, expectInboxOf } from './before-inbox.ts';
import { storeContract } from './contract.ts';
import { change, said, shop } from './fixtures.ts';
import type { Subject } from './subject.ts';

storeContract('SQLite', async () => inTempFolder((path) => subjectAt(join(path, 'test.db'))));

describe('SQLite alone', () => {
  test('a full disk fails the turns of that moment whole; with room again, work goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracewell-'));
    const db = openDatabase(join(folder, 'full.db'));
    migrateSqlite(db, MIGRATIONS);
    const store = createStore(sqliteDatabase(db));
    await store.addShop(shop());
    await store.commit(change('c1', { messages: [said(1)] }));

    const pages = Number(Object.values(db.prepare('PRAGMA page_count').get() ?? {})[0]);
    db.exec(`PRAGMA max_page_count = ${pages}`);
    const long = 'x'.repeat(4000);
    const turns = ['c2', 'c3'].map((id) => store.commit(change(id, { messages: Array.from({ length: 40 }, (_, i) => said(i + 1, long)) })));
    const results = await Promise.allSettled([...turns, store.commit(change('c4'))]);
    expect(results.map((r) => r.status === 'rejected' && r.reason instanceof StorageError)).toEqual([true, true, true]);
    expect(await store.conversation('shop-1', 'c2')).toBeNull();
    expect(await store.messages('shop-1', 'c2', 0, 100)).toEqual([]);
    expect(await store.conversation('shop-1', 'c4')).toBeNull();

    db.exec('PRAGMA max_page_count = 1000000');
    expect(await store.commit(change('c2', { messages: [said(1, long)] }))).toEqual({ ok: true });
    expect(await store.messages('shop-1', 'c1', 0, 10)).toEqual([said(1)]);
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('a transaction that can not be committed rejects every turn in it', async () => {
    const db = openDatabase(':memory:');
    migrateSqlite(db, MIGRATIONS);
    // A deferred foreign key is looked at by COMMIT alone.
    db.exec('CREATE TABLE late (id TEXT REFERENCES shops (id) DEFERRABLE INITIALLY DEFERRED)');
    db.exec(`CREATE TRIGGER spoil AFTER INSERT ON conversations WHEN new.id = 'spoilt' BEGIN INSERT INTO late VALUES ('nobody'); END`);
    const store = createStore(sqliteDatabase(db));
    await store.addShop(shop());
    const results = await Promise.allSettled(['c1', 'spoilt', 'c2'].map((id) => store.commit(change(id))));
    expect(results.map((r) => r.status === 'rejected' && r.reason instanceof StorageError)).toEqual([true, true, true]);
    expect(await store.conversation('shop-1', 'c1')).toBeNull();
    expect(await store.commit(change('c1'))).toEqual({ ok: true });
    await store.close();
  });

  test('the settings that durability rests on are on', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracewell-'));
    const db = openDatabase(join(folder, 'test.db'));
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(['journal_mode', 'synchronous', 'foreign_keys'].map(pragma)).toEqual(['wal', 2, 1]);
    expect(pragma('busy_timeout')).toBeGreaterThan(0);
    db.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['3.51.2', '3.50.9', '3.7.0', '2.9.9'])('SQLite %s is refused', (version) => {
    expect(() => requireVersion(version)).toThrow(StorageError);
  });
  test.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('SQLite %s will do', (version) => {
    expect(() => requireVersion(version)).not.toThrow();
  });

  test('talks from before there was a list are in it', async () => {
    const db = openDatabase(':memory:');
    migrateSqlite(db, MIGRATIONS.slice(0, 1));
    for (const sql of BEFORE_INBOX) db.exec(sql);
    migrateSqlite(db, MIGRATIONS);
    const store = createStore(sqliteDatabase(db));
    await expectInboxOf(store);
    await store.close();
  });

  test('a file that is no database is refused', () => {
    expect(() => openSqliteStore({ path: import.meta.filename })).toThrow(StorageError);
    expect(() => openSqliteStore({ path: join(tmpdir(), 'no', 'such', 'folder', 'x.db') })).toThrow(StorageError);
  });

  test('a turn reads and writes by index, however long the conversation', () => {
    const { plan, close } = plans();
    expect(plan(`SELECT * FROM messages WHERE store_id = 'a' AND conversation_id = 'b' AND seq > 3 ORDER BY seq LIMIT 5`)).toMatch(
      /^SEARCH messages USING INDEX [^;]*$/,
    );
    expect(plan(`SELECT * FROM messages WHERE store_id = 'a' AND conversation_id = 'b' AND id = 'c'`)).toMatch(
      /^SEARCH messages USING INDEX [^;]*$/,
    );
    expect(plan(`SELECT * FROM conversations WHERE store_id = 'a' AND token_hash = 'b'`)).toMatch(/USING INDEX conversations_token/);
    expect(plan(`SELECT * FROM conversations WHERE store_id = 'a' AND status = 'waiting' ORDER BY updated_at LIMIT 5`)).toMatch(
      /^SEARCH conversations USING INDEX conversations_inbox [^;]*$/,
    );
    expect(plan(`SELECT * FROM timers WHERE due_at <= 5 ORDER BY due_at LIMIT 5`)).toMatch(/^SEARCH timers USING INDEX timers_due [^;]*$/);
    expect(plan(`SELECT id FROM effects WHERE leased_until <= 5 ORDER BY leased_until, created_at LIMIT 5`)).toMatch(
      /^SEARCH effects USING INDEX effects_pending [^;]*$/,
    );
    close();
  });

  test.each(INBOX_FILTERS)('a page of the list is a walk along an index, however many rows there are: %s', (filter) => {
    const { plan, close } = plans();
    const walk = plan(inboxPage(filter, ''));
    const index = { all: 'inbox_open', mine: 'inbox_mine' }[String(filter)] ?? 'inbox_status';
    expect(walk).toMatch(new RegExp(`^CO-ROUTINE i; SEARCH i USING INDEX ${index} \\(.*\\(rank,rank_at,conversation_id\\)>`));
    // `i` is the page that has been cut, and `few` the unread ones, ten at most.
    expect(walk.replaceAll(/SCAN (i|few)(?=;|$)/g, '')).not.toMatch(/SCAN|TEMP B-TREE/);
    close();
  });

  test('counting, finding and what is due go by index', () => {
    const { plan, close } = plans();
    const counts = plan(inboxCounts(''));
    expect(counts.replaceAll(/SCAN (few|CONSTANT ROW)/g, '')).not.toMatch(/SCAN|TEMP B-TREE/);
    expect(counts.match(/SEARCH i USING (COVERING )?INDEX inbox_(open|status|mine)/g)).toHaveLength(INBOX_FILTERS.length);
    expect(plan(inboxRead.find).replace('SCAN named', '')).not.toMatch(/SCAN|\(store_id=\?\)/);
    expect(plan(inboxRead.items('$2, $3'))).not.toMatch(/SCAN (?!few)|\(store_id=\?\)/);
    expect(plan(printsLike).replace('SCAN alike', '')).not.toMatch(/SCAN/);
    expect(plan(printsLike).match(/USING INDEX photo_prints_value \(store_id=\? AND part=\? AND value=\?\)/g)).toHaveLength(4);
    expect(plan(inboxRead.due)).toBe('SEARCH i USING INDEX inbox_next (next_at<?)');
    expect(plan(inboxRead.leftBehind)).toMatch(/USING COVERING INDEX inbox_mine/);
    expect(plan(peopleRead.audit)).toBe('SEARCH audit USING INDEX audit_store (store_id=? AND id<?)');
    expect(plan(peopleRead.liveSessions('$2, $3'))).not.toMatch(/SCAN/);
    for (const sql of Object.values(linksRead)) expect(plan(sql)).not.toMatch(/SCAN|TEMP B-TREE/);
    expect(plan(claimWatches(''))).toMatch(/SEARCH watches USING INDEX watches_due \(next_at<\?\)/);
    for (const sql of Object.values(trackingRead)) expect(plan(sql)).not.toMatch(/SCAN/);
    expect(plan(claimMails(''))).not.toMatch(/SCAN/);
    expect(plan(mailWrite.sweep)).not.toMatch(/SCAN/);
    expect(plan(mailRead.ofTalk)).toMatch(/USING INDEX mails_conversation/);
    close();
  });
});

describe('openStore', () => {
  test('without a URL makes the data folder and one file in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracewell-'));
    const dataDir = join(folder, 'deep', 'data');
    const first = await openStore({ dataDir });
    await first.addShop(shop());
    await first.close();
    const second = await openStore({ dataDir, databaseUrl: '' });
    expect(await second.shops()).toEqual([shop()]);
    await second.close();
    rmSync(folder, { recursive: true });
  });

  test('refuses a URL it does not know, and a server that does not answer', async () => {
    await expect(openStore({ dataDir: tmpdir(), databaseUrl: 'mysql://localhost/x' })).rejects.toBeInstanceOf(StorageError);
    await expect(openStore({ dataDir: tmpdir(), databaseUrl: 'postgres://127.0.0.1:1/x' })).rejects.toBeInstanceOf(StorageError);
  });
});

/** How SQLite would go about a statement, on an empty database. */
function plans(): { plan(sql: string): string; close(): void } {
  const db = openDatabase(':memory:');
  migrateSqlite(db, MIGRATIONS);
  return {
    plan: (sql) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\$(\d+)/g, '?$1')}`)
        .all()
        .map((row) => String(row.detail))
        .join('; '),
    close: () => db.close(),
  };
}

async function inTempFolder(open: (path: string) => Subject): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'tracewell-'));
  const subject = open(folder);
  return {
    ...subject,
    async dispose() {
      await subject.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}

function subjectAt(path: string): Subject {
  const stores: Store[] = [openSqliteStore({ path })];
  const beside = new DatabaseSync(path);
  const open = async () => {
    const store = openSqliteStore({ path });
    stores.push(store);
    return store;
  };
  return {
    store: stores[0] as Store,
    another: open,
    sql: async (text) => beside.prepare(text).all(),
    async dispose() {
      beside.close();
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}
