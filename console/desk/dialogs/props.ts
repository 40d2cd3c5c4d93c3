import type { DeskView } from '../../../protocol/desk.ts';
import type { Wire } from '../../shared/wire.ts';

/** What each dialog of the desk is handed. It asks the wire itself. */
export interface DialogProps {
  wire: Wire;
  /** Its id. */
  conversation: string;
  desk: DeskView;
  /** It went well; `toast` is what was done, in a line. The dialog closes itself after it. */
  onDone: (toast?: string) => void;
  onClose: () => void;
}
