import { expect, it } from 'vitest';
import type { Card } from '../../../protocol/card.ts';
import type { ShownMessage } from '../../../protocol/message.ts';
import { plainText } from '../../../widget/app/plain-text.ts';
import type { ChatState } from '../../../widget/app/state.ts';
import { newsOf } from '../../../widget/app/unread.ts';

const at = Date.UTC(2026, 7, 19, 18, 5);
const message = (seq: number, from: ShownMessage['from'], body: ShownMessage['body']): ShownMessage => ({
  seq,
  id: `m${seq}`,
  at,
  from,
  body,
});

const parcel: Card<string> = {
  kind: 'parcel',
  road: { name: 'Held at the border', tone: 'wait', stops: [], at: 1, gate: 'closed' },
  tag: { tone: 'wait', icon: 'gate', text: 'At customs' },
  rows: [{ label: 'Asked by', value: 'Customs', detail: 'duty' }],
  todo: [{ text: 'Pay the **carrier**', copy: 'LX123' }],
  events: [{ at: '19 Aug', text: 'Held', place: 'Leipzig' }],
  guard: { tone: 'wait', text: 'Protected until 3 September', how: { label: 'How', steps: ['Open a dispute'] } },
};

const talk: ShownMessage[] = [
  message(1, 'bot', { kind: 'text', text: 'I am **sorry**.' }),
  message(2, 'shopper', { kind: 'text', text: 'It is **not** here' }),
  message(3, 'bot', { kind: 'card', card: parcel }),
  { ...message(4, 'agent', { kind: 'text', text: 'Hello' }), agent: { id: 'a', name: 'Noor' } },
  message(5, 'system', { kind: 'line', text: 'Noor joined' }),
  message(6, 'shopper', { kind: 'photo', photoId: 'p', item: 'label', alt: 'Photo of the label' }),
];

it('writes the whole talk with its facts; only what the bot marked loses its marks', () => {
  const store = { key: 'k', name: 'Northfold', color: null, locales: ['en'], defaultLocale: 'en' };
  const state: ChatState = {
    phase: 'ready',
    refusal: null,
    link: 'online',
    store,
    conversation: null,
    messages: talk,
    outbox: [],
    typing: null,
    phone: false,
    unread: 0,
    firstUnreadSeq: null,
    locale: 'en-GB',
  };
  const text = plainText(state, (key) => key, 'UTC', at);
  const stamp = '[19 Aug 2026, 18:05]';
  expect(text).toBe(
    [
      'logic.transcript\nlogic.saved',
      `${stamp} ui.bot\nI am sorry.`,
      `${stamp} ui.you\nIt is **not** here`,
      [
        `${stamp} ui.bot`,
        'Held at the border',
        'At customs',
        'Asked by: Customs, duty',
        '1. Pay the carrier LX123',
        '- 19 Aug, Held, Leipzig',
        'Protected until 3 September',
        '1. Open a dispute',
      ].join('\n'),
      `${stamp} Noor\nHello`,
      `${stamp}\nNoor joined`,
      `${stamp} ui.you\nPhoto of the label\n`,
    ].join('\n\n'),
  );
});

it('makes one short line of news for the launcher', () => {
  const [bot, , card, agent] = talk;
  if (!bot || !card || !agent) throw new Error('no talk');
  expect(newsOf(bot, null, 'NR')).toEqual({ from: '', text: 'I am sorry.' });
  expect(newsOf(card, null, undefined).text).toBe('At customs');
  expect(newsOf(agent, null, 'NR')).toEqual({ from: 'Noor', initials: 'NR', text: 'Hello' });
  expect(newsOf(message(9, 'bot', { kind: 'text', text: `long\n${'x'.repeat(500)}` }), null, undefined).text).toHaveLength(140);
});
