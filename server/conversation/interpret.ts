/** What a shopper sent, made into an event of the flow and the message to keep. Reads the prompt as it is now. */
import { unreachable } from '../errors.ts';
import type { Prompt } from '../../protocol/prompt.ts';
import type { Said } from '../../protocol/shopper-events.ts';
import { t, type Words } from '../../protocol/words.ts';
import type { Heard } from '../understanding/understanding.ts';
import type { ConversationRow } from '../store/port.ts';
import type { Incoming, Refused } from './incoming.ts';
import { followed, noteOf, type PickOffered } from './language.ts';

export interface Ears {
  understand(text: string, hint: { locale: string }): Heard;
  /** The choice whose worded label this text means, or null. */
  matchChoice(text: string, choices: { id: string; label: string }[], locale: string): string | null;
  /** Whether the check digit of a tracking number doesn't fit. */
  isDoubtful(tracking: string): boolean;
  /** Label of a choice in the shopper's language. */
  label(words: Words, row: ConversationRow): string;
}

const STALE: Refused = { refuse: 'E_STALE_PROMPT' };

/** `pick`: among the shop's languages. */
export function interpret(id: string, said: Said, row: ConversationRow, ears: Ears, pick: PickOffered): Incoming | Refused {
  const prompt = row.prompt?.prompt ?? null;
  if ('prompt' in said && said.prompt !== prompt?.id) return STALE;
  switch (said.kind) {
    case 'text':
      return heard(said.text, prompt);
    case 'choice': {
      const choice = prompt?.choices.find((one) => one.id === said.choice);
      return choice ? chose({ type: 'shopper.chose', choice: choice.id }, choice.label) : STALE;
    }
    case 'find':
      return found(said);
    case 'items':
      return prompt?.kind === 'items' ? picked(said.items, prompt) : STALE;
    case 'evidenceDone':
      return prompt?.kind === 'evidence' && prompt.enough
        ? chose({ type: 'shopper.finishedEvidence' }, t('choice:photosDone', { count: photosOf(prompt) }))
        : STALE;
    case 'evidenceCant': {
      const reason = prompt?.kind === 'evidence' ? prompt.cant.reasons.find((one) => one.id === said.reason) : undefined;
      return reason ? chose({ type: 'shopper.cantProvide', reason: reason.id }, reason.label) : STALE;
    }
    case 'removePhoto':
      return { event: { type: 'shopper.removedPhoto', photoId: said.photoId }, removedPhoto: said.photoId };
    case 'keepPhoto':
      return { event: { type: 'shopper.keptPhoto', photoId: said.photoId } };
    case 'remedy': {
      const option = prompt?.kind === 'remedies' ? prompt.options.find((one) => one.id === said.remedy) : undefined;
      return option ? chose({ type: 'shopper.choseRemedy', remedy: option.id }, option.label) : STALE;
    }
    case 'rate':
      return chose(
        { type: 'shopper.rated', score: said.score, ...(said.comment && { comment: said.comment }) },
        said.comment ? `${said.score}/5 · ${said.comment}` : `${said.score}/5`,
      );
    case 'wantsPerson':
      return chose({ type: 'shopper.wantsPerson' }, t('choice:wantsPerson'));
    case 'startOver':
      return chose({ type: 'shopper.startedOver' }, t('choice:startOver'));
    case 'end':
      return chose({ type: 'shopper.ended' }, t('choice:end'));
    default:
      return unreachable(said);
  }

  function heard(text: string, current: Prompt | null): Incoming {
    const message: Incoming['message'] = { id, from: 'shopper', body: { kind: 'text', text } };
    const labels = current?.choices.map((one) => ({ id: one.id, label: ears.label(one.label, row) })) ?? [];
    const choice = labels.length > 0 ? ears.matchChoice(text, labels, row.locale) : null;
    const understood = ears.understand(text, { locale: row.locale });
    const heard = { message, ...inTheirLanguage(understood) };
    if (choice !== null) return { ...heard, event: { type: 'shopper.chose', choice } };
    if (understood.intent === 'wants_human' && row.status !== 'agent') return { ...heard, event: { type: 'shopper.wantsPerson' } };
    return { ...heard, event: { type: 'shopper.said', text, understood } };
  }

  /** With the turn itself, so that the answer to it is in their language already. */
  function inTheirLanguage({ language }: Heard): Pick<Incoming, 'patch' | 'note'> {
    const switched = followed(language, row, pick);
    if (switched === null) return {};
    const note = noteOf(switched, row);
    return { patch: switched, ...(note && { note }) };
  }

  function chose(event: NonNullable<Incoming['event']>, text: Words | string): Incoming {
    return { event, message: { id, from: 'shopper', body: { kind: 'choice', text } } };
  }

  function found(given: Extract<Said, { kind: 'find' }>): Incoming | Refused {
    const tracking = given.tracking?.trim();
    if (tracking) return chose({ type: 'shopper.gaveTracking', tracking, doubtful: ears.isDoubtful(tracking) }, tracking);
    const [number, contact] = [given.order?.trim(), given.contact?.trim()];
    if (!number || !contact) return { refuse: 'E_BAD_PAYLOAD' };
    return chose({ type: 'shopper.gaveOrder', number, contact }, `${number} · ${contact}`);
  }

  function picked(items: { id: string; count: number }[], current: Extract<Prompt, { kind: 'items' }>): Incoming | Refused {
    const known = items.map((item) => ({ ...item, of: current.items.find((one) => one.id === item.id) }));
    if (known.some(({ of, count }) => !of || count > of.quantity)) return { refuse: 'E_BAD_PAYLOAD' };
    return chose({ type: 'shopper.pickedItems', items }, known.map(({ of, count }) => `${count} × ${of?.name}`).join(', '));
  }
}

function photosOf(prompt: Extract<Prompt, { kind: 'evidence' }>): number {
  return prompt.slots.filter((slot) => slot.photoId !== undefined).length;
}
