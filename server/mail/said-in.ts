/** What was said in the chat, as it reads without it. Photos, and what the shopper said themselves, are left there. */
import type { Card } from '../../protocol/card.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { Block, Inline } from '../letters/fill.ts';
import type { Viewer, Wording } from '../words/words.ts';

/** Under the name of whoever said it; those of one voice stand together. */
export function saidIn(messages: ShownMessage[], wording: Wording, viewer: Viewer): Block[] {
  const blocks: Block[] = [];
  let voice: string | null = null;
  for (const message of messages) {
    const said = blocksOf(message, wording, viewer);
    if (said.length === 0) continue;
    const by = voiceOf(message, wording, viewer);
    if (by !== voice) blocks.push({ kind: 'paragraph', lines: [[{ text: by, bold: true }]] });
    voice = by;
    blocks.push(...said);
  }
  return blocks;
}

function voiceOf({ from, agent }: ShownMessage, wording: Wording, viewer: Viewer): string {
  return from === 'agent' && agent ? wording.text(viewer, 'mail:agentWrote', { name: agent.name }) : wording.text(viewer, 'mail:botWrote');
}

function blocksOf({ from, body }: ShownMessage, wording: Wording, viewer: Viewer): Block[] {
  if (body.kind === 'text') return [paragraph(body.text, from === 'bot')];
  if (body.kind === 'card')
    return [{ kind: 'list', lead: null, items: cardLines(body.card, wording, viewer).map((text) => [plain(text)]) }];
  return [];
}

/** `**so**` is honoured in the bot's words only. */
function paragraph(text: string, honoursBold: boolean): Block {
  return { kind: 'paragraph', lines: text.split(/\r\n|\n|\r/).map((line) => (honoursBold ? inlines(line) : [plain(line)])) };
}

function inlines(line: string): Inline[] {
  return line
    .split('**')
    .map((text, index) => ({ text, bold: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

function plain(text: string): Inline {
  return { text, bold: false };
}

/** A card holds everything that is to be read as words; a mail shows those. */
function cardLines(card: Card<string>, wording: Wording, viewer: Viewer): string[] {
  const pair = (label: string, value: string) => wording.text(viewer, 'mail:pair', { label, value });
  const detailed = (value: string, detail?: string) =>
    detail === undefined ? value : wording.text(viewer, 'mail:detail', { value, detail });
  switch (card.kind) {
    case 'parcel':
      return given([
        card.road.name,
        card.tag?.text,
        card.fact && pair(card.fact.label, card.fact.value),
        ...card.rows.map(({ label, value, detail }) => pair(label, detailed(value, detail))),
        ...card.todo.map(({ text }) => text),
        card.events[0] && pair(card.events[0].at, detailed(card.events[0].text, card.events[0].place)),
        ...guardLines(card),
        card.safety,
      ]);
    case 'case':
      return given([
        pair(card.label, card.number),
        card.promise && pair(card.promise.label, card.promise.date),
        card.promise?.note,
        card.doing,
        card.keep,
        ...guardLines(card),
      ]);
    case 'recap':
      return given([card.title, pair(card.label, card.number), ...card.lines.map(({ at, text }) => pair(at, text))]);
    // What it opens is opened in the chat, where we know who opens it.
    case 'document':
      return given([pair(card.title, card.text)]);
  }
}

/** The protection is never left out, nor how one opens a dispute. */
function guardLines({ guard }: { guard?: { text: string; how?: { steps: string[] } } }): string[] {
  return guard === undefined ? [] : [guard.text, ...(guard.how?.steps ?? [])];
}

function given(lines: (string | null | undefined)[]): string[] {
  return lines.flatMap((line) => (line?.trim() ? [line] : []));
}
