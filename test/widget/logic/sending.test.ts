import { beforeEach, describe, expect, it } from 'vitest';
import type { Prompt } from '../../../protocol/prompt.ts';
import { settle, testClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { TestBrowser } from './panel.ts';
import type { TestPanel } from './panel.ts';
import { TestServer } from './server.ts';

let clock: TestClock, server: TestServer, browser: TestBrowser;

beforeEach(() => {
  clock = testClock();
  server = new TestServer();
  browser = new TestBrowser(server, clock);
});

const words = () => server.said().map((s) => (s.said.kind === 'text' ? s.said.text : s.said.kind));
const ids = () => server.said().map((s) => s.id);
const question: Prompt<string> = { kind: 'choices', id: 'q1', choices: [{ id: 'yes', label: 'Yes' }] };

async function cutOff(panel: TestPanel): Promise<void> {
  server.up = false;
  server.cut();
  await clock.pass(3_000);
  expect(panel.state.link).toBe('offline');
}

describe('texts', () => {
  it('go one at a time, in order, each under its own id', async () => {
    const panel = await browser.open();
    for (const text of ['one', 'two', 'three']) panel.do.say(text);
    expect(panel.pending()).toEqual(['one: sending', 'two: sending', 'three: sending']);
    await settle();
    expect(panel.texts().slice(1)).toEqual(['one', 'two', 'three']);
    expect(panel.pending()).toEqual([]);
    expect(browser.rows.size).toBe(0);
    expect(new Set(ids()).size).toBe(3);
  });

  it('wait for the answer to the one before', async () => {
    const panel = await browser.open();
    server.mute = true;
    panel.do.say('one');
    panel.do.say('two');
    await settle();
    expect(words()).toEqual(['one']);
  });

  it('are kept while there is no line, and go when it is back', async () => {
    const panel = await browser.open();
    await cutOff(panel);
    panel.do.say('one');
    panel.do.say('two');
    await settle();
    expect(panel.pending()).toEqual(['one: saved', 'two: saved']);
    server.up = true;
    await clock.pass(60_000);
    expect(panel.texts().slice(1)).toEqual(['one', 'two']);
  });

  it('are sent again under the same id when the answer was lost, and shown once', async () => {
    const panel = await browser.open();
    server.mute = true;
    server.deaf = true;
    panel.do.say('once');
    await settle();
    server.mute = false;
    server.deaf = false;
    await clock.pass(30_000);
    expect(panel.texts().slice(1)).toEqual(['once']);
    expect(panel.pending()).toEqual([]);
    expect(new Set(ids()).size).toBe(1);
    expect(browser.rows.size).toBe(0);
  });

  it('outlive the tab, and go from the next one', async () => {
    const panel = await browser.open();
    await cutOff(panel);
    panel.do.say('kept');
    await settle();
    panel.close();
    server.up = true;
    const next = await browser.open();
    expect(next.texts().slice(1)).toEqual(['kept']);
    expect(browser.rows.size).toBe(0);
  });

  it('are never called saved where the device keeps nothing', async () => {
    browser.blocked = true;
    const panel = await browser.open();
    await cutOff(panel);
    panel.do.say('only here');
    await settle();
    expect(panel.pending()).toEqual(['only here: sending']);
    server.up = true;
    await clock.pass(60_000);
    expect(panel.texts().slice(1)).toEqual(['only here']);
  });

  it('stay on the screen without a blink between the answer and the turn', async () => {
    const panel = await browser.open();
    server.deaf = true;
    panel.do.say('hello');
    await settle();
    expect(panel.pending()).toEqual(['hello: sending']);
    server.deaf = false;
    await clock.pass(2_000);
    expect(panel.pending()).toEqual([]);
    expect(panel.texts()).toEqual(['Hi [en]', 'hello']);
  });

  it('that are refused say why, do not hold up the next, and are the person’s to retry or discard', async () => {
    const panel = await browser.open();
    server.refuse('send', 'E_INTERNAL');
    server.refuse('send', 'E_INTERNAL');
    for (const text of ['bad', 'worse', 'good']) panel.do.say(text);
    await settle();
    expect(panel.pending()).toEqual(['bad: failed', 'worse: failed']);
    expect(panel.state.outbox[0]?.error).toBe('no: E_INTERNAL');
    expect(panel.texts().slice(1)).toEqual(['good']);
    panel.close();
    const next = await browser.open();
    const [bad, worse] = next.state.outbox.map((p) => p.id);
    next.do.discard(worse ?? '');
    next.do.retry(bad ?? '');
    await settle();
    expect(next.texts().slice(1)).toEqual(['good', 'bad']);
    expect(next.pending()).toEqual([]);
    expect(browser.rows.size).toBe(0);
  });

  it('wait as long as they are told when there were too many', async () => {
    const panel = await browser.open();
    server.refuse('send', 'E_RATE', 7_000);
    panel.do.say('fast');
    await clock.pass(6_900);
    expect(words()).toEqual(['fast']);
    await clock.pass(200);
    expect(panel.texts().slice(1)).toEqual(['fast']);
    expect(new Set(ids()).size).toBe(1);
  });

  it('longer than the server takes go in parts, and none of them is cut through a sign', async () => {
    const panel = await browser.open();
    const long = '🧺'.repeat(2_500);
    panel.do.say(long);
    await settle();
    expect(words().join('')).toBe(long);
    expect(Math.max(...words().map((w) => w.length))).toBeLessThanOrEqual(4_000);
  });
});

describe('answers', () => {
  it('to a question that has moved on are dropped quietly; what was typed is kept', async () => {
    const panel = await browser.open();
    server.change(server.talk(), { prompt: question });
    await settle();
    server.refuse('send', 'E_STALE_PROMPT');
    server.refuse('send', 'E_STALE_PROMPT');
    panel.do.choose('yes', 'Yes');
    panel.do.say('typed');
    await settle();
    expect(panel.pending()).toEqual(['typed: failed']);
    expect(panel.texts()).toHaveLength(1);
    expect(browser.rows.size).toBe(1);
  });

  it('tapped twice are given once', async () => {
    const panel = await browser.open();
    server.change(server.talk(), { prompt: question });
    await settle();
    panel.do.choose('yes', 'Yes');
    panel.do.choose('yes', 'Yes');
    await settle();
    expect(server.said().map((s) => s.said)).toEqual([{ kind: 'choice', prompt: 'q1', choice: 'yes' }]);
  });

  it('need a question', async () => {
    const panel = await browser.open();
    panel.do.choose('yes', 'Yes');
    await settle();
    expect(server.said()).toEqual([]);
  });
});

describe('photos', () => {
  const file = () => new File(['photo'], 'p.heic');
  const done = (n: number) => server.uploads[n]?.answer({ ok: true, seq: land(n), at: 1, photoId: `photo-${n}` });
  const land = (n: number) =>
    server.commit(server.talk(), {
      id: server.uploads[n]?.id ?? '',
      from: 'shopper',
      body: { kind: 'photo', photoId: `photo-${n}`, item: 'group', alt: 'A photo' },
    });

  it('go up two at a time with their progress, beside the texts', async () => {
    const panel = await browser.open();
    panel.do.addPhotos('group', 'one', [file(), file(), file()]);
    panel.do.say('here they are');
    await settle();
    expect(server.uploads).toHaveLength(2);
    expect(server.uploads[0]?.token).toBe(server.talk().token);
    expect(panel.texts().slice(1)).toEqual(['here they are']);
    server.uploads[1]?.progress(0.5);
    expect(panel.state.outbox.map((p) => p.kind === 'photo' && p.progress)).toEqual([0, 0.5, 0]);
    done(0);
    await settle();
    expect(server.uploads).toHaveLength(3);
    done(1);
    done(2);
    await settle();
    expect(panel.pending()).toEqual([]);
    expect(browser.rows.size).toBe(0);
  });

  it('are shown from the device after they were sent, and fetched once otherwise', async () => {
    const panel = await browser.open();
    panel.do.addPhotos('group', 'one', [new File(['photo'], 'p.jpg', { type: 'image/jpeg' })]);
    await settle();
    const preview = panel.state.outbox[0]?.kind === 'photo' && panel.state.outbox[0].url;
    done(0);
    await settle();
    expect(await panel.do.photoUrl('photo-0')).toBe(preview);
    expect(panel.dropped).toEqual([]);
    let fetched = 0;
    panel.fetchPhoto = () => (fetched++ ? Promise.resolve(new Blob(['x'])) : Promise.reject(new Error('503')));
    await expect(panel.do.photoUrl('other')).rejects.toThrow();
    const url = await panel.do.photoUrl('other');
    expect(await panel.do.photoUrl('other')).toBe(url);
    expect(fetched).toBe(2);
  });

  it('that browsers may not be able to draw are shown as the server wrote them', async () => {
    const panel = await browser.open();
    panel.do.addPhotos('group', 'one', [file()]);
    await settle();
    const preview = panel.state.outbox[0]?.kind === 'photo' && panel.state.outbox[0].url;
    done(0);
    await settle();
    expect(await panel.do.photoUrl('photo-0')).not.toBe(preview);
    expect(panel.dropped).toEqual([preview]);
  });

  it('are tried again after a broken network, and kept over a reload', async () => {
    const panel = await browser.open();
    panel.do.addPhotos('packaging', 'top', [file()]);
    await settle();
    server.uploads[0]?.answer(null);
    await clock.pass(5_000);
    expect(server.uploads).toHaveLength(2);
    panel.close();
    const next = await browser.open();
    expect(next.state.outbox).toMatchObject([{ kind: 'photo', item: 'packaging', slot: 'top', bytes: 5, state: 'sending' }]);
  });

  it('that are refused can be retried or discarded, which ends an upload under way', async () => {
    const panel = await browser.open();
    panel.do.addPhotos('group', 'one', [file(), file()]);
    await settle();
    server.uploads[0]?.answer({ ok: false, code: 'E_PHOTO_SIZE', text: '' });
    await settle();
    expect(panel.state.outbox[0]).toMatchObject({ state: 'failed', error: '' });
    const [first, second] = panel.state.outbox.map((p) => p.id);
    panel.do.retry(first ?? '');
    panel.do.discard(second ?? '');
    await settle();
    expect(server.uploads[1]?.aborted).toBe(true);
    expect(panel.dropped).toHaveLength(1);
    expect(server.uploads.map((u) => u.id)).toEqual([first, second, first]);
    done(2);
    await settle();
    expect(panel.state.outbox).toEqual([]);
    expect(browser.rows.size).toBe(0);
  });

  it('are all there before "these are all" is said; a call for help does not wait', async () => {
    const panel = await browser.open();
    server.change(server.talk(), { prompt: { ...question, id: 'q2' } });
    await settle();
    panel.do.addPhotos('group', 'one', [file()]);
    panel.do.evidenceDone();
    panel.do.wantPerson();
    await settle();
    expect(words()).toEqual(['wantsPerson']);
    done(0);
    await settle();
    expect(words()).toEqual(['wantsPerson', 'evidenceDone']);
  });
});

describe('a token that died', () => {
  it('begins anew once, and keeps what was not sent', async () => {
    const panel = await browser.open();
    server.speak(server.talk(), 'of the old talk');
    await settle();
    await cutOff(panel);
    panel.do.say('still here');
    const old = server.talk();
    server.talks = [];
    server.up = true;
    await clock.pass(60_000);
    expect(browser.notes.get('token')).not.toBe(old.token);
    expect(panel.texts()).toEqual(['Hi [en]', 'still here']);
    expect(panel.state.conversation?.id).toBe(server.talk().view.id);
    expect(server.talks).toHaveLength(1);
  });

  it('is not asked for without end', async () => {
    for (let i = 0; i < 5; i++) server.refuse('hello', 'E_TOKEN');
    const panel = await browser.open();
    await clock.pass(60_000);
    expect(server.count('hello')).toBe(2);
    expect(panel.state).toMatchObject({ phase: 'refused', refusal: { code: 'E_TOKEN', text: 'no: E_TOKEN' } });
  });
});

describe('several tabs', () => {
  it('that begin at the same time share one conversation', async () => {
    const [one, two] = await Promise.all([browser.open(), browser.open()]);
    await settle();
    expect(server.talks).toHaveLength(1);
    expect(one.state.conversation?.id).toBe(two.state.conversation?.id);
  });

  it('share one outbox, and each text goes once', async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    await cutOff(one);
    one.do.say('from one');
    await settle();
    two.do.say('from two');
    await settle();
    expect(two.pending()).toEqual(['from one: saved', 'from two: saved']);
    expect(one.pending()).toEqual(two.pending());
    server.up = true;
    await clock.pass(60_000);
    for (const tab of [one, two]) {
      expect(tab.texts()).toEqual(['Hi [en]', 'from one', 'from two']);
      expect(tab.pending()).toEqual([]);
    }
    expect(words()).toEqual(['from one', 'from two']);
  });

  it('discard and retry for each other', async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    server.refuse('send', 'E_INTERNAL');
    one.do.say('bad');
    await settle();
    expect(two.pending()).toEqual(['bad: failed']);
    two.do.discard(two.state.outbox[0]?.id ?? '');
    await settle();
    expect(one.pending()).toEqual([]);
  });

  it('send only their own where the browser has no locks, and still nothing is shown twice', async () => {
    browser.locks = false;
    const [one, two] = [await browser.open(), await browser.open()];
    await cutOff(one);
    one.do.say('from one');
    await settle();
    two.do.say('from two');
    await settle();
    server.up = true;
    server.silent.add('send');
    await clock.pass(8_000);
    expect(words().sort()).toEqual(['from one', 'from two']);
    server.silent.clear();
    await clock.pass(60_000);
    expect(one.texts()).toEqual(two.texts());
    expect(one.texts()).toHaveLength(3);
  });

  it('follow one that had to begin anew', async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    server.talks = [];
    server.lines[0]?.on.close();
    await clock.pass(5_000);
    expect(server.talks).toHaveLength(1);
    expect(two.state.conversation?.id).toBe(one.state.conversation?.id);
    expect(two.state.conversation?.id).toBe(server.talk().view.id);
  });

  it('agree on what was seen', async () => {
    const one = await browser.open();
    const two = await browser.open({ shown: false });
    server.speak(server.talk(), 'news');
    await settle();
    expect(one.state.unread).toBe(0);
    expect(two.state.unread).toBe(0);
  });
});

describe('the composer', () => {
  it('keeps its draft over a reload until it is sent', async () => {
    const panel = await browser.open();
    panel.do.saveDraft('half a sent');
    panel.close();
    const next = await browser.open();
    expect(next.do.draft()).toBe('half a sent');
    next.do.say('half a sentence');
    expect(next.do.draft()).toBe('');
  });
});
