/** Talks brought to where a test begins. */
import { CHECKLIST } from '../../../flows/checklist.ts';
import type { Ref } from '../../../server/conversation/conversations.ts';
import type { TestApp } from '../../support/app.ts';
import { openShopper, type TestShopper } from '../../support/shopper.ts';

export interface Talk {
  shopper: TestShopper;
  of: { conversation: string };
  ref: Ref;
  close(): void;
}

/** A shopper who has said something, with the bot's next question before them. */
export async function talk(test: TestApp, words = 'my parcel is lost'): Promise<Talk> {
  const shopper = await openShopper(test.url, { store: test.shop.key });
  await shopper.say(words);
  await shopper.prompt((prompt) => prompt.kind === 'find');
  const conversation = shopper.conversation().id;
  return { shopper, of: { conversation }, ref: { storeId: test.shop.id, conversationId: conversation }, close: () => shopper.close() };
}

/** Delivered, not received: the order is proven, the case open, and an answer of the carrier promised. */
export async function caseOpen(test: TestApp): Promise<Talk> {
  const one = await talk(test, 'it says delivered but nothing is here');
  await prove(one, '1003', 'anna@example.com');
  await one.shopper.choose('openNow');
  await one.shopper.until((view) => view.case !== null);
  return one;
}

/** Something is missing, and the first photos are asked for. */
export async function photosAsked(test: TestApp): Promise<Talk> {
  const one = await talk(test, 'an item is missing from my box');
  await prove(one, '1004', 'david@example.com');
  const { prompt } = await one.shopper.until((view) => view.prompt?.kind === 'items');
  const [item] = prompt?.kind === 'items' ? prompt.items : [];
  await one.shopper.send({ kind: 'items', prompt: prompt?.id ?? '', items: [{ id: item?.id ?? '', count: 1 }] });
  await one.shopper.prompt(({ kind }) => kind === 'evidence');
  return one;
}

/** All that was asked for is excused, and an answer of the warehouse promised. */
export async function atWarehouse(test: TestApp): Promise<Talk> {
  const one = await photosAsked(test);
  for (const item of CHECKLIST) {
    const { id } = await one.shopper.prompt((prompt) => prompt.kind === 'evidence' && prompt.item === item);
    await one.shopper.send({ kind: 'evidenceCant', prompt: id, reason: 'other' });
  }
  await one.shopper.choose('collectedMe');
  await one.shopper.until((view) => view.case?.stage === 'warehouse');
  return one;
}

async function prove({ shopper }: Talk, order: string, contact: string): Promise<void> {
  const { id } = await shopper.prompt((prompt) => prompt.kind === 'find');
  await shopper.send({ kind: 'find', prompt: id, order, contact });
  await shopper.until(({ prompt }) => prompt !== null && prompt.kind !== 'find');
}
