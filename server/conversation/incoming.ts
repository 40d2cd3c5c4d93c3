import type { ErrorCode } from '../../protocol/errors.ts';
import type { LetterId } from '../../protocol/letters.ts';
import type { Body, From } from '../../protocol/message.ts';
import type { Words } from '../../protocol/words.ts';
import type { AgentEvent, PageEvent, ResultEvent, ShopperEvent } from '../../flows/events.ts';
import type { Because } from '../errors.ts';
import type { AuditRow, ConversationRow, MailRow, PhotoRow } from '../store/port.ts';
import type { FlowState } from './runner.ts';

/** Anything that comes in by the one door. */
export interface Incoming {
  /** Null where nothing moves the flow: a language switch, a note of the page. */
  event: ShopperEvent | AgentEvent | ResultEvent | PageEvent | { type: `xstate.after.${string}` } | null;
  /** What they said, to be kept with the step it causes. */
  message?: { id: string; from: From; agent?: { id: string; name: string }; body: Body };
  /** What is said by nobody right after it, and before the step has its say. */
  note?: Words;
  /** The effect whose result this is. */
  settles?: string;
  /** The timer that came due. */
  fired?: string;
  photo?: PhotoRow;
  removedPhoto?: string;
  /** One that goes out by e-mail, because somebody of the shop sends it. */
  letter?: { letter: LetterId; facts: MailRow['facts'] };
  patch?: Partial<Pick<ConversationRow, 'locale' | 'localeBy' | 'tz' | 'page' | 'identity'>>;
  audit?: Omit<AuditRow, 'at'>;
}

/**
 * Reads the conversation as it is now; called again when somebody else wrote in between. The flow is what the row's snapshot says,
 * null where it can't be read.
 */
export type Decide = (row: ConversationRow, flow: FlowState | null) => Decided | Promise<Decided>;
export type Decided = Incoming | Refused | Done;
export interface Refused {
  refuse: ErrorCode;
  because?: Because;
}
/** It is so already, since the answer to the first try was lost: nothing is written, and it is answered like the first time. */
export interface Done {
  done: true;
}
