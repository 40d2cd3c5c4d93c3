import type { DeskModel } from './desk-model.ts';
import { AskAgainDialog } from './dialogs/ask-again-dialog.tsx';
import { ClaimDialog } from './dialogs/claim-dialog.tsx';
import { CloseDialog } from './dialogs/close-dialog.tsx';
import { FindingDialog } from './dialogs/finding-dialog.tsx';
import { LettersDialog } from './dialogs/letters-dialog.tsx';
import { PromiseDialog } from './dialogs/promise-dialog.tsx';
import { ProtectionDialog } from './dialogs/protection-dialog.tsx';
import { RemedyDialog } from './dialogs/remedy-dialog.tsx';
import { ShortcutSheet } from './dialogs/shortcut-sheet.tsx';
import { TransferDialog } from './dialogs/transfer-dialog.tsx';
import { FlowMapDialog } from './map/flow-map.tsx';
import { tell } from '../shared/toast.tsx';
import { photosOf } from './viewer/photos-of.ts';
import { PhotoViewer } from './viewer/photo-viewer.tsx';

/** Whatever lies above the desk: one dialog at a time, and a photo. */
export function DeskDialogs({ desk }: { desk: DeskModel }) {
  const photo = desk.photo.value;
  const file = desk.talk.value?.view.value.desk;
  return (
    <>
      <Dialogs desk={desk} />
      {photo !== null && file && <PhotoViewer photos={photosOf(file)} at={photo} onClose={() => (desk.photo.value = null)} />}
    </>
  );
}

function Dialogs({ desk }: { desk: DeskModel }) {
  const open = desk.dialog.value;
  const talk = desk.talk.value;
  const onClose = () => {
    if (desk.dialog.peek() === open) desk.dialog.value = null;
  };
  if (open?.name === 'shortcuts') return <ShortcutSheet onClose={onClose} />;
  const { id: conversation, desk: file } = talk?.view.value ?? {};
  if (!open || !talk || conversation === undefined || !file) return null;
  const onDone = (toast?: string) => {
    void talk.refresh();
    if (toast !== undefined) tell({ text: toast });
  };
  const props = { wire: desk.wire, conversation, desk: file, onDone, onClose };
  switch (open.name) {
    case 'map':
      return (
        <FlowMapDialog
          wire={desk.wire}
          conversation={conversation}
          mayGiveBack={desk.floor.value.who === 'me'}
          onGiveBack={desk.actions.giveBack}
          onClose={onClose}
        />
      );
    case 'transfer':
      return <TransferDialog {...props} />;
    case 'promise':
      return <PromiseDialog {...props} />;
    case 'remedy':
      return <RemedyDialog {...props} />;
    case 'protection':
      return <ProtectionDialog {...props} />;
    case 'close':
      return <CloseDialog {...props} onDone={(toast) => desk.actions.closed(toast ?? '')} />;
    case 'askAgain':
      return <AskAgainDialog {...props} item={open.about} />;
    case 'finding':
      return <FindingDialog {...props} />;
    case 'claimLine':
    case 'claimFile':
    case 'claimAnswer':
    case 'claimAppeal':
    case 'claimGoods':
      return <ClaimDialog {...props} name={open.name} />;
    case 'letters':
      return (
        <LettersDialog
          {...props}
          onInsert={(text) => {
            desk.inserted.value = text;
            desk.actions.write('reply');
          }}
        />
      );
  }
}
