import { expect, it } from 'vitest';
import type { ToPanel } from '../../../protocol/frame.ts';
import { createFrame } from '../../../widget/app/frame.ts';

const SHOP = 'https://shop.test';
const boot = { tw: 'boot', page: { url: `${SHOP}/order`, title: 'Order' }, phone: true };

function framed() {
  const posted: { message: unknown; to: string }[] = [];
  const parent = { postMessage: (message: unknown, to: string) => void posted.push({ message, to }) };
  let tell = (_: MessageEvent) => {};
  const frame = createFrame({ parent, addEventListener: (_, fn) => void (tell = fn) });
  const heard: ToPanel[] = [];
  frame.on((message) => heard.push(message));
  const say = (data: unknown, origin = SHOP, source: unknown = parent) => tell({ data, origin, source } as MessageEvent);
  return { frame, posted, heard, say };
}

it('answers the first boot of its parent, to that origin alone', () => {
  const { frame, posted, heard, say } = framed();
  frame.post({ tw: 'close' });
  expect(posted).toEqual([]);
  say(boot);
  expect(heard).toEqual([boot]);
  frame.post({ tw: 'close' });
  expect(posted).toEqual([
    { message: { tw: 'ready' }, to: SHOP },
    { message: { tw: 'close' }, to: SHOP },
  ]);
});

it('hears nobody before a boot, no other window, no other origin', () => {
  const { posted, heard, say } = framed();
  say({ tw: 'shown' });
  say(boot, 'null');
  say(boot, SHOP, {});
  expect(heard).toEqual([]);
  say(boot);
  for (const origin of ['https://shop.test.evil', 'http://shop.test', 'https://shop.test:444', 'null']) say({ tw: 'shown' }, origin);
  say({ tw: 'shown' }, SHOP, {});
  say(boot, 'https://evil.test');
  expect(heard).toEqual([boot]);
  expect(posted).toEqual([{ message: { tw: 'ready' }, to: SHOP }]);
});

it('answers a second boot too, as after a reload of the page’s script', () => {
  const { posted, say } = framed();
  say(boot);
  say(boot);
  expect(posted).toHaveLength(2);
});

it('leaves out what the server would refuse, and survives anything', () => {
  const { heard, say } = framed();
  for (const junk of [null, 7, 'boot', [], {}, { tw: 'x' }, { tw: '__proto__' }]) say(junk);
  expect(heard).toEqual([]);
  say({
    tw: 'boot',
    page: { url: 'u'.repeat(900), title: 7 },
    phone: 'yes',
    locale: 'x'.repeat(30),
    identity: 'i'.repeat(5000),
    flow: {},
    context: { order: 1001, tracking: ['x'], email: 'e'.repeat(300) },
  });
  expect(heard).toEqual([{ tw: 'boot', page: { url: 'u'.repeat(500), title: '7' }, phone: false, context: { order: '1001' } }]);
  say({ tw: 'locale', locale: 7.5e300 });
  say({ tw: 'locale' });
  say({ tw: 'context', context: 'none' });
  expect(heard.slice(1)).toEqual([
    { tw: 'locale', locale: '7.5e+300' },
    { tw: 'context', context: {} },
  ]);
});

it('is ready only when somebody hears, who then gets all that came before', () => {
  const posted: unknown[] = [];
  const parent = { postMessage: (message: unknown) => void posted.push(message) };
  let say = (_: MessageEvent) => {};
  const frame = createFrame({ parent, addEventListener: (_, fn) => void (say = fn) });
  for (const data of [boot, { tw: 'shown' }, { tw: 'flow', flow: 'lost' }])
    say({ data, origin: SHOP, source: parent as unknown } as MessageEvent);
  expect(posted).toEqual([]);
  const heard: string[] = [];
  frame.on((message) => heard.push(message.tw));
  expect(heard).toEqual(['boot', 'shown', 'flow']);
  expect(posted).toEqual([{ tw: 'ready' }]);
});

it('tells a late hearer what came before', () => {
  const { frame, say } = framed();
  say(boot);
  say({ tw: 'shown' });
  say({ tw: 'hidden' });
  const late: string[] = [];
  frame.on((message) => late.push(message.tw));
  expect(late).toEqual(['boot', 'hidden']);
});
