/** The panel as a page of its own: opened by a link, or loaded again later. There is no loader and no shop's page around it. */
import { render } from 'preact';
import type { Refusal } from '../../protocol/errors.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { NoLink } from './components/no-link.tsx';
import { connect } from './connection.ts';
import type { Welcome } from './connection.ts';
import { browserDevice } from './device.ts';
import type { Device } from './device.ts';
import { isRow } from './entry.ts';
import type { Boot, Frame } from './frame.ts';
import { loadPhoneWords } from './phone-words.ts';
import { localNotes } from './storage.ts';
import type { Word } from './words.ts';

const RTL = /^ar\b/;

/** Takes the link, where there is one; whatever came of it, the talk of this device goes on afterwards. */
export async function openAlone(storeKey: string): Promise<{ frame: Frame; device: Device }> {
  const device = browserDevice(storeKey, location.origin);
  const { notes } = device;
  document.documentElement.dataset.alone = '';
  // Out of the address at once: nobody shall find it there, copy it or send it on. A reload meanwhile still has it.
  const visit = localNotes(`tracewell:${storeKey}:`, () => sessionStorage);
  const link = /^#link=(.*)$/.exec(location.hash)?.[1] ?? visit.get('link');
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  if (link) {
    visit.set('link', link);
    await takeLink(link, storeKey, device);
    visit.set('link', '');
  }
  document.title = notes.get('shop') || document.title;
  return { frame: noFrame(), device };
}

async function takeLink(token: string, storeKey: string, device: Device): Promise<void> {
  const { notes } = device;
  const locale = notes.get('locale') || device.locale;
  const words = await loadPhoneWords(locale).catch((): Word => (key) => key);
  document.documentElement.lang = locale;
  document.documentElement.dir = RTL.test(locale) ? 'rtl' : 'ltr';
  draw(
    <main class="thread fresh" aria-busy="true">
      <p role="status">{words('opening')}</p>
    </main>,
  );
  const answer = /^[\w-]{43}$/.test(token) ? await enter(token, storeKey, device, locale) : null;
  if (answer?.ok) return keep(answer, device, words);
  if (answer?.code === 'E_VERSION' && device.reload(`${PROTOCOL_VERSION}`)) return new Promise(() => {});
  await new Promise<void>((resolve) => {
    const goOn = words(notes.get('token') ? 'goOn' : 'begin');
    draw(<NoLink title={words('noLink')} text={answer?.text ?? words('incomplete')} goOn={goOn} onGoOn={resolve} />);
  });
}

/** Resolves when the server has decided; on a bad line it is tried until then. */
function enter(token: string, store: string, device: Device, locale: string): Promise<Welcome | Refusal> {
  // The device's own and kept: who opens their link again here is let in again, and nobody else.
  const { notes, tz } = device;
  if (!/^[\w-]{43}$/.test(notes.get('key'))) notes.set('key', newKey());
  const hello = { v: PROTOCOL_VERSION, store, locale: locale.slice(0, 20), tz, after: 0, link: { token, key: notes.get('key') } };
  return new Promise((resolve) => {
    const line = connect({
      open: device.openWire,
      clock: device.clock,
      random: device.random,
      hasNetwork: device.hasNetwork,
      greet: (send) => send(hello),
      onWelcome(welcome) {
        line.stop();
        resolve(welcome);
      },
      onEvent: () => {},
      onLink: () => {},
      onTokenDead: () => {},
      onRefused: resolve,
    });
    device.onTurn(() => line.wake());
    line.start();
  });
}

/** The linked talk takes the place of the one that was here; what was written there and not sent is not said in this one by itself. */
async function keep({ token = '', store }: Welcome, { notes, shelf, tabs }: Device, words: Word): Promise<void> {
  if (notes.get('token') !== token) {
    const unsent = (await shelf.all().catch((): unknown[] => [])).filter(isRow);
    await Promise.all(unsent.map((row) => shelf.put({ ...row, error: words('unsent') }).catch(() => {})));
  }
  notes.set('token', token);
  notes.set('shop', store.name);
  tabs.tell('token');
}

/** Nobody to talk to: shown from the beginning, and told nothing. */
function noFrame(): Frame {
  const boot: Boot = { tw: 'boot', page: { url: location.href.slice(0, 500), title: '' }, phone: true };
  return {
    post: () => {},
    on(fn) {
      fn(boot);
      fn({ tw: 'shown' });
    },
  };
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (c) => (c === '+' ? '-' : c === '/' ? '_' : ''));
}

function draw(page: Parameters<typeof render>[0]): void {
  const root = document.getElementById('app');
  if (root) render(page, root);
}
