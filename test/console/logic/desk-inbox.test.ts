import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInbox, type Inbox } from '../../../console/desk/inbox/inbox-state.ts';
import { inOrder, joined, placed } from '../../../console/desk/inbox/order.ts';
import { rowsOf } from '../../../console/desk/inbox/sections.ts';
import { inSight, layOut } from '../../../console/desk/inbox/window.ts';
import { fakeWire, type FakeWire } from '../../../console/gallery/fake-wire.ts';
import { item, NADIA, TOM } from '../../../console/gallery/samples.ts';
import { WireRefusal } from '../../../console/shared/wire.ts';
import type { InboxItem } from '../../../protocol/inbox.ts';

const COUNTS = { all: 3, waiting: 1, mine: 0, bot: 2, closed: 0 };
let there: InboxItem[];
let wire: FakeWire;
let inbox: Inbox;

beforeEach(() => {
  vi.useFakeTimers();
  there = ['a', 'b', 'c', 'd', 'e'].map((letter, at) => row(letter, at));
  wire = fakeWire({
    inbox: ({ after, limit }) => {
      const from = Number(after ?? 0);
      const next = from + limit < there.length ? String(from + limit) : null;
      return { ok: true, items: there.slice(from, from + limit), next, counts: COUNTS, viewing: [] };
    },
    inboxItems: ({ ids }) => ({ ok: true, items: there.filter(({ id }) => ids.includes(id)), counts: COUNTS }),
  });
  inbox = createInbox({ wire, me: NADIA.id });
});
afterEach(() => {
  inbox.close();
  vi.useRealTimers();
});

