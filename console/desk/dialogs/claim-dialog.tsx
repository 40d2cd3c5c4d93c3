import type { ClaimDialogName } from '../actions.ts';
import { ClaimAnswerDialog } from './claim-answer-dialog.tsx';
import { ClaimAppealDialog } from './claim-appeal-dialog.tsx';
import { ClaimFileDialog } from './claim-file-dialog.tsx';
import { ClaimGoodsDialog } from './claim-goods-dialog.tsx';
import { ClaimLineDialog } from './claim-line-dialog.tsx';
import type { DialogProps } from './props.ts';

/** Whatever is entered about the claim on the carrier. */
export function ClaimDialog({ name, ...props }: DialogProps & { name: ClaimDialogName }) {
  switch (name) {
    case 'claimLine':
      return <ClaimLineDialog {...props} />;
    case 'claimFile':
      return <ClaimFileDialog {...props} />;
    case 'claimAnswer':
      return <ClaimAnswerDialog {...props} />;
    case 'claimAppeal':
      return <ClaimAppealDialog {...props} />;
    case 'claimGoods':
      return <ClaimGoodsDialog {...props} />;
  }
}
