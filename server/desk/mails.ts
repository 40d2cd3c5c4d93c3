import type { MailView } from '../../protocol/desk.ts';
import type { MailRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';

/** What became of each mail of the talk. To which address it goes is not told: it is that of the order. */
export function mailViews(mails: MailRow[], wording: Wording, viewer: Viewer): MailView[] {
  return mails.map(({ id, letter, state, why, dueAt, settledAt }) => ({
    id,
    label: wording.text(viewer, `desk:mail.${letter}`),
    state,
    why,
    at: settledAt ?? dueAt,
  }));
}
