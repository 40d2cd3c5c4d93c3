/** Every topic from the first words to its end, over the socket, in every language: understood, answered, and nothing left in English. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../flows/events.ts';
import { readUnderstanding } from '../../../server/understanding/data.ts';
import type { ConversationView } from '../../../protocol/conversation.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { ROOT } from '../../support/command.ts';
import { openShopper, type TestShopper } from '../../support/shopper.ts';

const LANGUAGES = readdirSync(join(ROOT, 'locales')).sort();
const words = readUnderstanding();

/** What somebody writes first, and an order of the demo shop whose parcel is in that state. */
const TOPICS: readonly { topic: string; writes: Intent; order: string; contact: string }[] = [
  { topic: 'delivered', writes: 'not_received_delivered', order: '1003', contact: 'anna@example.com' },
  { topic: 'on its way', writes: 'where_is_my_order', order: '1001', contact: 'jonas@example.com' },
  { topic: 'late', writes: 'in_transit_late', order: '1002', contact: 'lin@example.com' },
  { topic: 'customs', writes: 'customs_held', order: '1005', contact: 'claire@example.com' },
  { topic: 'lost', writes: 'lost', order: '1009', contact: 'sanne@example.com' },
  { topic: 'missing', writes: 'missing_items', order: '1010', contact: 'lucia@example.com' },
  { topic: 'returned', writes: 'returned', order: '1013', contact: 'marco@example.com' },
  { topic: 'damaged', writes: 'damaged', order: '1010', contact: 'lucia@example.com' },
];
/** The answers that lead on; the first that is offered is given. */
const ANSWERS = [
  'done',
  'asked',
  'looked',
  'addressRight',
  'openNow',
  'trace',
  'remind',
  'paid',
  'notInOther',
  'haveBox',
  'collectedMe',
  'wasWhole',
];

let test: TestApp;
const talks = new Map<string, Walked>();
beforeAll(async () => {
  test = await startApp({ config: { logLevel: 'silent' } });
  await test.store.saveSettings(test.shop.id, { ...test.shop.settings, locales: LANGUAGES }, test.clock.now() + 1);
}, 60_000);
afterAll(() => test.close());

describe.each(TOPICS)('$topic', (topic) => {
  it.each(LANGUAGES)('%s', async (language) => {
    const english = talks.get(`${topic.topic} en`) ?? (await walk(topic, 'en'));
    talks.set(`${topic.topic} en`, english);
    const walked = language === 'en' ? english : await walk(topic, language);

    expect(walked.end).toMatch(/^(rated|person)$/);
    expect(walked.end).toBe(english.end);
    expect(walked.texts.length).toBeGreaterThan(8);
    for (const text of walked.texts) expect(text).not.toMatch(/\{\{|\}\}|undefined|^$|^[a-z]+:[\w.]+$/i);
    if (language !== 'en') expect(leftIn(english.texts, walked.texts)).toEqual([]);
  });
});

interface Walked {
  end: 'rated' | 'person';
  /** All that was to be read, in its order: what was said, cards, questions and their answers. */
  texts: string[];
}

async function walk({ writes, order, contact }: (typeof TOPICS)[number], language: string): Promise<Walked> {
  const shopper = await openShopper(test.url, { store: test.shop.key, locale: language });
  const texts: string[] = [];
  try {
    // People write more than one example's worth before they are sure; the first that is plain will do.
    const [line = ''] = words[language]?.examples[writes].filter((one) => !/\d/.test(one)) ?? [];
    await shopper.say(line);
    const first = await settled(shopper);
    if (first.prompt?.kind !== 'find')
      throw new Error(`"${line}" led to ${first.prompt?.kind ?? first.status} instead of the order's form`);
    for (let turn = 0; turn < 40; turn++) {
      const { prompt, status } = await settled(shopper);
      texts.push(...stringsIn(prompt));
      if (status === 'waiting' || status === 'closed')
        return { end: status === 'closed' ? 'rated' : 'person', texts: [...read(shopper), ...texts] };
      if (prompt === null) throw new Error('nothing is asked');
      const at = shopper.conversation().lastSeq;
      if (prompt.kind === 'find') await shopper.send({ kind: 'find', prompt: prompt.id, order, contact });
      else if (prompt.kind === 'items')
        await shopper.send({ kind: 'items', prompt: prompt.id, items: [{ id: prompt.items[0]?.id ?? '', count: 1 }] });
      else if (prompt.kind === 'evidence') await shopper.send({ kind: 'evidenceCant', prompt: prompt.id, reason: 'other' });
      else if (prompt.kind === 'remedies')
        await shopper.send({ kind: 'remedy', prompt: prompt.id, remedy: prompt.options[0]?.id ?? 'refund' });
      else if (prompt.kind === 'rate') await shopper.send({ kind: 'rate', prompt: prompt.id, score: 5 });
      else await shopper.choose(ANSWERS.find((id) => prompt.choices.some((one) => one.id === id)) ?? prompt.choices[0]?.id ?? '');
      await shopper.until(({ lastSeq }) => lastSeq > at);
    }
    throw new Error('no end after forty turns');
  } finally {
    shopper.close();
  }
}

/** After the look-ups of the last turn. */
async function settled(shopper: TestShopper): Promise<ConversationView> {
  await test.app.idle();
  const talk = await test.app.conversations.view({ storeId: test.shop.id, conversationId: shopper.conversation().id });
  return shopper.until((view) => view.lastSeq >= (talk?.row.lastSeq ?? 0));
}

function read(shopper: TestShopper): string[] {
  return [...shopper.messages.values()].filter(({ from }) => from !== 'shopper').flatMap(({ body }) => stringsIn(body));
}

const NOT_WORDS = new Set([
  'id',
  'kind',
  'icon',
  'tone',
  'state',
  'item',
  'example',
  'gate',
  'photoId',
  'opens',
  'copy',
  'value',
  'number',
]);

function stringsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(stringsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (NOT_WORDS.has(key) && typeof value === 'string' ? [] : stringsIn(value)));
}

/** Sentences that stand there word for word as in English. Names of goods, people and places are nobody's to translate. */
function leftIn(english: readonly string[], texts: readonly string[]): string[] {
  const sentences = new Set(english.filter((text) => text.split(/\s+/).length >= 4));
  return texts.filter((text) => sentences.has(text));
}
