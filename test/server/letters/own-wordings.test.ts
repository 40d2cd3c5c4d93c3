import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LettersView, LetterTextView } from '../../../protocol/owner-letters.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { addPerson, type TestPerson } from '../../support/people.ts';
import { ask, type Answer } from '../people/console.ts';

let app: TestApp;
let owner: TestPerson;
beforeEach(async () => {
  app = await startApp();
  owner = await addPerson(app.store, app.shop.id, { name: 'Olga Owner', role: 'owner' }, app.clock.now());
});
afterEach(() => app.close());

async function read(): Promise<LettersView> {
  return (await ask(app, 'GET /api/console/letters', { as: owner })).body as unknown as LettersView;
}

const LATE = { letter: 'late', locale: 'es', subject: 'Tarde', body: 'Era para el {{was}}, será el {{by}}. Protección: {{protection}}.' };

function save(about: object): Promise<Answer> {
  return ask(app, 'PUT /api/console/letters', { as: owner, body: { ...LATE, version: null, ...about } });
}

function textIn(view: LettersView, letter: string, locale: string): LetterTextView | undefined {
  return view.texts.find((text) => text.letter === letter && text.locale === locale);
}

describe('the letters of a shop', () => {
  it('come in the languages of the shop, each with its places, ours where the owner wrote none', async () => {
    const view = await read();
    expect(view.letters).toHaveLength(13);
    expect(view.texts).toHaveLength(13 * view.locales.length);
    expect(textIn(view, 'late', 'es')).toMatchObject({ whose: 'ours', version: null });
    expect(view.letters.find(({ id }) => id === 'late')?.places).toContainEqual({
      id: 'was',
      label: 'The date that was missed',
      needed: true,
    });
  });

  it('in a language without words say so, and which one is used', async () => {
    const settings = { ...app.shop.settings, locales: [...app.shop.settings.locales, 'sv'] };
    await app.store.saveSettings(app.shop.id, settings, app.clock.now());
    expect(textIn(await read(), 'lost', 'sv')).toEqual({
      letter: 'lost',
      locale: 'sv',
      whose: 'nobody',
      subject: '',
      body: '',
      instead: app.shop.settings.defaultLocale,
      version: null,
    });
    const body = 'Kies: {{resend}} of {{refund}}, bescherming tot {{protection}}.';
    expect((await save({ letter: 'lost', locale: 'sv', subject: 'Zoek', body })).body).toMatchObject({ ok: true });
    expect(textIn(await read(), 'lost', 'sv')).toMatchObject({ whose: 'owner', subject: 'Zoek' });
  });
});

describe('a wording of the owner’s own', () => {
  it('holds from then on until it is put back; the audit names the letter and not its text', async () => {
    const saved = (await save({})).body['text'] as LetterTextView;
    expect(saved).toMatchObject({ whose: 'owner', subject: 'Tarde' });
    expect(textIn(await read(), 'late', 'es')).toEqual(saved);
    expect(textIn(await read(), 'late', 'en')).toMatchObject({ whose: 'ours' });

    const back = { letter: 'late', locale: 'es', version: saved.version };
    expect((await ask(app, 'POST /api/console/letters/put-back', { as: owner, body: back })).body).toMatchObject({
      ok: true,
      text: { whose: 'ours' },
    });
    expect(await app.store.auditOf(app.shop.id, null, 9)).toMatchObject([
      { actor: owner.row.id, action: 'letter.putBack', detail: { letter: 'late', locale: 'es' } },
      { actor: owner.row.id, action: 'letter.changed', detail: { letter: 'late', locale: 'es' } },
    ]);
  });

  it('never writes over what somebody else wrote meanwhile', async () => {
    const first = (await save({})).body['text'] as LetterTextView;
    expect((await save({ subject: 'Otra' })).body).toMatchObject({ code: 'E_CHANGED' });
    expect((await save({ subject: 'Otra', version: first.version })).body).toMatchObject({ ok: true });
    expect((await save({ subject: 'Tercera', version: first.version })).body).toMatchObject({ code: 'E_CHANGED' });
    const stale = { letter: 'late', locale: 'es', version: first.version };
    expect((await ask(app, 'POST /api/console/letters/put-back', { as: owner, body: stale })).body).toMatchObject({ code: 'E_CHANGED' });
    expect(textIn(await read(), 'late', 'es')).toMatchObject({ subject: 'Otra' });
  });

  it.each([
    ['an unknown place', { body: `${LATE.body} {{precio}}` }, 'body', '{{precio}} is not a place of this letter'],
    ['a place of an object’s own', { body: `${LATE.body} {{constructor}}` }, 'body', '{{constructor}} is not a place of this letter'],
    ['a place of another letter', { subject: 'x || {{items}}' }, 'subject', '{{items}} is not a place of this letter'],
    ['a place that it needs left out', { body: 'Lo sentimos. {{was}} {{by}}' }, 'body', '{{protection}} must stay in this letter'],
    ['braces left open', { body: `${LATE.body} {{was` }, 'body', 'Two braces are left open. A place has two before and two after its name'],
    ['an empty body', { body: ' \n ' }, 'body', 'Write something here'],
    ['an empty subject', { subject: '' }, 'subject', 'Write something here'],
    ['a subject that may be left with nothing', { subject: 'Pedido {{order}}' }, 'subject', 'Add a wording after ||'],
    ['too much', { body: `${LATE.body}${'x'.repeat(10_000)}` }, 'body', 'Use 10,000 characters or fewer'],
  ])('is told at its field what is wrong: %s', async (_what, about, path, text) => {
    const { body, status } = await save(about);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'E_INVALID', problems: [{ path, text: expect.stringContaining(text) as string }] });
    expect(textIn(await read(), 'late', 'es')).toMatchObject({ whose: 'ours' });
  });

  it.each([
    ['a million letters', { body: 'x'.repeat(1_000_000) }, 400],
    ['an unknown letter', { letter: 'bill' }, 400],
    ['a language that the shop does not have', { locale: 'sv' }, 404],
  ])('is refused: %s', async (_what, about, status) => {
    expect((await save(about)).status).toBe(status);
  });
});

describe('the preview', () => {
  const preview = async (about: object) =>
    (await ask(app, 'POST /api/console/letters/preview', { as: owner, body: { ...LATE, bare: false, ...about } })).body;

  it('shows the letter with facts that are made up, or with none', async () => {
    expect(await preview({})).toMatchObject({
      subject: 'Tarde',
      problems: [],
      blocks: [{ kind: 'paragraph' }],
      open: 'Abrir nuestro chat',
    });
    expect(await preview({ bare: true })).toMatchObject({ blocks: [] });
  });

  it('tells what is wrong while it is written, and keeps nothing', async () => {
    expect(await preview({ body: '{{nope}}' })).toMatchObject({
      problems: [{ path: 'body', text: '{{nope}} is not a place of this letter' }, { path: 'body' }, { path: 'body' }, { path: 'body' }],
    });
    expect(textIn(await read(), 'late', 'es')).toMatchObject({ whose: 'ours' });
  });
});
