/**
 * What the panel knows, and what a person can do in it. `chat.ts` keeps the state; the components only draw it and
 * call the actions. One object, replaced on each change, so that a component re-renders by comparing references.
 */
import type { Connection } from './connection.ts';
import type { BoxSide, CantReason, EvidenceItem, Remedy } from '../../protocol/case.ts';
import type { ConversationView, StoreView } from '../../protocol/conversation.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { Said } from '../../protocol/shopper-events.ts';

export interface ChatState {
  phase: 'loading' | 'ready' | 'refused';
  /** Why it was refused, in the shopper's language. */
  refusal: { code: ErrorCode; text: string } | null;
  /** `offline` is said only after a short grace, so that a blink of the network is not news. */
  link: 'connecting' | 'online' | 'offline';
  store: StoreView | null;
  conversation: ConversationView | null;
  /** Acknowledged, ascending by `seq`, without gaps. */
  messages: ShownMessage[];
  /** Not yet acknowledged, in the order they were written; kept on the device. */
  outbox: Pending[];
  /** Name of the agent who is typing. */
  typing: string | null;
  /** A phone of the shopper's has this talk open, beside this device. */
  phone: boolean;
  unread: number;
  /** The first message that was unread when the panel was opened; a divider stands before it. */
  firstUnreadSeq: number | null;
  locale: string;
}

/** Something the shopper sent that the server has not yet acknowledged. */
export type Pending =
  | {
      id: string;
      at: number;
      state: SendState;
      kind: 'said';
      said: Said;
      /** What to show in the bubble; null draws none. */ label: string | null;
      error?: string;
    }
  | {
      id: string;
      at: number;
      state: SendState;
      kind: 'photo';
      item: EvidenceItem | 'loose';
      slot: PhotoSlot;
      /** Object URL for the preview. */
      url: string;
      bytes: number;
      /** 0 to 1 while it goes up. */
      progress: number;
      error?: string;
    };
export type PhotoSlot = 'one' | 'two' | 'three' | BoxSide;
/** `saved`: on this device, waiting. `sending`: under way. `failed`: refused or given up; the person decides. */
export type SendState = 'saved' | 'sending' | 'failed';

export interface ChatActions {
  /** Shows the panel as read and tells the server. */
  shown(): void;
  hidden(): void;
  say(text: string): void;
  choose(choiceId: string, label: string): void;
  find(answer: { order?: string; contact?: string; tracking?: string }, label: string): void;
  pickItems(items: { id: string; count: number }[], label: string): void;
  /** Files straight from the input; HEIC and anything else is sent as it is, the server decides. */
  addPhotos(item: EvidenceItem | 'loose', slot: PhotoSlot, files: File[]): void;
  removePhoto(photoId: string): void;
  /** In spite of what was noticed about it. */
  keepPhoto(photoId: string): void;
  evidenceDone(): void;
  evidenceCant(reason: CantReason, label: string): void;
  chooseRemedy(remedy: Remedy, label: string): void;
  rate(score: number, comment: string): void;
  wantPerson(): void;
  startOver(): void;
  end(): void;
  retry(pendingId: string): void;
  discard(pendingId: string): void;
  setLocale(locale: string): void;
  typing(): void;
  /** Asks the server for something that is not said in the talk. null: no answer came. */
  ask: Connection['call'];
  /** Bytes of a photo by id, as an object URL; cached. */
  photoUrl(photoId: string): Promise<string>;
  /** What stands in the composer survives a reload. */
  saveDraft(text: string): void;
  draft(): string;
}
