import type { Body } from '../../protocol/message.ts';
import type { ChatState } from '../app/state.ts';
import { arabic, arabicNoticed } from './arabic.ts';
import { card, found, held, letter, NOON, recap, state, stub, talk, video } from './fixtures.ts';
import { drawnPhoto } from './photos.ts';
import { box, certificate, chips, darkLabel, darkThree, find, items, one, rate, remedies, three, topics, twoAlike } from './prompts.ts';

const photo = (id: string, slot: 'left' | 'front' | 'back' | 'one', how: 'saved' | 'sending' | 'failed', progress = 0) =>
  ({
    id,
    at: NOON,
    state: how,
    kind: 'photo',
    item: slot === 'one' ? 'loose' : 'packaging',
    slot,
    url: drawnPhoto(slot),
    bytes: 1_800_000,
    progress,
  }) as const;

const withPerson = { status: 'agent', agent: { name: 'Nadia', initials: 'NK', here: true }, seen: { shopper: 9, agent: 1 } } as const;

/** Each a fresh state, by the name the gallery's address gives. */
export const STATES: Record<string, () => ChatState> = {
  loading: () => ({ ...state([]), phase: 'loading', conversation: null }),
  refused: () => ({
    ...state([]),
    phase: 'refused',
    conversation: null,
    refusal: { code: 'E_ORIGIN', text: 'This shop has not switched its chat on for this page. Write to the shop by e-mail.' },
  }),
  broken: () => ({
    ...state([]),
    phase: 'refused',
    conversation: null,
    refusal: { code: 'E_INTERNAL', text: 'Something broke on our side. Your case is safe.' },
  }),
  empty: () => state([]),
  welcome: () => state([], { prompt: topics }),
  parcel: () =>
    state(
      talk(
        ['shopper', 'My lamp still isn’t here. It was my mum’s birthday present.'],
        ['bot', 'I’m sorry your mum’s present is late. I found it: the **sand ceramic lamp**, order 10482.'],
        ['bot', card(found)],
      ),
      { prompt: chips('Remind me', 'Too late', 'I’m not sure') },
    ),
  customs: () =>
    state(
      talk(
        ['shopper', 'why is it stuck at customs??'],
        ['bot', 'A week with no word is tiring. This is what the carrier told us today.'],
        ['bot', card(held)],
      ),
      {
        prompt: chips('It’s paid', 'Why pay?', 'I’m not sure'),
      },
    ),
  roads: () =>
    state(
      talk(
        ...[0, 0.4, 1, 1.2, 2, null].map(
          (at, i) =>
            [
              'bot',
              card({
                ...found,
                events: [],
                fact: { label: 'at', value: String(at) },
                road: {
                  ...found.road,
                  at,
                  tone: (['plain', 'wait', 'good', 'bad'] as const)[i % 4] ?? 'plain',
                  gate: i === 1 ? 'none' : i === 2 ? 'closed' : 'open',
                },
              }),
            ] as ['bot', Body<string>],
        ),
      ),
    ),
  find: () =>
    state(talk(['shopper', 'it says delivered but there is NOTHING here'], ['bot', 'Let’s find it. Which order is it?']), { prompt: find }),
  items: () => state(talk(['bot', 'Which ones are missing?']), { prompt: items }),
  evidence: () => state([], { prompt: box }, { outbox: [photo('up-1', 'left', 'sending', 0.64), photo('up-2', 'front', 'failed')] }),
  group: () =>
    state(talk(['bot', 'To show the warehouse what happened I need four things, about three minutes.']), {
      prompt: one('group', 'Everything you received, together'),
    }),
  label: () =>
    state([], {
      prompt: one('label', 'The label with the barcode', 'The barcode came out blurred. Could you hold the phone a little further away?'),
    }),
  scale: () => state([], { prompt: one('scale', 'The box on a scale') }),
  three: () => state([], { prompt: three }),
  noticed: () => state([], { prompt: darkLabel }),
  noticedBox: () => state([], { prompt: twoAlike }),
  noticedThree: () => state([], { prompt: darkThree }),
  noticedArabic: arabicNoticed,
  remedies: () =>
    state(
      talk(
        ['bot', 'Royal Mail confirmed yesterday that they **lost your parcel**. I’m sorry, that was your mum’s present.'],
        ['bot', 'You choose what happens now. Neither costs you anything.'],
      ),
      { prompt: remedies },
    ),
  case: () =>
    state(talk(['bot', 'That’s all I need, thank you. This is your case to keep.'], ['bot', card(stub)]), {
      case: { number: 'TW-4827', problem: 'missing', stage: 'warehouse', closed: false },
    }),
  longCase: () =>
    state(
      talk([
        'bot',
        card({
          ...stub,
          tag: { tone: 'wait', text: 'Waiting for you' },
          steps: ['Told us', 'Photos', 'Warehouse', 'Carrier', 'Your choice', 'On its way', 'Settled'].map((label, i) => ({
            label,
            state: i < 3 ? 'done' : i === 3 ? 'now' : 'next',
          })),
        }),
      ]),
    ),
  agent: () =>
    state(
      talk(
        ['shopper', 'Can I talk to someone'],
        ['system', { kind: 'line', text: '**Nadia** joined at 14:09' }],
        ['agent', 'Hi Maya. I’ve read about the missing shade and your mum’s birthday. No need to tell it again.', 2],
        ['agent', 'I’ve asked for the packing video. You’ll know by 16:00 today.'],
        ['shopper', 'Thank you. Her birthday was on Sunday.'],
      ),
      withPerson,
      {
        typing: 'Nadia',
        outbox: [
          {
            id: 'out-1',
            at: NOON,
            state: 'sending',
            kind: 'said',
            said: { kind: 'text', text: 'x' },
            label: 'The base came without a scratch',
          },
          {
            id: 'out-2',
            at: NOON,
            state: 'failed',
            kind: 'said',
            said: { kind: 'text', text: 'x' },
            label: 'Could you send only the shade?',
          },
        ],
      },
    ),
  waiting: () =>
    state(
      talk(
        ['shopper', 'I want a real person'],
        ['bot', 'Of course. Nadia is joining now; she sees everything.'],
        ['system', { kind: 'line', icon: 'bell', text: 'A person was asked for' }],
      ),
      {
        status: 'waiting',
      },
    ),
  offline: () =>
    state(
      talk(
        ['bot', 'Did someone else take the parcel in for you?'],
        ['shopper', 'My neighbour Tom did'],
        ['bot', 'That helps. Was the box closed and whole when Tom got it?'],
      ),
      {},
      {
        link: 'offline',
        outbox: [
          {
            id: 'out-1',
            at: NOON,
            state: 'saved',
            kind: 'said',
            said: { kind: 'text', text: 'x' },
            label: 'Yes, he says the tape looked normal',
          },
          photo('out-2', 'one', 'saved'),
        ],
      },
    ),
  documents: () =>
    state(
      talk(
        ['bot', 'The warehouse has looked: the parcel was complete when it left, so the carrier has to search.'],
        ['bot', card(video)],
        ['bot', card(letter)],
      ),
      { prompt: certificate },
    ),
  recap: () =>
    state(talk(['bot', 'Your new shade arrived on Thursday, so I’ve closed the case. I’m glad it’s there.'], ['bot', card(recap)]), {
      prompt: rate,
    }),
  closed: () =>
    state(talk(['shopper', 'Thanks, that is all.'], ['bot', 'Then I close this talk. You can come back any time.']), { status: 'closed' }),
  history: () =>
    state(
      talk(
        ['shopper', 'two mugs missing from my box'],
        ['bot', 'Two mugs short: that’s annoying, and we’ll sort it out.'],
        ...BOX.map((slot) => boxPhoto(slot)),
        ['bot', 'The label matches your parcel, thank you.'],
        ['system', { kind: 'line', icon: 'doc', text: 'Case **TW-9M2X** opened' }],
        ['shopper', { kind: 'photo', photoId: 'front', item: 'loose', alt: 'A photo' }, 60 * 24],
        ['shopper', 'And https://example.com/a-very-long-address-that-never-ends-and-has-no-spaces-in-it-at-all'],
        ['bot', 'I keep both with your case.'],
        ['bot', 'You hear from us by **Thu 27 Nov, 18:00**.', 30],
      ),
      {},
      { firstUnreadSeq: 13 },
    ),
  arabic,
};

const BOX = ['top', 'left', 'front', 'right', 'back', 'bottom'] as const;

function boxPhoto(slot: (typeof BOX)[number]): ['shopper', Body<string>] {
  return ['shopper', { kind: 'photo', photoId: slot === 'bottom' ? 'gone' : slot, item: 'packaging', slot, alt: `The box, ${slot}` }];
}
