/** For each thing that can befall a parcel, a talk that stands in the middle of it; and a shopper who goes on to the end. */
import type { Finding } from '../../../protocol/case.ts';
import type { Prompt } from '../../../protocol/prompt.ts';
import type { TestApp } from '../../support/app.ts';
import { boxPhoto } from '../../support/images.ts';
import { openShopper, type TestShopper } from '../../support/shopper.ts';

export interface World {
  topic: string;
  order: string;
  contact: string;
  /** Answers to the bot, up to the place where the agent comes in. */
  answers?: string[];
  /** Up to the photos, with the first one there. */
  photos?: 'one' | 'all';
  /** What a person has entered by then. */
  finding?: Finding;
}

export const WORLDS: Record<string, World> = {
  'delivered yesterday': { topic: 'delivered', order: '1003', contact: 'anna@example.com' },
  'delivered, and a case is open': { topic: 'delivered', order: '1003', contact: 'anna@example.com', answers: ['openNow'] },
  'delivered a moment ago': { topic: 'delivered', order: '1004', contact: 'david@example.com' },
  'on its way': { topic: 'in_transit', order: '1001', contact: 'jonas@example.com' },
  'on its way, a date promised': { topic: 'in_transit', order: '1001', contact: 'jonas@example.com', answers: ['remind'] },
  'without news for too long': { topic: 'in_transit', order: '1002', contact: 'lin@example.com' },
  'not shipped': { topic: 'in_transit', order: '1014', contact: 'maya@example.com' },
  'a number that shows nothing': { topic: 'in_transit', order: '1015', contact: 'omar@example.com' },
  'handed to the local carrier': { topic: 'in_transit', order: '1017', contact: 'sofia@example.com' },
  'on its way, the protection ends': { topic: 'in_transit', order: '1018', contact: 'elena@example.com' },
  'nobody was at home': { topic: 'in_transit', order: '1016', contact: 'yuki@example.com' },
  'waiting to be picked up': { topic: 'in_transit', order: '1012', contact: 'mia@example.com' },
  'customs, duty to pay': { topic: 'customs', order: '1005', contact: 'claire@example.com' },
  'customs, a paper is missing': { topic: 'customs', order: '1006', contact: 'rafael@example.com' },
  'customs, an inspection': { topic: 'customs', order: '1007', contact: 'noura@example.com' },
  'customs, not let in': { topic: 'customs', order: '1008', contact: 'liam@example.com' },
  'lost, choosing': { topic: 'returned', order: '1009', contact: 'sanne@example.com' },
  'on its way back': { topic: 'returned', order: '1013', contact: 'marco@example.com' },
  'items missing, which ones': { topic: 'missing', order: '1010', contact: 'lucia@example.com' },
  'items missing, first photo': { topic: 'missing', order: '1010', contact: 'lucia@example.com', photos: 'one' },
  'items missing, all photos': { topic: 'missing', order: '1010', contact: 'lucia@example.com', photos: 'all' },
  'items missing, the warehouse looks': {
    topic: 'missing',
    order: '1010',
    contact: 'lucia@example.com',
    photos: 'all',
    answers: ['collectedMe'],
  },
  'items missing, complete when it left': {
    topic: 'missing',
    order: '1010',
    contact: 'lucia@example.com',
    photos: 'all',
    answers: ['collectedMe'],
    finding: 'packed',
  },
  'two parcels, one is here': { topic: 'missing', order: '1011', contact: 'felix@example.com' },
};

export async function enter(test: TestApp, world: World): Promise<TestShopper> {
  const shopper = await openShopper(test.url, { store: test.shop.key });
  await shopper.choose(world.topic);
  const { id } = await shopper.prompt(({ kind }) => kind === 'find');
  await shopper.send({ kind: 'find', prompt: id, order: world.order, contact: world.contact });
  await settled(test, shopper);
  if (world.photos) {
    await answer(test, shopper, world);
    await settled(test, shopper);
    await shopper.photo('group', 'one', await boxPhoto());
    await settled(test, shopper);
    while (world.photos === 'all' && shopper.conversation().prompt?.kind === 'evidence') await answer(test, shopper, world);
  }
  for (const choice of world.answers ?? []) {
    await shopper.choose(choice);
    await settled(test, shopper);
  }
  return shopper;
}

