/** What an agent does in a conversation, and what of it the shopper sees. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskView, NoteView } from '../../../protocol/desk.ts';
import { openAgent, seat, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { boxPhoto } from '../../support/images.ts';
import { addPerson } from '../../support/people.ts';
import { freshId, openShopper } from '../../support/shopper.ts';
import { caseOpen, photosAsked, talk, type Talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
let ben: TestAgent;
beforeAll(async () => {
  test = await startApp();
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei Lin', test.clock.now());
  ben = await openAgent(test.url, test.store, test.shop.id, 'Ben', test.clock.now());
});
afterAll(() => test.close());

const deskOf = async ({ of }: Talk, agent = mei): Promise<DeskView> =>
  ((await agent.emit('desk', of)) as unknown as { desk: DeskView }).desk;
const promisesOf = ({ ref }: Talk) => test.store.promisesOf(ref.storeId, ref.conversationId);

describe('a promise of an agent', () => {
  it('goes to the shopper with its date, is kept by id, and stands at the desk', async () => {
    const one = await caseOpen(test);
    await mei.emit('take', one.of);
    const dueAt = test.clock.now() + DAY;
    const words = { ...one.of, id: freshId(), text: 'I ring the driver tomorrow.', dueAt };
    const first = await mei.emit('promise', words);
    expect(first).toMatchObject({ ok: true });
    expect(await mei.emit('promise', words)).toEqual(first);
    await one.shopper.until(({ lastSeq }) => lastSeq >= (first.ok ? Number(first['seq']) : 0));
    expect(one.shopper.texts().filter((text) => text === words.text)).toHaveLength(1);
    const open = (await deskOf(one)).promises.filter(({ kind, state }) => kind === 'agentPromise' && state === 'open');
    expect(open).toMatchObject([{ label: words.text, dueAt, owner: 'person' }]);

    expect(await mei.emit('settlePromise', { ...one.of, promise: open[0]?.id, state: 'kept' })).toMatchObject({ ok: true });
    expect(await mei.emit('settlePromise', { ...one.of, promise: open[0]?.id, state: 'kept' })).toMatchObject({ ok: true });
    expect(await mei.emit('settlePromise', { ...one.of, promise: open[0]?.id, state: 'void' })).toMatchObject({ ok: false });
    expect((await promisesOf(one)).find(({ id }) => id === open[0]?.id)?.state).toBe('kept');
    one.close();
  });

  it('lies between five minutes and sixty days ahead', async () => {
    const one = await talk(test);
    await mei.emit('take', one.of);
    const promise = (inMs: number) => mei.emit('promise', { ...one.of, id: freshId(), text: 'x', dueAt: test.clock.now() + inMs });
    for (const ms of [-DAY, 0, 5 * MINUTE - 1, 60 * DAY + 1, 9e15 - test.clock.now()])
      expect(await promise(ms), String(ms)).toMatchObject({ ok: false, code: 'E_TIME' });
    for (const ms of [5 * MINUTE, 60 * DAY]) expect(await promise(ms), String(ms)).toMatchObject({ ok: true });
    one.close();
  });

  it('of an answer by a person stays, as long as the shopper waits for one', async () => {
    const one = await talk(test);
    await one.shopper.send({ kind: 'wantsPerson' });
    const [promise] = await promisesOf(one);
    expect(promise?.kind).toBe('personAnswer');
    expect(await mei.emit('settlePromise', { ...one.of, promise: promise?.id, state: 'void' })).toMatchObject({
      ok: false,
      code: 'E_NOT_ALLOWED',
    });
    expect((await promisesOf(one))[0]?.state).toBe('open');
    one.close();
  });

  it('of another conversation can not be settled from here', async () => {
    const one = await caseOpen(test);
    const two = await talk(test);
    await mei.emit('take', two.of);
    const [promise] = await promisesOf(one);
    expect(await mei.emit('settlePromise', { ...two.of, promise: promise?.id, state: 'void' })).toMatchObject({
      ok: false,
      code: 'E_NOT_FOUND',
    });
    expect((await promisesOf(one))[0]?.state).toBe('open');
    one.close();
    two.close();
  });
});

describe('recording', () => {
  it('what the carrier found works while the bot has the floor: the bot tells it', async () => {
    const one = await caseOpen(test);
    expect((await deskOf(one)).findings).toContain('lost');
    const { lastSeq } = one.shopper.conversation();
    expect(await mei.emit('record', { ...one.of, finding: 'lost' })).toMatchObject({ ok: true });
    await one.shopper.until((view) => view.lastSeq > lastSeq && view.prompt?.kind === 'remedies');
    expect((await deskOf(one)).case).toMatchObject({ finding: 'lost' });
    one.close();
  });

  it('what does not fit the case is refused with the reason', async () => {
    const one = await caseOpen(test);
    expect((await deskOf(one)).findings).not.toContain('notPacked');
    expect(await mei.emit('record', { ...one.of, finding: 'notPacked' })).toMatchObject({
      ok: false,
      code: 'E_NOT_ALLOWED',
      text: expect.stringContaining('doesn') as string,
    });
    one.close();
  });

  it('the remedy keeps what the shopper asked for', async () => {
    const one = await caseOpen(test);
    await mei.emit('take', one.of);
    expect((await deskOf(one)).remedies).toEqual(['resend', 'refund']);
    expect(await mei.emit('settleRemedy', { ...one.of, remedy: 'resend', asked: 'refund', words: 'I would rather have it' })).toMatchObject(
      {
        ok: true,
      },
    );
    const desk = await deskOf(one);
    expect(desk.case).toMatchObject({ remedy: 'resend', asked: 'refund' });
    // Their words can be erased with the notes; the audit can't.
    expect(desk.notes.map(({ text }) => text)).toEqual(['The choice in their own words: I would rather have it']);
    const audit = await test.store.auditOf(one.ref.storeId, null, 1_000);
    expect(audit.map(({ action }) => action)).toContain('agent.settledRemedy');
    expect(JSON.stringify(audit)).not.toContain('I would rather');
    one.close();
  });

  it('a piece asked for again is shown with its reason, also by the bot', async () => {
    const one = await photosAsked(test);
    expect(await mei.emit('askAgain', { ...one.of, item: 'group', reason: 'It is too dark to read.' })).toMatchObject({ ok: true });
    const { prompt } = await one.shopper.until(({ prompt: asked }) => asked?.kind === 'evidence' && asked.again !== undefined);
    expect(prompt).toMatchObject({ item: 'group', again: 'It is too dark to read.' });
    one.close();
  });
});

describe('a note', () => {
  it('reaches those who look, and no shopper in any packet', async () => {
    const one = await talk(test);
    const packets: unknown[] = [];
    one.shopper.socket.onAny((...args: unknown[]) => void packets.push(args));
    await mei.emit('open', { ...one.of, after: 0 });
    await ben.emit('open', { ...one.of, after: 0 });
    await mei.emit('take', one.of);
    ben.mark();
    const secret = `canary-${freshId()}`;
    const note = { ...one.of, id: freshId(), text: secret };
    const first = await mei.emit('note', note);
    expect(first).toMatchObject({ ok: true, note: { text: secret, agent: { name: 'Mei Lin', initials: 'ML' } } });
    expect(await mei.emit('note', { ...note, text: 'another try' })).toEqual(first);
    const heard = await ben.hear('note', ({ note: { id } }) => id === note.id);
    expect(heard.note).toEqual(first.ok ? first['note'] : null);
    expect((await deskOf(one, ben)).notes.map(({ text }: NoteView) => text)).toEqual([secret]);

    await mei.emit('say', { ...one.of, id: freshId(), text: 'hello' });
    await mei.emit('seen', { ...one.of, seq: 2 });
    await mei.emit('giveBack', { ...one.of, step: 'identify' });
    await one.shopper.until(({ status }) => status === 'bot');
    const again = await openShopper(test.url, { store: test.shop.key, token: one.shopper.token });
    packets.push(await one.shopper.emit('catchUp', { after: 0 }), await one.shopper.emit('setLocale', { locale: 'es' }));
    packets.push([...again.messages.values()], again.conversation());
    expect(packets.length).toBeGreaterThan(5);
    expect(JSON.stringify(packets)).not.toContain(secret);
    again.close();
    one.close();
  });

  it('is taken away by whoever wrote it, and by nobody else', async () => {
    const one = await talk(test);
    const id = freshId();
    await mei.emit('open', { ...one.of, after: 0 });
    await mei.emit('note', { ...one.of, id, text: 'x' });
    expect(await ben.emit('removeNote', { ...one.of, id })).toMatchObject({ ok: false, code: 'E_NOT_FOUND' });
    expect(await mei.emit('removeNote', { ...one.of, id })).toMatchObject({ ok: true });
    await mei.hear('noteRemoved', (gone) => gone.id === id);
    expect((await deskOf(one)).notes).toEqual([]);
    one.close();
  });
});

describe('signs of life', () => {
  const hears = (one: Talk, event: 'typing' | 'presence' | 'seen') =>
    new Promise<unknown>((resolve) => one.shopper.socket.once(event, (payload: unknown) => resolve(payload)));

  it('typing goes both ways, and from nobody who does not have the chat', async () => {
    const one = await talk(test);
    await mei.emit('open', { ...one.of, after: 0 });
    await mei.emit('take', one.of);
    const typed = hears(one, 'typing');
    expect(await ben.emit('typing', { ...one.of, on: true })).toMatchObject({ ok: false });
    await mei.emit('typing', { ...one.of, on: true });
    expect(await typed).toEqual({ name: 'Mei Lin', on: true });
    await one.shopper.emit('typing', { on: true });
    expect(await mei.hear('typing', ({ conversation }) => conversation === one.of.conversation)).toMatchObject({ on: true });
    one.close();
  });

  it('the shopper’s panel is there, is gone, is there again', async () => {
    const one = await talk(test);
    await mei.emit('open', { ...one.of, after: 0 });
    expect((await deskOf(one)).shopper.here).toBe(true);
    const second = await openShopper(test.url, { store: test.shop.key, token: one.shopper.token });
    mei.mark();
    second.close();
    one.close();
    const isOf = ({ conversation }: { conversation: string }) => conversation === one.of.conversation;
    expect(await mei.hear('presence', isOf)).toMatchObject({ here: false });
    expect(mei.heard().filter(({ event }) => event === 'presence')).toHaveLength(1);
    expect((await deskOf(one)).shopper.here).toBe(false);
    mei.mark();
    const back = await openShopper(test.url, { store: test.shop.key, token: one.shopper.token });
    expect(await mei.hear('presence', isOf)).toMatchObject({ here: true });
    back.close();
  });

  it('what was seen stays seen in the turns that follow', async () => {
    const one = await talk(test);
    await mei.emit('take', one.of);
    await one.shopper.until(({ status }) => status === 'agent');
    const { lastSeq } = one.shopper.conversation();
    await one.shopper.emit('seen', { seq: lastSeq });
    await mei.emit('seen', { ...one.of, seq: lastSeq - 1 });
    await mei.emit('say', { ...one.of, id: freshId(), text: 'I have read it all.' });
    const view = await one.shopper.until((now) => now.lastSeq > lastSeq);
    expect(view.seen).toEqual({ shopper: lastSeq, agent: lastSeq - 1 });
    one.close();
  });

  it('the agent is there as long as one of their windows is', async () => {
    const one = await talk(test);
    const nia = await addPerson(test.store, test.shop.id, { name: 'Nia', role: 'agent' }, test.clock.now());
    const windows = [await seat(test.url, nia), await seat(test.url, nia)];
    await windows[0]?.emit('take', one.of);
    const view = await one.shopper.until(({ status }) => status === 'agent');
    expect(view.agent).toEqual({ name: 'Nia', initials: 'N', here: true });
    const gone = hears(one, 'presence');
    windows[0]?.close();
    windows[1]?.close();
    expect(await gone).toEqual({ here: false });
    const back = hears(one, 'presence');
    const again = await seat(test.url, nia);
    expect(await back).toEqual({ here: true });
    again.close();
    one.close();
  });

  it('who looks at what is told to all, and is there for who comes later', async () => {
    const one = await talk(test);
    const { conversation } = one.of;
    ben.mark();
    await mei.emit('open', { conversation, after: 0 });
    const looks = await ben.hear('viewing', (now) => now.conversation === conversation);
    expect(looks.agents).toEqual([{ id: mei.row.id, name: 'Mei Lin', initials: 'ML' }]);
    const list = await ben.emit('inbox', { filter: 'all', limit: 1 });
    expect(list).toMatchObject({ viewing: expect.arrayContaining([looks]) as unknown });
    ben.mark();
    await mei.emit('leave', { conversation });
    expect((await ben.hear('viewing', (now) => now.conversation === conversation)).agents).toEqual([]);

    const nia = await openAgent(test.url, test.store, test.shop.id, 'Nia', test.clock.now());
    await nia.emit('open', { conversation, after: 0 });
    await ben.hear('viewing', (now) => now.conversation === conversation && now.agents.length === 1);
    ben.mark();
    nia.close();
    expect((await ben.hear('viewing', (now) => now.conversation === conversation)).agents).toEqual([]);
    one.close();
  });

  it('whoever takes no chats is said to, and is not promised to a shopper', async () => {
    const other = { ...test.shop, id: freshId(), key: `other-${freshId()}` };
    await test.store.addShop(other);
    const ada = await openAgent(test.url, test.store, other.id, 'Ada', test.clock.now());
    const bo = await openAgent(test.url, test.store, other.id, 'Bo', test.clock.now());
    const asks = async () => {
      const shopper = await openShopper(test.url, { store: other.key });
      await shopper.send({ kind: 'wantsPerson' });
      await shopper.until(({ status }) => status === 'waiting');
      const said = shopper.texts().join(' ');
      const { id } = shopper.conversation();
      shopper.close();
      return { said, conversation: id };
    };
    await ada.emit('take', { conversation: (await asks()).conversation });
    await test.app.tick();
    expect((await asks()).said).toContain('Bo');
    await bo.emit('available', { on: false });
    const staff = await ada.hear('staff', ({ colleagues }) => colleagues.some(({ name, available }) => name === 'Bo' && !available));
    expect(staff.colleagues).toMatchObject([
      { name: 'Ada', here: true, available: true, chats: 1 },
      { name: 'Bo', here: true, available: false, chats: 0 },
    ]);
    expect((await asks()).said).toContain('Ada');
    ada.close();
    bo.close();
  });
});

describe('what an agent reads', () => {
  it('is in their language, and as the shopper reads it on demand', async () => {
    const one = await talk(test);
    await one.shopper.emit('setLocale', { locale: 'es' });
    const opened = (await mei.emit('open', { ...one.of, after: 0 })) as unknown as {
      messages: { seq: number; from: string; body: { text?: string } }[];
    };
    const said = opened.messages.find(({ from, body }) => from === 'bot' && body.text !== undefined);
    const { message } = (await mei.emit('original', { ...one.of, seq: said?.seq })) as unknown as { message: { body: { text: string } } };
    expect(message.body.text).not.toBe(said?.body.text);
    expect(await mei.emit('original', { ...one.of, seq: 9_999 })).toMatchObject({ ok: false, code: 'E_NOT_FOUND' });
    expect((await deskOf(one)).shopper).toMatchObject({ locale: 'es', language: 'Spanish', tz: 'Europe/London' });
    one.close();
  });

  it('the map of the road is drawn, with the steps that may be entered', async () => {
    const one = await caseOpen(test);
    await mei.emit('take', one.of);
    const { map } = (await mei.emit('flowMap', one.of)) as unknown as {
      map: { title: string; nodes: { label: string; state: string; step: string | null }[]; timers: { at: number; label: string }[] };
    };
    expect(map.nodes.filter(({ state }) => state === 'now')).toHaveLength(1);
    expect(map.nodes.some(({ step }) => step !== null)).toBe(true);
    expect([map.title, ...map.nodes.map(({ label }) => label)].join()).not.toMatch(/\w+:\w/);
    expect(map.timers[0]?.at).toBeGreaterThan(test.clock.now() + HOUR);
    one.close();
  });

  it('photos lie in their places, others apart', async () => {
    const one = await photosAsked(test);
    const picture = await boxPhoto();
    const group = await one.shopper.photo('group', 'one', picture);
    const loose = await one.shopper.photo('loose', 'one', picture);
    expect([group, loose]).toMatchObject([{ ok: true }, { ok: true }]);
    const desk = await deskOf(one);
    const [piece] = desk.evidence;
    expect(piece).toMatchObject({ item: 'group', state: 'open', title: 'Everything received' });
    expect(piece?.slots[0]).toMatchObject({ slot: 'one', label: 'Photo 1', photo: group.ok ? group.photoId : '' });
    const all = [...desk.evidence.flatMap(({ slots }) => slots.map(({ photo }) => photo)), ...desk.loose.map(({ photo }) => photo)];
    expect(all.filter((photo) => photo !== null)).toHaveLength(2);
    expect(desk.missing).toMatchObject([{ count: 1 }]);
    one.close();
  });
});