describe('the list', () => {
  it('is in the order of rank, moment and id', async () => {
    await shown();
    expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(inbox.view.value.phase).toBe('ready');
    expect(inbox.view.value.counts).toEqual(COUNTS);
  });

  it('waits for the first line, and loads with it', async () => {
    inbox.close();
    wire.state.value = 'connecting';
    inbox = createInbox({ wire, me: NADIA.id });
    await shown();
    expect(inbox.view.value.phase).toBe('loading');
    expect(wire.asked).toEqual([]);
    wire.state.value = 'open';
    await settled();
    expect(ids()).toHaveLength(5);
  });

  it('comes page by page, without a gap and without anything twice', async () => {
    there = Array.from({ length: 130 }, (_, at) => row(String(at).padStart(3, '0'), at));
    await shown();
    expect(ids()).toHaveLength(50);
    inbox.more();
    inbox.more();
    await settled();
    expect(ids()).toHaveLength(100);
    inbox.more();
    await settled();
    expect(ids()).toEqual(there.map(({ id }) => id));
    expect(inbox.view.value.more).toBe(false);
    inbox.more();
    await settled();
    expect(asked('inbox')).toHaveLength(3);
  });

  it('says why where it did not come, and comes on "Try again"', async () => {
    wire.answer({ inbox: () => Promise.reject(new WireRefusal('E_STORAGE', 'Not read.')) });
    await shown();
    expect(inbox.view.value).toMatchObject({ phase: 'failed', problem: 'Not read.' });
    wire.answer({ inbox: () => ({ ok: true, items: there, next: null, counts: COUNTS, viewing: [] }) });
    inbox.reload();
    expect(inbox.view.value.phase).toBe('loading');
    await settled();
    expect(inbox.view.value).toMatchObject({ phase: 'ready', problem: null });
  });

  it('keeps what is shown where it can not be loaded again, and says so', async () => {
    await shown();
    wire.answer({ inbox: () => Promise.reject(new WireRefusal('E_STORAGE', 'Not read.')) });
    wire.push('inboxChanged', { ids: [], all: true });
    await settled();
    expect(inbox.view.value).toMatchObject({ phase: 'ready', problem: 'Not read.' });
    expect(ids()).toHaveLength(5);
  });

  it('drops the answer for a filter that was left', async () => {
    let answer: (() => void) | undefined;
    wire.answer({
      inbox: ({ filter }) =>
        filter === 'waiting'
          ? new Promise((resolve) => {
              answer = () => resolve({ ok: true, items: [row('late', 0)], next: null, counts: COUNTS, viewing: [] });
            })
          : { ok: true, items: there, next: null, counts: COUNTS, viewing: [] },
    });
    inbox.show('waiting');
    await settled();
    inbox.show('all');
    answer?.();
    await settled();
    expect(inbox.view.value.filter).toBe('all');
    expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('a change', () => {
  it('moves an item to its new place', async () => {
    await shown();
    there = there.map((one) => (one.id === 'd' ? { ...one, rankAt: -1, unread: 2 } : one));
    wire.push('inboxChanged', { ids: ['d'] });
    await settled();
    expect(ids()).toEqual(['d', 'a', 'b', 'c', 'e']);
    expect(inbox.view.value.items[0]?.unread).toBe(2);
  });

  it('brings a new one to its place, and takes away what left the filter or is not there', async () => {
    await shown();
    there = [
      ...there.filter(({ id }) => id !== 'b').map((one) => (one.id === 'c' ? { ...one, status: 'closed' as const } : one)),
      row('new', 2.5),
    ];
    wire.push('inboxChanged', { ids: ['b', 'c', 'new'] });
    await settled();
    expect(ids()).toEqual(['a', 'new', 'd', 'e']);
  });

  it('asks once for many hints, a hundred at a time', async () => {
    await shown();
    for (let at = 0; at < 150; at++) wire.push('inboxChanged', { ids: [`x${at}`] });
    await settled();
    expect(asked('inboxItems').map(({ ids }) => ids.length)).toEqual([100, 50]);
  });

  it('below what is loaded is left to its page', async () => {
    there = Array.from({ length: 80 }, (_, at) => row(String(at).padStart(3, '0'), at));
    await shown();
    there = there.map((one) => (one.id === '010' ? { ...one, rankAt: 1000 } : one));
    wire.push('inboxChanged', { ids: ['010', '070'] });
    await settled();
    expect(ids()).toHaveLength(49);
    expect(ids()).not.toContain('070');
  });

  it('named "all" loads as much again as was loaded', async () => {
    there = Array.from({ length: 120 }, (_, at) => row(String(at).padStart(3, '0'), at));
    await shown();
    inbox.more();
    await settled();
    there = there.slice(10);
    wire.push('inboxChanged', { ids: [], all: true });
    await settled();
    expect(ids()[0]).toBe('010');
    expect(ids()).toHaveLength(100);
  });

  it('that was refused for a moment is asked for again', async () => {
    await shown();
    wire.answer({ inboxItems: () => Promise.reject(new WireRefusal('E_RATE', 'Too many.', 500)) });
    wire.push('inboxChanged', { ids: ['a'] });
    await settled();
    wire.answer({ inboxItems: () => ({ ok: true, items: [], counts: COUNTS }) });
    await vi.advanceTimersByTimeAsync(500);
    expect(ids()).toEqual(['b', 'c', 'd', 'e']);
  });

  it('while the line was lost is caught up with', async () => {
    await shown();
    wire.state.value = 'lost';
    there = there.slice(1);
    wire.push('inboxChanged', { ids: ['a'] });
    await settled();
    expect(ids()).toHaveLength(5);
    wire.state.value = 'open';
    await settled();
    expect(ids()).toEqual(['b', 'c', 'd', 'e']);
  });
});

describe('the conversation that is open', () => {
  it('is known though the list does not hold it, and follows its changes', async () => {
    there.push({ ...row('closed1', 0), status: 'closed' });
    wire.answer({ inbox: () => ({ ok: true, items: [], next: null, counts: COUNTS, viewing: [] }) });
    await shown();
    inbox.watch('closed1');
    await settled();
    expect(inbox.view.value.open?.id).toBe('closed1');
    expect(ids()).toEqual([]);
    there = there.map((one) => (one.id === 'closed1' ? { ...one, unread: 4 } : one));
    wire.push('inboxChanged', { ids: ['closed1'] });
    await settled();
    expect(inbox.view.value.open?.unread).toBe(4);
    inbox.watch(null);
    expect(inbox.view.value.open).toBeNull();
  });

  it('shows who looks at which', async () => {
    await shown();
    wire.push('viewing', { conversation: 'a', agents: [TOM] });
    expect(inbox.view.value.viewing.get('a')).toEqual([TOM]);
    wire.push('viewing', { conversation: 'a', agents: [] });
    expect(inbox.view.value.viewing.has('a')).toBe(false);
  });
});

it.each([
  ['all', { status: 'bot' }, true],
  ['all', { status: 'closed' }, false],
  ['waiting', { status: 'waiting' }, true],
  ['waiting', { status: 'agent', agent: TOM }, false],
  ['mine', { status: 'agent', agent: NADIA }, true],
  ['mine', { status: 'agent', agent: TOM }, false],
  ['bot', { status: 'bot' }, true],
  ['closed', { status: 'closed' }, true],
] as const)('the filter %s with %o: %s', async (filter, part, isThere) => {
  wire.answer({ inbox: () => ({ ok: true, items: [], next: null, counts: COUNTS, viewing: [] }) });
  inbox.show(filter);
  await settled();
  there = [{ ...row('one', 0), ...part }];
  wire.push('inboxChanged', { ids: ['one'] });
  await settled();
  expect(ids()).toEqual(isThere ? ['one'] : []);
});

describe('order', () => {
  it('is by rank, then moment, then id', () => {
    const rows = [
      item('quiet', { id: 'z', rankAt: 0 }),
      item('late', { id: 'b', rankAt: 5 }),
      item('late', { id: 'a', rankAt: 5 }),
      item('due', { id: 'c', rankAt: 1 }),
    ];
    expect([...rows].sort(inOrder).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'z']);
  });

  it('places one as sorting all would', () => {
    const rows = [row('a', 1), row('b', 3), row('c', 5)];
    for (const at of [0, 1, 2, 3, 4, 5, 6]) {
      const one = row('n', at);
      expect(placed(rows, one)).toEqual([...rows, one].sort(inOrder));
    }
    expect(placed(rows, { ...row('a', 9) }).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(joined(rows, [row('b', 0), row('d', 4)]).map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c']);
  });
});

describe('headings', () => {
  const now = new Date(2026, 7, 14, 12).getTime();
  const tonight = new Date(2026, 7, 14, 22).getTime();
  const headings = (items: InboxItem[]) => rowsOf(items, 'all', now).map((one) => (one.kind === 'heading' ? one.section : '·'));

  it('stand by rank and by day', () => {
    expect(
      headings([
        item('late', { chipAt: now - 1 }),
        item('person', { chipAt: now - 1 }),
        item('protection', { chipAt: now + 9e8 }),
        item('promised', { chipAt: tonight }),
        item('promised', { chipAt: tonight + 86_400_000 }),
        item('quiet'),
      ]),
    ).toEqual(['now', '·', '·', 'today', '·', '·', 'later', '·', 'bot', '·']);
  });

  it('do not call quiet what a person has "with the bot"', () => {
    expect(headings([item('quiet'), item('quiet', { status: 'agent', agent: TOM })])).toEqual(['quiet', '·', '·']);
  });

  it('are not needed for what is closed', () => {
    expect(rowsOf([item('closed')], 'closed', now)).toHaveLength(1);
  });
});

it('of ten thousand rows only those in sight are drawn', () => {
  const rows = layOut(Array.from({ length: 10_000 }, (_, at) => (at % 100 ? 86 : 31)));
  const { from, to } = inSight(rows, 500_000, 800, 6);
  expect(to - from).toBeLessThan(30);
  expect(rows.starts[from + 6]).toBeLessThanOrEqual(500_000);
  expect(rows.starts[to - 6]).toBeGreaterThanOrEqual(500_800);
  expect(inSight(layOut([]), 0, 800, 6)).toEqual({ from: 0, to: 0 });
});

function row(id: string, rankAt: number): InboxItem {
  return item('waiting', { id, rankAt });
}

async function shown(): Promise<void> {
  inbox.show('all');
  await settled();
}

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

const ids = () => inbox.view.value.items.map(({ id }) => id);
const asked = (event: 'inbox' | 'inboxItems') =>
  wire.asked.filter((one) => one.event === event).map((one) => one.payload as { ids: string[] });
