import type { ConversationView } from '../../../protocol/conversation.ts';
import { Icon } from '../../look/icons.tsx';

const ICONS = { open: 'clock', kept: 'check', late: 'alert' } as const;

/** What was promised to the shopper, by when, and whether it was kept. */
export function Ledger({ promises }: { promises: NonNullable<ConversationView['promises']> }) {
  return (
    <section class="ledger" aria-label={promises.title}>
      <h2>{promises.title}</h2>
      <ul>
        {promises.rows.map((row) => (
          <li key={row.id} class={row.state}>
            <Icon name={ICONS[row.state]} />
            <p>
              <b>
                <bdi>{row.label}</bdi>
              </b>
              <small>{row.note}</small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
