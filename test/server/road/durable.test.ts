import { describe, expect, it } from 'vitest';
import { startApp } from '../../support/app.ts';
import { DAY } from '../../support/clock.ts';
import { freshId, openShopper } from '../../support/shopper.ts';
import { StorageError, type Store } from '../../../server/store/port.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';

describe('a promise that falls due', () => {
  it('speaks once, with a new date, and calls a person', async () => {
    const test = await startApp();
    const shopper = await openShopper(test.url, { store: test.shop.key });
    await shopper.send({ kind: 'wantsPerson' });
    await shopper.until((view) => view.status === 'waiting');
    const before = shopper.conversation().lastSeq;
    test.clock.advance(10 * DAY);
    await Promise.all([test.app.tick(), test.app.tick()]);
    await test.app.tick();
    const view = await shopper.until((now) => now.lastSeq > before);
    expect(view.status).toBe('waiting');
    const promises = await test.store.promisesOf(test.shop.id, view.id);
    expect(promises.map((promise) => promise.state).sort()).toEqual(['late', 'open']);
    expect(promises.find((promise) => promise.state === 'open')?.dueAt).toBeGreaterThan(test.clock.now());
    const said = shopper.conversation().lastSeq;
    await test.app.tick();
    expect((await test.store.conversation(test.shop.id, view.id))?.lastSeq).toBe(said);
    shopper.close();
    await test.close();
  });
});

describe('a look-up', () => {
  it('that was under way when the server died is taken up by the next one', async () => {
    let dead = true;
    const calls: string[] = [];
    const tracking = {
      track: (_store: string, { number }: { number: string }) => {
        calls.push(number);
        // As if the process had died here: no answer, no result.
        return dead ? new Promise<null>(() => undefined) : Promise.resolve(null);
      },
    };
    const first = await startApp({ tracking });
    const shopper = await openShopper(first.url, { store: first.shop.key });
    await shopper.say('1003 anna@example.com');
    await expect.poll(() => calls.length).toBe(1);
    dead = false;
    first.clock.advance(DAY);
    const rows = await first.store.claimEffects(first.clock.now(), 0, 10);
    expect(rows.map((row) => row.effect.name)).toEqual(['lookUpParcel']);
    shopper.close();
    await first.close();
  });
});

describe('storage that fails', () => {
  it('is said, acknowledges nothing, and works again afterwards', async () => {
    let full = false;
    const wrap = (store: Store): Store => ({
      ...store,
      commit: (change) => (full ? Promise.reject(new StorageError('database or disk is full')) : store.commit(change)),
    });
    const test = await startApp({ store: (dir) => wrap(openSqliteStore({ path: `${dir}/tracewell.db` })) });
    const shopper = await openShopper(test.url, { store: test.shop.key });
    full = true;
    const id = freshId();
    expect(await shopper.trySend({ kind: 'text', text: 'hello' }, id)).toMatchObject({ ok: false, code: 'E_STORAGE' });
    full = false;
    expect(await shopper.trySend({ kind: 'text', text: 'hello' }, id)).toMatchObject({ ok: true });
    shopper.close();
    await test.close();
  });
});

describe('a talk that this version cannot read', () => {
  it('goes to a person, and nothing said is lost', async () => {
    const test = await startApp();
    const shopper = await openShopper(test.url, { store: test.shop.key });
    await shopper.say('my parcel is lost');
    await shopper.prompt((prompt) => prompt.kind === 'find');
    const before = shopper.texts();
    const row = await test.store.conversation(test.shop.id, shopper.conversation().id);
    if (!row) throw new Error('no row');
    const broken = { ...row, version: row.version + 1, flow: { version: 1, snapshot: { value: { talk: 'no such state' }, context: {} } } };
    await test.store.commit({
      storeId: row.storeId,
      conversationId: row.id,
      expectedVersion: row.version,
      conversation: broken,
      messages: [],
      effects: [],
      settledEffects: [],
      timers: { set: [], cancel: [], fired: null },
      cases: [],
      promises: [],
      photos: [],
      removedPhotos: [],
      ratings: [],
      mails: [],
      audit: [],
    });
    await shopper.say('are you there?');
    const view = await shopper.until((now) => now.status === 'waiting');
    expect(shopper.texts().slice(0, before.length + 1)).toEqual([...before, 'are you there?']);
    expect((await test.store.conversation(test.shop.id, view.id))?.handOff?.reason).toBe('cantRestore');
    shopper.close();
    await test.close();
  });
});

describe('the log', () => {
  it('holds nothing of what people wrote and who they are', async () => {
    const test = await startApp();
    const shopper = await openShopper(test.url, { store: test.shop.key });
    await shopper.say('canary-words 1003 canary@example.com');
    await test.app.idle();
    shopper.close();
    await test.close();
    const log = test.log.join('');
    for (const secret of ['canary', shopper.token, shopper.conversation().id]) expect(log).not.toContain(secret);
  });
});
