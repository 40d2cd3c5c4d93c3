import type { FromPanel, ToPanel } from '../../../protocol/frame.ts';
import { createChat } from '../../../widget/app/chat.ts';
import type { Chat } from '../../../widget/app/chat.ts';
import type { Device } from '../../../widget/app/device.ts';
import type { Row } from '../../../widget/app/storage.ts';
import type { TabNews } from '../../../widget/app/tabs.ts';
import { settle } from './clock.ts';
import type { TestClock } from './clock.ts';
import type { TestServer } from './server.ts';

/** One person's browser: what it keeps outlives its tabs. */
export class TestBrowser {
  notes = new Map<string, string>();
  rows = new Map<string, Row>();
  /** Refuses to keep anything. */
  blocked = false;
  locks: boolean;
  network = true;
  languages: string[] = ['en'];
  private queues = new Map<string, Promise<unknown>>();
  private tabs: { hear: (news: TabNews) => void; wake: () => void }[] = [];
  private made = 0;
  readonly server: TestServer;
  readonly clock: TestClock;

  readonly storeKey: string;

  constructor(server: TestServer, clock: TestClock, locks = true, storeKey = 'shop') {
    this.storeKey = storeKey;
    this.server = server;
    this.clock = clock;
    this.locks = locks;
  }

  /** A tab with the panel in it, booted and, unless told otherwise, shown. */
  async open({ shown = true, boot = {} }: { shown?: boolean; boot?: Partial<Extract<ToPanel, { tw: 'boot' }>> } = {}): Promise<TestPanel> {
    const panel = new TestPanel(this);
    panel.page({ tw: 'boot', page: { url: 'https://shop.test/', title: 'Shop' }, phone: false, ...boot });
    if (shown) panel.page({ tw: 'shown' });
    await settle();
    return panel;
  }

  turn(): void {
    for (const tab of this.tabs) tab.wake();
  }

  device(panel: TestPanel): Device {
    const { server, clock, notes, rows, queues } = this;
    const tab = { hear: (_: TabNews) => {}, wake: () => {} };
    this.tabs.push(tab);
    panel.onClose = () => this.tabs.splice(this.tabs.indexOf(tab), 1);
    const guard = () => (this.blocked ? Promise.reject(new Error('blocked')) : Promise.resolve());
    return {
      clock,
      random: () => 0.5,
      newId: () => `id-${String(++this.made).padStart(10, '0')}`,
      notes: { get: (name) => notes.get(name) ?? '', set: (name, value) => void (value ? notes.set(name, value) : notes.delete(name)) },
      shelf: {
        all: () => guard().then(() => [...rows.values()].sort((a, b) => (a.id < b.id ? 1 : -1))),
        put: (row) => guard().then(() => void rows.set(row.id, { ...row })),
        remove: (id) => guard().then(() => void rows.delete(id)),
      },
      tabs: {
        exclusive: this.locks,
        alone: (name, work) => {
          if (!this.locks) return work();
          const turn = (queues.get(name) ?? Promise.resolve()).then(work);
          queues.set(
            name,
            turn.catch(() => {}),
          );
          return turn;
        },
        tell: (news) => {
          for (const other of this.tabs) if (other !== tab && this.tabs.includes(tab)) queueMicrotask(() => other.hear(news));
        },
        listen: (fn) => void (tab.hear = fn),
      },
      // A closed tab says nothing more.
      openWire: (on) => (panel.closed ? { send() {}, close() {} } : panel.track(server.open(on))),
      upload: server.upload,
      fetchPhoto: (photoId) => panel.fetchPhoto(photoId),
      previews: { make: () => `blob:${++this.made}`, drop: (url) => void panel.dropped.push(url) },
      hasNetwork: () => this.network,
      isVisible: () => panel.visible,
      onTurn: (fn) => void (tab.wake = fn),
      locale: 'en',
      languages: this.languages,
      tz: 'UTC',
      reload: () => panel.reload(),
    };
  }
}

export class TestPanel {
  posted: FromPanel[] = [];
  dropped: string[] = [];
  reloads = 0;
  visible = true;
  closed = false;
  fetchPhoto: (photoId: string) => Promise<Blob> = () => Promise.resolve(new Blob(['x']));
  onClose: () => void = () => {};
  page: (message: ToPanel) => void = () => {};
  readonly chat: Chat;
  private wires: { close(): void }[] = [];

  constructor(browser: TestBrowser) {
    this.chat = createChat({
      storeKey: browser.storeKey,
      url: 'https://help.test',
      frame: { on: (fn) => void (this.page = fn), post: (message) => void this.posted.push(message) },
      device: browser.device(this),
    });
  }

  get state() {
    return this.chat.get();
  }
  get do() {
    return this.chat.actions;
  }
  texts(): string[] {
    return this.state.messages.map((m) => (m.body.kind === 'text' ? m.body.text : m.body.kind));
  }
  pending(): string[] {
    return this.state.outbox.map((p) => `${p.kind === 'said' ? p.label : p.slot}: ${p.state}`);
  }
  track<T extends { close(): void }>(wire: T): T {
    this.wires.push(wire);
    return wire;
  }
  reload(): boolean {
    return this.reloads++ === 0;
  }
  close(): void {
    this.closed = true;
    this.onClose();
    for (const wire of this.wires) wire.close();
  }
}
