/** The desk without its screen: the list, the talk that is open, what is being written, and everything one can do with it. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { EvidenceItem } from '../../protocol/case.ts';
import type { Face, InboxItem } from '../../protocol/inbox.ts';
import { may, type Role } from '../../protocol/rights.ts';
import type { Notes } from '../shared/notes.ts';
import type { Toast } from '../shared/toast.tsx';
import { WireRefusal, type Wire } from '../shared/wire.ts';
import { word } from '../shared/words.ts';
import type { DeskActions, DialogName } from './actions.ts';
import { createDrafts, type Drafts, type Mode } from './drafts.ts';
import { floorOf, type Floor } from './floor.ts';
import { createInbox, type Inbox } from './inbox/inbox-state.ts';
import { createOutbox, type Letter, type Outbox } from './outbox.ts';
import { wordsOf } from './refusal.ts';
import { createTalk, type Talk } from './talk/talk-state.ts';

export interface DeskModel {
  me: Face;
  /** May take a talk that a colleague has. */
  leads: boolean;
  wire: Wire;
  inbox: Inbox;
  outbox: Outbox;
  drafts: Drafts;
  talk: ReadonlySignal<Talk | null>;
  floor: ReadonlySignal<Floor>;
  dialog: Signal<{ name: DialogName | 'map'; about?: EvidenceItem | undefined } | null>;
  /** The photo that is shown large. */
  photo: Signal<string | null>;
  mode: Signal<Mode>;
  /** The field that is to have the focus; taken once. */
  focus: Signal<Mode | null>;
  /** Words for the field, from a letter; taken once. */
  inserted: Signal<string | null>;
  /** The row of the list that a key moved to. */
  row: ReadonlySignal<{ id: string } | null>;
  actions: DeskActions & Acts;
  open(conversation: string | null): void;
  /** To the next row of the list, or the one before. */
  step(by: 1 | -1): void;
  close(): void;
}

interface Acts {
  write(mode: Mode): void;
  send(mode: Mode, text: string): void;
  reopen(): void;
  closed(text: string): void;
  removeNote(id: string): void;
  nextPhoto(): void;
}

export interface DeskOptions {
  wire: Wire;
  me: Face & { role: Role };
  notes: Notes;
  newId: () => string;
  now: () => number;
  tell: (toast: Toast) => void;
  toClipboard: (text: string) => Promise<boolean>;
}

