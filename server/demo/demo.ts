/** The shop "Northfold" with one order for each thing that can befall a parcel. Invented people, real payload shapes. */
import type { Order } from '../../protocol/order.ts';
import type { StoreSettings } from '../../protocol/settings.ts';
import type { Clock } from '../providers/ports.ts';
import { defaultPolicy } from '../settings.ts';
import type { ShopRow, Store } from '../store/port.ts';
import type { MakeScene, Scene } from './scene.ts';
import { documents, duties, inspection, prohibited } from './scenes/customs.ts';
import { deliveredFresh, deliveredNotReceived, itemsMissing, splitOrder } from './scenes/delivered.ts';
import { labelOnly, misleading, onItsWay, protectionEnds, stalled, unknownNumber } from './scenes/moving.ts';
import { atPickupPoint, failedAttempt, lost, returning } from './scenes/unlucky.ts';

export const DEMO_KEY = 'demo-northfold';

/** Known to everybody, as all of the demo is; a real shop's is made of 256 random bits. */
export const DEMO_IDENTITY_SECRET = 'demo-only-not-a-secret-demo-only-not-a-secret';

/** `origins` are the exact origins of the pages that may embed the panel. */
export function demoShop(origins: string[]): { settings: StoreSettings; key: string } {
  return {
    key: DEMO_KEY,
    settings: {
      name: 'Northfold',
      color: '#20558f',
      locales: ['en', 'es', 'zh-CN', 'ar', 'pt-BR', 'fr', 'de', 'it', 'ru', 'uk', 'pl', 'nl', 'tr', 'ja', 'ko'],
      defaultLocale: 'en',
      origins,
      greeting: {},
      identityRequired: false,
      tracking: 'none',
      policy: {
        ...defaultPolicy,
        // This shop's line scans every few days, so two silent weeks are already too long.
        stalledAfterDays: { ...defaultPolicy.stalledAfterDays, international: 14 },
        hours: { tz: 'Europe/London', days: [1, 2, 3, 4, 5], from: 9, to: 18 },
      },
    },
  };
}

export function demoOrders(now: number): Order[] {
  return scenes(now).map((scene) => scene.order);
}

/** Recorded answers by tracking number, with dates relative to `now`. */
export function demoTracking(now: number): Map<string, unknown> {
  return new Map(scenes(now).flatMap((scene) => Object.entries(scene.recorded)));
}

export interface DemoStory {
  number: string;
  email: string;
  /** The first item ordered. */
  title: string;
  story: string;
}

export function demoStories(now: number): DemoStory[] {
  return scenes(now).map(({ order, story }) => ({ number: order.number, email: order.email, title: order.items[0]?.name ?? '', story }));
}

/** Puts shop and orders into an empty store, and leaves a store that has them alone. Resolves to the shop. */
export async function seedDemo(store: Store, { clock, origins }: { clock: Clock; origins: string[] }): Promise<ShopRow> {
  const before = await store.shopByKey(DEMO_KEY);
  if (before) return before;
  const now = clock.now();
  const shop: ShopRow = { id: 'northfold', ...demoShop(origins), identitySecret: DEMO_IDENTITY_SECRET, createdAt: now, updatedAt: now };
  await store.addShop(shop);
  await store.putOrders(shop.id, demoOrders(now));
  return shop;
}

const MAKERS: readonly MakeScene[] = [
  onItsWay,
  stalled,
  deliveredNotReceived,
  deliveredFresh,
  duties,
  documents,
  inspection,
  prohibited,
  lost,
  itemsMissing,
  splitOrder,
  atPickupPoint,
  returning,
  labelOnly,
  unknownNumber,
  failedAttempt,
  misleading,
  protectionEnds,
];

function scenes(now: number): Scene[] {
  return MAKERS.map((make) => make(now));
}
