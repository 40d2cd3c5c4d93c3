/** The product with one agent who may sign in. */
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { startApp } from '../support/app.ts';
import { addPerson } from '../support/people.ts';
import type { Line } from './relay.ts';

const clock = { now: () => Date.now(), advance: () => undefined };
const { url, store, shop } = await startApp({ clock, config: { logLevel: 'error' } });
const { cookie, csrf } = await addPerson(store, shop.id, { name: 'Nadia', role: 'agent' }, clock.now());
process.send?.({
  port: Number(new URL(url).port),
  shopper: { namespace: '/shopper', hello: { v: PROTOCOL_VERSION, store: shop.key, after: 0, locale: 'en' } },
  agent: { namespace: '/agent', headers: { cookie }, auth: { csrf, locale: 'en' } },
} satisfies Line);
process.on('disconnect', () => process.exit(0));