export function createDesk({ wire, me: { role, ...me }, notes, newId, now, tell, toClipboard }: DeskOptions): DeskModel {
  const talk = signal<Talk | null>(null);
  const floor = computed(() => (talk.value ? floorOf(talk.value.view.value, me.id) : { who: 'nobody' as const }));
  const dialog: DeskModel['dialog'] = signal(null);
  const photo = signal<string | null>(null);
  const mode = signal<Mode>('reply');
  const focus = signal<Mode | null>(null);
  const inserted = signal<string | null>(null);
  const row = signal<{ id: string } | null>(null);
  const inbox = createInbox({ wire, me: me.id });
  const drafts = createDrafts(notes, me.id);
  const outbox = createOutbox({
    wire,
    me: me.id,
    notes,
    newId,
    now,
    onNote(conversation, note) {
      if (talk.peek()?.view.peek().id === conversation) talk.peek()?.addNote(note);
      tell({ text: word('talk.note.kept'), undo: () => removeNote(conversation, note.id) });
    },
  });

  /** Asks, and where it is refused says so and shows the floor as it is. True when it was done. */
  async function act<E extends Act>(event: E, payload: Parameters<typeof wire.ask<E>>[1], takeBack?: () => void): Promise<boolean> {
    const at = talk.peek();
    try {
      await wire.ask(event, payload);
      void at?.refresh();
      return true;
    } catch (error) {
      takeBack?.();
      await at?.refresh();
      tell({ text: error instanceof WireRefusal && error.code === 'E_TAKEN' ? quicker(at) : wordsOf(error) });
      return false;
    }
  }

  function quicker(at: Talk | null): string {
    const agent = at?.view.peek().desk?.agent;
    return agent && agent.id !== me.id ? word('composer.quicker', { name: agent.name }) : word('composer.quickerSomebody');
  }

  async function take(from?: string): Promise<void> {
    const at = talk.peek();
    const before = floor.peek();
    if (!at || before.who === 'me' || before.who === 'nobody') return;
    if (before.who === 'closed') return reopen();
    if (before.who === 'other' && from === undefined) return;
    const { id: conversation } = at.view.peek();
    // What they begin to write is theirs to keep, whatever the answer: nobody waits for the line.
    const takeBack = at.assume('agent', me);
    write('reply');
    if (!(await act('take', { conversation, ...(from !== undefined && { from }) }, takeBack))) return;
    const undo = () => {
      if (before.who === 'other') void act('transfer', { conversation, to: before.agent.id });
      else if (before.who === 'waiting') void act('release', { conversation });
      else void act('giveBack', { conversation, step: 'resume' });
    };
    tell({ text: word('composer.taken'), undo });
  }

  async function giveBack(step: string): Promise<void> {
    const at = talk.peek();
    if (!at || floor.peek().who !== 'me') return;
    const { id: conversation, steps } = at.view.peek();
    const label = steps.find((one) => one.id === step)?.label ?? '';
    if (await act('giveBack', { conversation, step }, at.assume('bot', null))) {
      tell({ text: word('composer.gaveBack', { step: label }), undo: () => void act('take', { conversation }) });
    }
  }

  async function release(): Promise<void> {
    const at = talk.peek();
    if (!at || floor.peek().who !== 'me') return;
    const { id: conversation } = at.view.peek();
    if (await act('release', { conversation }, at.assume('waiting', null)))
      tell({ text: word('composer.released'), undo: () => void act('take', { conversation }) });
  }

  async function reopen(): Promise<void> {
    const conversation = talk.peek()?.view.peek().id;
    if (conversation !== undefined && (await act('reopen', { conversation }))) tell({ text: word('composer.reopened') });
  }

  function removeNote(conversation: string, id: string): void {
    const at = talk.peek();
    if (at?.view.peek().id === conversation) at.dropNote(id);
    void act('removeNote', { conversation, id }).then((done) => done && tell({ text: word('talk.note.removed') }));
  }

  function write(to: Mode): void {
    if (to === 'reply' && floor.peek().who !== 'me') return;
    mode.value = focus.value = to;
  }

  const here = () => talk.peek()?.view.peek().id;
  const withHere = (then: (conversation: string) => void) => {
    const conversation = here();
    if (conversation !== undefined) then(conversation);
  };

  return {
    me,
    leads: may(role, 'lead'),
    wire,
    inbox,
    outbox,
    drafts,
    talk,
    floor,
    dialog,
    photo,
    mode,
    focus,
    inserted,
    row,
    open(conversation) {
      if (conversation === (talk.peek()?.view.peek().id ?? null)) return;
      talk.peek()?.close();
      dialog.value = photo.value = inserted.value = focus.value = null;
      talk.value = conversation === null ? null : createTalk({ wire, id: conversation, now });
      inbox.watch(conversation);
      // What was begun last is gone on with.
      mode.value = conversation !== null && drafts.get(conversation, 'note') && !drafts.get(conversation, 'reply') ? 'note' : 'reply';
    },
    step(by) {
      const { items } = inbox.view.peek();
      const at = items.findIndex((item) => item.id === (row.peek()?.id ?? here()));
      const to: InboxItem | undefined = at < 0 ? items[0] : items[Math.min(items.length - 1, Math.max(0, at + by))];
      if (to) row.value = { id: to.id };
    },
    actions: {
      take: (from) => void take(from),
      giveBack: (step) => void giveBack(step),
      release: () => void release(),
      reopen: () => void reopen(),
      openMap: () => {
        if (talk.peek()) dialog.value = { name: 'map' };
      },
      openDialog(name, about) {
        if (talk.peek() || name === 'shortcuts') dialog.value = { name, about };
      },
      viewPhoto: (id) => (photo.value = id),
      nextPhoto() {
        const { desk } = talk.peek()?.view.peek() ?? {};
        const first = [...(desk?.evidence ?? []).flatMap(({ slots }) => slots.map((slot) => slot.photo)), desk?.loose[0]?.photo].find(
          Boolean,
        );
        if (first) photo.value = first;
      },
      record: (finding) => withHere((conversation) => void act('record', { conversation, finding })),
      settlePromise: (promise, state) => withHere((conversation) => void act('settlePromise', { conversation, promise, state })),
      undoClaim() {
        const { id: conversation, desk } = talk.peek()?.view.peek() ?? {};
        if (conversation === undefined || !desk?.claim) return;
        void act('claimUndo', { conversation, version: desk.claim.version }).then((done) => done && tell({ text: word('claim.undone') }));
      },
      copy: (text) => void toClipboard(text).then((done) => tell({ text: word(done ? 'shell.copied' : 'shell.notCopied') })),
      write,
      send(kind, text) {
        withHere((conversation) => {
          outbox.write(conversation, kind, text);
          drafts.set(conversation, kind, '');
        });
      },
      closed(text) {
        withHere((conversation) => {
          void talk.peek()?.refresh();
          tell({ text, undo: () => void act('reopen', { conversation }) });
        });
      },
      removeNote: (id) => withHere((conversation) => removeNote(conversation, id)),
    },
    close() {
      talk.peek()?.close();
      inbox.close();
      outbox.close();
    },
  };
}

type Act = 'claimUndo' | 'take' | 'giveBack' | 'release' | 'reopen' | 'transfer' | 'record' | 'settlePromise' | 'removeNote';

/** Letters of this conversation that the thread does not show yet. */
export function unseen(letters: readonly Letter[], conversation: string, shown: { has(id: string): boolean }): Letter[] {
  return letters.filter((letter) => letter.conversation === conversation && !shown.has(letter.id));
}
