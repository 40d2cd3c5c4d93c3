import { WireRefusal } from '../shared/wire.ts';
import type { Entries } from './entry.ts';
import { SampleDesk, type Sample } from './sample-desk.tsx';
import { DAY, desk, HOUR, inboxItems, item, mayasTalk, MINUTE, NADIA, NOW, talk, TOM } from './samples.ts';

const never = () => new Promise<never>(() => undefined);
const show = (sample: Sample) => () => <SampleDesk sample={sample} />;

const mine: Sample = {
  conversation: {
    status: 'agent',
    agent: { name: NADIA.name, initials: NADIA.initials, here: true },
    prompt: null,
    seen: { shopper: 13, agent: 13 },
  },
  desk: { agent: NADIA },
  messages: [
    ...mayasTalk(),
    {
      seq: 12,
      id: 'message-0012',
      at: NOW - 3 * MINUTE,
      from: 'system',
      agent: { id: NADIA.id, name: NADIA.name },
      body: { kind: 'line', text: 'Nadia Keller took over. Maya was told.' },
    },
    {
      seq: 13,
      id: 'message-0013',
      at: NOW - 2 * MINUTE,
      from: 'agent',
      agent: { id: NADIA.id, name: NADIA.name },
      body: { kind: 'text', text: 'Hi Maya. I’ve read everything, no need to tell it again. I’m checking the stock for a single shade.' },
    },
  ],
};
const typing: Sample['then'] = (wire) => wire.push('typing', { conversation: 'conv-maya-01', on: true });
const HOSTILE = '<img src=x onerror="document.title=1"> <b>Maya</b> شادية';

export const entries: Entries = {
  locked: show({ then: typing }),
  mine: show({ ...mine, then: typing }),
  waiting: show({
    conversation: { status: 'waiting', prompt: null },
    items: inboxItems().map((one) => (one.id === 'conv-maya-01' ? { ...one, rank: 3, status: 'waiting', chipAt: NOW - 6 * MINUTE } : one)),
  }),
  other: show({ conversation: { status: 'agent', agent: { name: TOM.name, initials: 'TB', here: true } }, desk: { agent: TOM } }),
  otherForLead: show({
    me: { role: 'lead' },
    conversation: { status: 'agent', agent: { name: TOM.name, initials: 'TB', here: true } },
    desk: { agent: TOM },
  }),
  closed: show({ conversation: { status: 'closed', prompt: null } }),
  nothingOpen: show({ open: null }),
  emptyList: show({ open: null, items: [] }),
  loading: show({ open: null, answers: { inbox: never } }),
  failed: show({
    open: null,
    answers: { inbox: () => Promise.reject(new WireRefusal('E_STORAGE', 'The list could not be read just now. Try again.')) },
  }),
  talkLoading: show({ answers: { open: never } }),
  talkGone: show({ answers: { open: () => Promise.reject(new WireRefusal('E_NOT_FOUND', 'Not there.')) } }),
  talkFailed: show({
    answers: { open: () => Promise.reject(new WireRefusal('E_STORAGE', 'The talk could not be read just now. Try again.')) },
  }),
  notes: show({
    ...mine,
    desk: {
      agent: NADIA,
      notes: [
        { id: 'note-00001', at: NOW - 12 * MINUTE, agent: TOM, text: 'The second tape is ours, the packer tapes twice.', afterSeq: 10 },
        { id: 'note-00002', at: NOW - MINUTE, agent: NADIA, text: 'Stock: 3 shades in sand. I keep one for her.', afterSeq: 13 },
      ],
    },
  }),
  refused: show({
    ...mine,
    answers: {
      say: () => Promise.reject(new WireRefusal('E_NOT_ALLOWED', 'Tom Berg has this talk now.')),
    },
  }),
  cards: show({
    messages: [
      ...talk(
        NOW - HOUR,
        ['bot', { kind: 'card', card: desk().parcel?.card ?? never_() }],
        [
          'bot',
          {
            kind: 'card',
            card: {
              kind: 'case',
              number: 'TW 4827',
              label: 'Your case',
              tag: { tone: 'wait', text: 'Collecting photos' },
              steps: [],
              promise: { label: 'News by', date: 'Wed 19 August, 18:00', note: '', leaf: { month: 'Aug', day: '19' } },
            },
          },
        ],
        [
          'bot',
          {
            kind: 'card',
            card: {
              kind: 'recap',
              number: 'TW 4827',
              label: 'Case',
              title: 'What happened',
              tag: { tone: 'good', text: 'Solved' },
              lines: [
                { at: '11 Aug', text: 'You told us that a **shade** was missing.' },
                { at: '12 Aug', text: 'We sent a new one.' },
              ],
            },
          },
        ],
      ),
    ],
  }),
  foreign: show({
    desk: {
      shopper: {
        ...desk().shopper,
        name: 'فاطمة الزهراني',
        locale: 'ar',
        language: 'Arabic',
        languageBy: 'written',
        tz: 'Asia/Riyadh',
        city: 'الرياض',
        here: false,
      },
    },
    conversation: { locale: 'ar' },
    messages: talk(
      NOW - HOUR,
      ['shopper', 'وصلت الفاتورة مرتين'],
      ['bot', 'Thank you. Customs asks for **€ 14**.'],
      ['shopper', 'هل يمكنني التحدث مع شخص؟'],
    ),
    answers: {
      original: () => ({
        ok: true,
        message: {
          seq: 2,
          id: 'message-0002',
          at: NOW - 58 * MINUTE,
          from: 'bot',
          body: { kind: 'text', text: 'شكرًا لك. تطلب الجمارك **14 €**.' },
        },
      }),
    },
  }),
  hostile: show({
    items: [
      item('person', { id: 'conv-maya-01', name: HOSTILE, chipAt: NOW - MINUTE, preview: { from: 'shopper', text: HOSTILE }, unread: 10 }),
    ],
    desk: { shopper: { ...desk().shopper, name: HOSTILE, city: HOSTILE, language: HOSTILE } },
    messages: talk(
      NOW - HOUR,
      ['shopper', HOSTILE],
      ['shopper', '**not bold** ' + 'long'.repeat(200)],
      ['agent', HOSTILE, NOW - MINUTE, { ...TOM, name: HOSTILE }],
    ),
  }),
  tenThousand: show({
    open: null,
    items: Array.from({ length: 10_000 }, (_, at) =>
      item(at < 20 ? 'late' : at < 60 ? 'due' : at < 4000 ? 'waiting' : 'quiet', {
        id: `conv-${String(at).padStart(6, '0')}`,
        name: `Shopper ${at}`,
        rankAt: at,
        chipAt: NOW - at * MINUTE,
        problem: 'missing',
        preview: { from: 'shopper', text: `Message ${at}` },
      }),
    ),
  }),
  longTalk: show({
    ...mine,
    messages: talk(
      NOW - 3 * DAY,
      ...Array.from(
        { length: 420 },
        (_, at) => [at % 3 ? 'shopper' : 'bot', `Line ${at + 1}. ${'word '.repeat((at * 7) % 30)}`] as ['shopper' | 'bot', string],
      ),
    ),
  }),
};

function never_(): never {
  throw new Error('The sample has a parcel');
}
