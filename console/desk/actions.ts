/** What the desk can do with the conversation that is open; handed to every part of it, so that keys, menus and buttons do the same. */
import type { EvidenceItem, Finding } from '../../protocol/case.ts';

export type ClaimDialogName = 'claimLine' | 'claimFile' | 'claimAnswer' | 'claimAppeal' | 'claimGoods';
export type DialogName =
  ClaimDialogName | 'transfer' | 'promise' | 'remedy' | 'close' | 'askAgain' | 'finding' | 'letters' | 'protection' | 'shortcuts';

export interface DeskActions {
  /** `from`: the agent it is taken from, which is for leads. */
  take(from?: string): void;
  /** Gives the talk back to the bot at a step of the flow. */
  giveBack(step: string): void;
  /** Back to the queue: a person is still wanted, and I am not it. */
  release(): void;
  openMap(): void;
  /** `about`: the piece that is to be asked for again. */
  openDialog(name: DialogName, about?: EvidenceItem): void;
  /** Opens the large view at this photo. */
  viewPhoto(id: string): void;
  record(finding: Finding): void;
  settlePromise(id: string, state: 'kept' | 'void'): void;
  /** Takes back what was entered last about the claim. */
  undoClaim(): void;
  /** To the clipboard, and says so. */
  copy(text: string): void;
}
