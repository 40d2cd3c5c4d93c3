import type { Card, Guard } from '../../protocol/card.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { ChatState } from './state.ts';
import { unmarked } from './unread.ts';
import type { Word } from './words.ts';

/** The whole talk for "save this talk": who, when and what, in the language on the screen. */
export function plainText({ messages, store, conversation, locale }: ChatState, word: Word, tz: string, now: number): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: tz });
  const who = (m: ShownMessage) =>
    m.from === 'shopper' ? word('ui.you') : m.from === 'agent' ? (m.agent?.name ?? '') : m.from === 'bot' ? word('ui.bot') : '';
  const head = [
    word('logic.transcript', { store: store?.name ?? '' }),
    conversation?.case && word('logic.case', { number: conversation.case.number }),
    word('logic.saved', { date: time.format(now) }),
  ];
  const talk = messages.map((m) => [`[${time.format(m.at)}] ${who(m)}`.trim(), ...linesOf(m).filter(Boolean)].join('\n'));
  return `${[head.filter(Boolean).join('\n'), ...talk].join('\n\n')}\n`;
}

function linesOf({ from, body }: ShownMessage): (string | undefined)[] {
  switch (body.kind) {
    case 'card':
      return cardLines(body.card).map((line) => line && unmarked(line));
    case 'photo':
      return [body.alt];
    default:
      return [from === 'bot' ? unmarked(body.text) : body.text];
  }
}

function cardLines(card: Card<string>): (string | undefined)[] {
  switch (card.kind) {
    case 'parcel':
      return [
        card.road.name,
        card.tag?.text,
        card.fact && `${card.fact.label}: ${card.fact.value}`,
        ...card.rows.map(({ label, value, detail }) => [`${label}: ${value}`, detail].filter(Boolean).join(', ')),
        ...card.todo.map(({ text, copy }, i) => [`${i + 1}. ${text}`, copy].filter(Boolean).join(' ')),
        ...card.events.map(({ at, text, place }) => `- ${[at, text, place].filter(Boolean).join(', ')}`),
        ...guardLines(card.guard),
        card.safety,
      ];
    case 'case':
      return [
        `${card.label} ${card.number}`,
        card.tag?.text,
        ...card.steps.map(({ label, state }) => `[${state === 'done' ? 'x' : state === 'now' ? '>' : ' '}] ${label}`),
        ...(card.promise ? [`${card.promise.label}: ${card.promise.date}`, card.promise.note] : []),
        card.doing,
        card.keep,
        ...guardLines(card.guard),
      ];
    case 'document':
      return [card.title, card.text, 'href' in card.opens ? card.opens.href : undefined];
    case 'recap':
      return [card.title, `${card.label} ${card.number}`, card.tag.text, ...card.lines.map(({ at, text }) => `- ${at}: ${text}`)];
  }
}

const guardLines = (guard: Guard<string> | undefined) =>
  guard ? [guard.text, ...(guard.how?.steps.map((s, i) => `${i + 1}. ${s}`) ?? [])] : [];
