import type { MailView } from '../../../protocol/desk.ts';
import { nearTime } from '../../shared/dates.ts';
import { word } from '../../shared/words.ts';
import { Part } from './part.tsx';

/** What went to the shopper by e-mail, what is to go, and what could not. */
export function Mails({ mails, now }: { mails: MailView[]; now: number }) {
  if (mails.length === 0) return null;
  return (
    <Part title={word('mails.title')}>
      <ul class="mails">
        {mails.map((mail) => (
          <li key={mail.id} class={mail.state}>
            <b>{mail.label}</b> <span>{whatBecame(mail, now)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function whatBecame({ state, why, at }: MailView, now: number): string {
  const date = nearTime(at, undefined, now);
  if (state === 'waiting' || state === 'sent') return word(`mails.${state}`, { date });
  return why === null ? '' : word(`mails.why.${why}`, { date });
}