/** The shopper's screen is as the server has it, with nothing under way. */
export async function settled(test: TestApp, shopper: TestShopper): Promise<void> {
  await test.app.idle();
  const row = await test.store.conversation(test.shop.id, shopper.conversation().id);
  await shopper.until(
    ({ lastSeq, status, prompt }) => lastSeq === row?.lastSeq && status === row.status && prompt?.id === row.prompt?.prompt.id,
  );
}

/** Answers whatever the bot asks, until the talk has been rated. Resolves to what it was asked on the way. */
export async function goOn(test: TestApp, shopper: TestShopper, world: World): Promise<string[]> {
  const asked: string[] = [];
  for (let i = 0; i < MOST_QUESTIONS; i++) {
    const { prompt, status } = shopper.conversation();
    if (status === 'closed' && prompt === null) return asked;
    asked.push(`${status} ${prompt?.kind ?? 'nothing'} ${prompt?.choices.map(({ id }) => id).join(' ') ?? ''}`);
    if (prompt === null || status === 'agent') break;
    await answer(test, shopper, world, asked);
  }
  throw new Error(`this talk does not end: ${asked.join(' | ')} … ${shopper.texts().slice(-6).join(' / ')}`);
}

const MOST_QUESTIONS = 25;

async function answer(test: TestApp, shopper: TestShopper, world: World, asked: string[] = []): Promise<void> {
  const { prompt } = shopper.conversation();
  if (prompt === null) throw new Error('nothing is asked');
  await shopper.send(answerTo(prompt, world, asked));
  await settled(test, shopper);
}

type Said = Parameters<TestShopper['send']>[0];

function answerTo(prompt: Prompt<string>, { order, contact, topic }: World, asked: string[]): Said {
  const { id } = prompt;
  switch (prompt.kind) {
    case 'topics':
      return { kind: 'choice', prompt: id, choice: topic };
    case 'find':
      return { kind: 'find', prompt: id, order, contact };
    case 'items':
      return { kind: 'items', prompt: id, items: prompt.items.slice(0, 1).map((item) => ({ id: item.id, count: 1 })) };
    case 'evidence':
      // The paper comes when the post office gives it; the case goes on meanwhile.
      if (prompt.item === 'certificate') return { kind: 'choice', prompt: id, choice: 'notYet' };
      return prompt.enough ? { kind: 'evidenceDone', prompt: id } : { kind: 'evidenceCant', prompt: id, reason: 'other' };
    case 'remedies':
      return { kind: 'remedy', prompt: id, remedy: 'resend' };
    case 'text':
      return { kind: 'text', text: /e-?mail/i.test(prompt.placeholder) ? contact : '5 Mill Lane, Leeds, LS1 4AP, United Kingdom' };
    case 'rate':
      return { kind: 'rate', prompt: id, score: 4 };
    case 'choices': {
      const offered = prompt.choices.map((one) => one.id);
      // What was asked in these words twice already is answered otherwise.
      const again = asked.filter((one) => one.endsWith(offered.join(' '))).length > 2;
      const choice = again ? offered.at(-1) : (ONWARD.find((one) => offered.includes(one)) ?? offered[0]);
      return { kind: 'choice', prompt: id, choice: choice ?? '' };
    }
  }
}

/** What brings a talk on rather than round. */
const ONWARD = [
  'checkPlaces',
  'asked',
  'looked',
  'addressRight',
  'remind',
  'paid',
  'willCollect',
  'arranged',
  'haveBox',
  'notInOther',
  'collectedMe',
  'wasWhole',
  'checkLater',
  'keepGoing',
  'done',
];
