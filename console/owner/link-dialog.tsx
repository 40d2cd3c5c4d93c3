import type { OneTimeLink } from '../../protocol/people.ts';
import { Dialog } from '../shared/dialog.tsx';
import { LinkShown } from './link-shown.tsx';

/** A link that is shown once. */
export function LinkDialog({ title, lead, link, onClose }: { title: string; lead: string; link: OneTimeLink; onClose: () => void }) {
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      {(close) => <LinkShown link={link} onDone={close} />}
    </Dialog>
  );
}
