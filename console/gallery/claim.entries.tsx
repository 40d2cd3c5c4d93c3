import './side.entries.css';
import type { DeskView } from '../../protocol/desk.ts';
import type { DeskActions, ClaimDialogName } from '../desk/actions.ts';
import { ClaimAnswerDialog } from '../desk/dialogs/claim-answer-dialog.tsx';
import { ClaimAppealDialog } from '../desk/dialogs/claim-appeal-dialog.tsx';
import { ClaimDialog } from '../desk/dialogs/claim-dialog.tsx';
import { ClaimFileDialog } from '../desk/dialogs/claim-file-dialog.tsx';
import type { DialogProps } from '../desk/dialogs/props.ts';
import { Side } from '../desk/side/side.tsx';
import { claimBegun, claimLate, claimPaid, claimRefused, claimUnknown } from './claim.fixtures.ts';
import type { Entries } from './entry.ts';
import { NOW, talk } from './side.fixtures.ts';
import { tellPage, toldWire } from './told-wire.ts';

export const entries: Entries = {
  begun: () => part(claimBegun),
  refused: () => part(claimRefused),
  late: () => part(claimLate),
  paid: () => part(claimPaid),
  unknown: () => part(claimUnknown),
  beside: () => beside(claimRefused),
  line: () => dialog('claimLine', claimBegun),
  file: () => <ClaimFileDialog {...of(claimBegun)} now={() => NOW} />,
  fileUnknown: () => <ClaimFileDialog {...of(claimUnknown)} now={() => NOW} />,
  answer: () => <ClaimAnswerDialog {...of(claimLate)} now={() => NOW} />,
  appeal: () => <ClaimAppealDialog {...of(claimRefused)} now={() => NOW} />,
  goods: () => dialog('claimGoods', claimPaid),
  goodsEmpty: () => dialog('claimGoods', claimBegun),
};

function part(desk: DeskView) {
  return (
    <main class="gallery-part">
      <h1 class="sr">Side panel</h1>
      <h2 class="sr">Conversation</h2>
      <Side desk={desk} conversation={talk} now={NOW} actions={actions} section="promises" />
    </main>
  );
}

function beside(desk: DeskView) {
  return (
    <main class="gallery-beside">
      <h1 class="sr">Side panel</h1>
      <h2 class="sr">Conversation</h2>
      <Side desk={desk} conversation={talk} now={NOW} actions={actions} />
    </main>
  );
}

function dialog(name: ClaimDialogName, desk: DeskView) {
  return <ClaimDialog {...of(desk)} name={name} />;
}

function of(desk: DeskView): DialogProps {
  return {
    wire: toldWire(),
    conversation: 'conversation-maya',
    desk,
    onDone: (toast) => tellPage('done', toast ?? ''),
    onClose: () => tellPage('closed'),
  };
}

const actions = new Proxy({} as DeskActions, {
  get:
    (_, name) =>
    (...args: unknown[]) =>
      tellPage(String(name), ...args),
});
