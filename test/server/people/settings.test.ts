import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsView } from '../../../protocol/people.ts';
import type { StoreSettings } from '../../../protocol/settings.ts';
import { createShops } from '../../../server/shops/shops.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { addPerson, type TestPerson } from '../../support/people.ts';
import { ask, type Answer } from './console.ts';

let app: TestApp;
let owner: TestPerson;
beforeEach(async () => {
  app = await startApp();
  owner = await addPerson(app.store, app.shop.id, { name: 'Olga Owner', role: 'owner' }, app.clock.now());
});
afterEach(() => app.close());

async function read(): Promise<SettingsView> {
  return (await ask(app, 'GET /api/console/settings', { as: owner })).body as unknown as SettingsView;
}

async function save(version: number, settings: unknown): Promise<Answer> {
  return ask(app, 'PUT /api/console/settings', { as: owner, body: { version, settings } });
}

describe('the settings', () => {
  it('come with the line for the shop’s pages and the languages there are, each in its own name', async () => {
    const view = await read();
    expect(view).toMatchObject({ settings: app.shop.settings, version: app.shop.updatedAt, key: app.shop.key });
    expect(view.snippet).toBe(`<script async src="${app.url}/widget.js" data-store="${app.shop.key}" data-color="#20558f"></script>`);
    expect(view.languages).toEqual(
      expect.arrayContaining([
        { id: 'en', name: 'English', greeting: 'What happened with your parcel?' },
        expect.objectContaining({ id: 'es', name: 'español' }),
      ]),
    );
  });

  it('take effect at once, without a restart, and the audit names what changed and not what was written', async () => {
    const view = await read();
    const changed: StoreSettings = {
      ...view.settings,
      name: 'Northfold & Sons',
      origins: ['https://Shop.Example/'],
      policy: { ...view.settings.policy, protectionDays: 75, hours: { ...view.settings.policy.hours, from: 8 } },
    };
    app.clock.advance(1_000);
    const answer = await save(view.version, changed);
    expect(answer.body).toMatchObject({
      ok: true,
      version: app.clock.now(),
      settings: { name: 'Northfold & Sons', origins: ['https://shop.example'] },
    });
    expect(await read()).toEqual(answer.body);
    expect((await ask(app, 'GET /api/console/me', { as: owner })).body).toMatchObject({ store: { name: 'Northfold & Sons' } });
    expect(await app.store.auditOf(app.shop.id, null, 9)).toMatchObject([
      {
        actor: owner.row.id,
        action: 'settings.changed',
        at: app.clock.now(),
        detail: { changed: 'name, origins, policy.protectionDays, policy.hours.from' },
      },
    ]);
  });

  it('are not overwritten where somebody saved meanwhile, be it in the same millisecond', async () => {
    const view = await read();
    const [one, two] = await Promise.all(['#112233', '#445566'].map((color) => save(view.version, { ...view.settings, color })));
    expect([one?.body.code, two?.body.code].sort()).toEqual(['E_CHANGED', undefined]);
    expect(await save(view.version, { ...view.settings, color: '#778899' })).toMatchObject({ status: 409, body: { code: 'E_CHANGED' } });
    const { version, settings } = await read();
    expect(version).toBeGreaterThan(view.version);
    expect((await save(version, { ...settings, color: '#778899' })).status).toBe(200);
    expect(await app.store.auditOf(app.shop.id, null, 9)).toHaveLength(2);
  });

  it('saved as they were change nothing and stand in no audit', async () => {
    const view = await read();
    expect((await save(view.version, view.settings)).body).toMatchObject({ ok: true, version: view.version });
    expect(await app.store.auditOf(app.shop.id, null, 9)).toEqual([]);
  });

  it('greet by language; one that says nothing is none, and the audit names the language', async () => {
    const view = await read();
    const greeting = { en: 'Hello from Northfold', pl: '  ', ar: '' };
    expect((await save(view.version, { ...view.settings, greeting })).body).toMatchObject({ settings: { greeting: { en: greeting.en } } });
    expect(await app.store.auditOf(app.shop.id, null, 1)).toMatchObject([{ detail: { changed: 'greeting.en' } }]);
    const { version, settings } = await read();
    expect(settings.greeting).toEqual({ en: greeting.en });
    const marked = await save(version, { ...settings, greeting: { en: '<b>Hello</b>' } });
    expect(marked).toMatchObject({ status: 422, body: { problems: [{ path: 'greeting.en' }] } });
  });

  it('that can’t be are refused, each problem in its place, and nothing is written', async () => {
    const view = await read();
    const { policy } = view.settings;
    const answer = await save(view.version, {
      ...view.settings,
      origins: ['https://*.example', 'https://ok.example'],
      policy: { ...policy, hours: { ...policy.hours, to: policy.hours.from } },
    });
    expect(answer).toMatchObject({ status: 422, body: { ok: false, code: 'E_INVALID' } });
    expect((answer.body['problems'] as { path: string }[]).map(({ path }) => path)).toEqual(['origins.0', 'policy.hours.to']);
    const shaped = await save(view.version, { ...view.settings, color: '<script>', policy: { ...policy, generosity: 9 } });
    expect((shaped.body['problems'] as { path: string }[]).map(({ path }) => path).sort()).toEqual(['color', 'policy.generosity']);
    const tongue = await save(view.version, { ...view.settings, locales: ['en', 'tlh'] });
    expect(tongue.body['problems']).toMatchObject([{ path: 'locales' }]);
    expect(await read()).toEqual(view);
  });
});

describe('a shop that an older release wrote', () => {
  const older = (settings: StoreSettings) => {
    const { agentAwayMinutes: _later, ...policy } = settings.policy;
    const { greeting: _too, ...rest } = settings;
    return { ...rest, policy: { ...policy, protectionDays: 33, personAboveTotal: null } } as StoreSettings;
  };

  it('gets what came since, keeps what it said, and stays one object while it is unchanged', async () => {
    const { store, clock } = app;
    await store.saveSettings(app.shop.id, older(app.shop.settings), clock.now());
    const shops = createShops({ store, clock });
    const first = await shops.byId(app.shop.id);
    expect(first?.settings.policy).toEqual({
      ...app.shop.settings.policy,
      protectionDays: 33,
      agentAwayMinutes: defaultPolicy.agentAwayMinutes,
    });
    clock.advance(6_000);
    expect(await shops.byId(app.shop.id)).toBe(first);
    expect((await shops.asStored(app.shop.id))?.settings).toEqual(first?.settings);
  });

  it('can be saved by its owner as it was read', async () => {
    await app.store.saveSettings(app.shop.id, older(app.shop.settings), app.clock.now());
    const view = await read();
    expect((await save(view.version, { ...view.settings, name: 'New name' })).status).toBe(200);
  });
});

it('another node follows within seconds', async () => {
  const { store, clock } = app;
  const elsewhere = createShops({ store, clock });
  expect((await elsewhere.byKey(app.shop.key))?.settings.name).toBe('Northfold');
  const view = await read();
  await save(view.version, { ...view.settings, name: 'New name' });
  clock.advance(5_000);
  expect((await elsewhere.byKey(app.shop.key))?.settings.name).toBe('New name');
});
