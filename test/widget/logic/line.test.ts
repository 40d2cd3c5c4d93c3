import { beforeEach, describe, expect, it } from 'vitest';
import { settle, testClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { TestBrowser } from './panel.ts';
import { TestServer } from './server.ts';

let clock: TestClock, server: TestServer, browser: TestBrowser;

beforeEach(() => {
  clock = testClock();
  server = new TestServer();
  browser = new TestBrowser(server, clock);
});

describe('a line that breaks', () => {
  it('is news only after a grace, and at once where the device has no network', async () => {
    const panel = await browser.open();
    server.up = false;
    server.cut();
    expect(panel.state.link).toBe('connecting');
    await clock.pass(1_900);
    expect(panel.state.link).toBe('connecting');
    await clock.pass(200);
    expect(panel.state.link).toBe('offline');
    server.up = true;
    await clock.pass(60_000);
    expect(panel.state.link).toBe('online');
    browser.network = false;
    browser.turn();
    expect(panel.state.link).toBe('offline');
  });

  it('that is back within the grace is no news at all', async () => {
    const panel = await browser.open();
    const links: string[] = [];
    panel.chat.subscribe(() => links.push(panel.state.link));
    server.cut();
    await clock.pass(10_000);
    expect(links).not.toContain('offline');
    expect(panel.state.link).toBe('online');
  });

  it('is tried again with growing pauses, up to half a minute', async () => {
    await browser.open();
    server.up = false;
    const tried: number[] = [];
    const { open } = server;
    Object.assign(server, {
      open: ((on) => {
        tried.push(clock.now());
        return open(on);
      }) satisfies typeof open,
    });
    server.cut();
    await clock.pass(300_000);
    const pauses = tried.slice(1).map((at, i) => at - (tried[i] ?? 0));
    expect(pauses.slice(0, 5)).toEqual([...pauses.slice(0, 5)].sort((a, b) => a - b));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
    expect(pauses.at(-1)).toBe(pauses.at(-2));
  });

  it('is tried at once when the network is back', async () => {
    const panel = await browser.open();
    server.up = false;
    server.cut();
    await clock.pass(200_000);
    server.up = true;
    browser.turn();
    await settle();
    expect(panel.state.link).toBe('online');
  });

  it('in one direction alone is found out by the answer that does not come', async () => {
    const panel = await browser.open();
    server.mute = true;
    panel.do.say('anybody?');
    await clock.pass(9_000);
    expect(server.lines).toHaveLength(1);
    server.mute = false;
    await clock.pass(3_000);
    expect(server.lines).toHaveLength(2);
    expect(panel.texts()).toEqual(['Hi [en]', 'anybody?']);
  });

  it('unnoticed while the tab slept is found out when it is looked at', async () => {
    const panel = await browser.open();
    server.mute = server.deaf = true;
    server.speak(server.talk(), 'unheard');
    browser.turn();
    await clock.pass(5_000);
    server.mute = server.deaf = false;
    await clock.pass(10_000);
    expect(panel.texts()).toEqual(['Hi [en]', 'unheard [en]']);
  });

  it('that never answers is given up, and another tried', async () => {
    server.mute = true;
    const panel = await browser.open();
    await clock.pass(15_000);
    expect(server.lines.length).toBeGreaterThan(1);
    server.mute = false;
    await clock.pass(60_000);
    expect(panel.state.phase).toBe('ready');
  });

  it('is not hammered by a panel that is greeted and cut off each time', async () => {
    await browser.open();
    for (let i = 0; i < 600; i++) {
      await clock.pass(100);
      server.cut();
    }
    expect(server.lines.length).toBeLessThan(12);
  });
});

describe('a server that refuses', () => {
  it.each(['E_CLOSING', 'E_STORAGE', 'E_INTERNAL'] as const)('a hello with %s is asked again soon', async (code) => {
    server.refuse('hello', code);
    const panel = await browser.open();
    expect(panel.state.phase).toBe('loading');
    await clock.pass(3_000);
    expect(panel.state.phase).toBe('ready');
  });

  it('too many hellos is asked again when it says', async () => {
    server.refuse('hello', 'E_RATE', 20_000);
    const panel = await browser.open();
    await clock.pass(19_000);
    expect(server.count('hello')).toBe(1);
    await clock.pass(2_000);
    expect(panel.state.phase).toBe('ready');
  });

  it('a text because it is closing gets it again on the next line', async () => {
    const panel = await browser.open();
    server.refuse('send', 'E_CLOSING');
    panel.do.say('late');
    await clock.pass(5_000);
    expect(server.lines).toHaveLength(2);
    expect(panel.texts()).toEqual(['Hi [en]', 'late']);
  });

  it('to page the history is greeted anew rather than leaving a hole', async () => {
    const panel = await browser.open();
    server.deaf = true;
    server.speak(server.talk(), 'unheard');
    server.deaf = false;
    server.refuse('catchUp', 'E_RATE', 1_000);
    server.speak(server.talk(), 'heard');
    await clock.pass(5_000);
    expect(panel.texts()).toEqual(['Hi [en]', 'unheard [en]', 'heard [en]']);
  });

  it('this version makes the panel load itself anew, once', async () => {
    server.refuse('hello', 'E_VERSION');
    const first = await browser.open();
    await clock.pass(60_000);
    expect([first.reloads, server.count('hello'), first.state.phase]).toEqual([1, 1, 'loading']);
    server.refuse('hello', 'E_VERSION');
    const again = await browser.open({ shown: false });
    again.reloads = 1;
    again.page({ tw: 'shown' });
    await settle();
    expect(again.state).toMatchObject({ phase: 'refused', refusal: { code: 'E_VERSION' } });
  });

  it('an identity is asked again only with another', async () => {
    server.refuse('hello', 'E_IDENTITY');
    const panel = await browser.open({ boot: { identity: 'old' } });
    await clock.pass(60_000);
    expect(panel.state).toMatchObject({ phase: 'refused', refusal: { text: 'no: E_IDENTITY' } });
    expect(panel.posted).toContainEqual({ tw: 'error', code: 'E_IDENTITY' });
    expect(server.count('hello')).toBe(1);
    panel.page({ tw: 'identity', identity: 'new' });
    await settle();
    expect(panel.state.phase).toBe('ready');
    expect(server.heard.findLast((h) => h.event === 'hello')?.payload).toMatchObject({ identity: 'new' });
  });
});
