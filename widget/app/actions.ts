import type { Said } from '../../protocol/shopper-events.ts';
import type { Outbox } from './outbox.ts';
import type { ChatActions, ChatState } from './state.ts';
import type { Notes } from './storage.ts';
import type { createTyping } from './typing.ts';

const LONGEST = 4_000;

/** What answers a question, but for which one. */
type Answer = WithoutPrompt<Extract<Said, { prompt: string }>>;
type WithoutPrompt<S> = S extends unknown ? Omit<S, 'prompt'> : never;

export type ActionsOptions = Pick<ChatActions, 'shown' | 'hidden' | 'setLocale' | 'photoUrl' | 'ask'> & {
  get(): ChatState;
  /** Whoever acts wants a conversation. */
  start(): void;
  outbox: Outbox;
  notes: Notes;
  typing: ReturnType<typeof createTyping>;
};

/** What a person can do: each becomes something said, kept in the outbox until it is acknowledged. */
export function createActions({ get, start, outbox, notes, typing, ...others }: ActionsOptions): ChatActions {
  function say(said: Said, label: string | null = null) {
    start();
    outbox.say(said, label);
  }

  /** One answer for each question: a second tap while the first is under way is the same answer. */
  function answer(said: Answer, label: string | null = null) {
    const prompt = get().conversation?.prompt?.id;
    if (!prompt) return;
    const given = get().outbox.some((p) => p.kind === 'said' && p.state !== 'failed' && 'prompt' in p.said && p.said.prompt === prompt);
    if (!given) say({ ...said, prompt }, label);
  }

  return {
    ...others,
    say(text) {
      const whole = text.trim();
      if (!whole) return;
      // By code points, so that no sign is cut in two.
      for (const part of whole.length > LONGEST ? (whole.match(/[^]{1,2000}/gu) ?? []) : [whole]) say({ kind: 'text', text: part }, part);
      notes.set('draft', '');
      typing.stop();
    },
    choose: (choice, label) => answer({ kind: 'choice', choice }, label),
    find: (found, label) => answer({ kind: 'find', ...found }, label),
    pickItems: (items, label) => answer({ kind: 'items', items }, label),
    addPhotos(item, slot, files) {
      start();
      for (const file of files) outbox.addPhoto(item, slot, file);
    },
    removePhoto: (photoId) => say({ kind: 'removePhoto', photoId }),
    keepPhoto: (photoId) => say({ kind: 'keepPhoto', photoId }),
    evidenceDone: () => answer({ kind: 'evidenceDone' }),
    evidenceCant: (reason, label) => answer({ kind: 'evidenceCant', reason }, label),
    chooseRemedy: (remedy, label) => answer({ kind: 'remedy', remedy }, label),
    rate: (score, comment) => answer({ kind: 'rate', score, ...(comment.trim() && { comment: comment.trim().slice(0, 1000) }) }),
    wantPerson: () => say({ kind: 'wantsPerson' }),
    startOver: () => say({ kind: 'startOver' }),
    end: () => say({ kind: 'end' }),
    retry: outbox.retry,
    discard: outbox.discard,
    typing() {
      const status = get().conversation?.status;
      if (status === 'agent' || status === 'waiting') typing.typed();
    },
    saveDraft: (text) => notes.set('draft', text),
    draft: () => notes.get('draft'),
  };
}
