import type { Colleague } from '../../protocol/agent-events.ts';
import type { DeskView } from '../../protocol/desk.ts';
import { AskAgainDialog } from '../desk/dialogs/ask-again-dialog.tsx';
import { CloseDialog } from '../desk/dialogs/close-dialog.tsx';
import { FindingDialog } from '../desk/dialogs/finding-dialog.tsx';
import { LettersDialog } from '../desk/dialogs/letters-dialog.tsx';
import { PromiseDialog } from '../desk/dialogs/promise-dialog.tsx';
import type { DialogProps } from '../desk/dialogs/props.ts';
import { RemedyDialog } from '../desk/dialogs/remedy-dialog.tsx';
import { ShortcutSheet } from '../desk/dialogs/shortcut-sheet.tsx';
import { TransferDialog } from '../desk/dialogs/transfer-dialog.tsx';
import { WireRefusal, type Wire } from '../shared/wire.ts';
import type { Entries } from './entry.ts';
import { few, hard, letters, many, maya, NOW, settled } from './side.fixtures.ts';
import { never, onceRefused, tellPage, toldWire } from './told-wire.ts';

const german: DeskView = {
  ...maya,
  shopper: { ...maya.shopper, name: 'Jonas Weber', locale: 'de', language: 'German', tz: 'Asia/Tokyo', city: null },
};
const taken = new WireRefusal('E_TAKEN', 'Tom Becker has this talk by now. Nothing was changed.');
const tooFar = new WireRefusal('E_TIME', 'That is more than 60 days off. Choose an earlier day.');

const team = (colleagues: Colleague[]) => ({ colleagues: () => ({ ok: true as const, colleagues }) });

export const entries: Entries = {
  transfer: () => <TransferDialog {...of(toldWire(team(few)))} />,
  transferMany: () => <TransferDialog {...of(toldWire(team(many)))} />,
  transferAlone: () => <TransferDialog {...of(toldWire(team(few.slice(0, 1))))} />,
  transferLoading: () => <TransferDialog {...of(toldWire({ colleagues: never }))} />,
  transferTaken: () => <TransferDialog {...of(toldWire({ ...team(few), transfer: onceRefused(taken) }))} />,
  promise: () => <PromiseDialog {...of(toldWire())} now={() => NOW} />,
  promiseFar: () => <PromiseDialog {...of(toldWire({ promise: onceRefused(tooFar) }), german)} now={() => NOW} />,
  promiseBusy: () => <PromiseDialog {...of(toldWire({ promise: never }))} now={() => NOW} />,
  remedy: () => <RemedyDialog {...of(toldWire())} />,
  remedyNone: () => <RemedyDialog {...of(toldWire(), settled)} />,
  close: () => <CloseDialog {...of(toldWire())} />,
  closeHard: () => <CloseDialog {...of(toldWire(), hard)} />,
  closeTaken: () => <CloseDialog {...of(toldWire({ close: onceRefused(taken) }))} />,
  askAgain: () => <AskAgainDialog {...of(toldWire(), german)} item="packaging" />,
  askAgainAny: () => <AskAgainDialog {...of(toldWire(), hard)} />,
  finding: () => <FindingDialog {...of(toldWire(), { ...maya, agent: null })} />,
  findingMine: () => <FindingDialog {...of(toldWire())} />,
  findingNone: () => <FindingDialog {...of(toldWire(), settled)} />,
  letters: () => lettersOf(letters, german),
  lettersNone: () => lettersOf([]),
  shortcuts: () => <ShortcutSheet onClose={() => tellPage('closed')} />,
};

function lettersOf(found: typeof letters, desk?: DeskView) {
  return (
    <LettersDialog
      {...of(toldWire({ letters: () => ({ ok: true, letters: found, address: true }) }), desk)}
      onInsert={(text) => tellPage('insert', text)}
    />
  );
}

function of(wire: Wire, desk: DeskView = maya): DialogProps {
  return {
    wire,
    conversation: 'conversation-maya',
    desk,
    onDone: (toast) => tellPage('done', toast ?? ''),
    onClose: () => tellPage('closed'),
  };
}
