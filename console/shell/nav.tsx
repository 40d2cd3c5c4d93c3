import { Mark } from '../../widget/look/mark.tsx';
import type { InboxCounts } from '../../protocol/inbox.ts';
import type { Me } from '../../protocol/people.ts';
import { Icon, type IconName } from '../shared/icons.tsx';
import { Kbd } from '../shared/kbd.tsx';
import { href, route, type Route } from '../shared/router.ts';
import type { Wire } from '../shared/wire.ts';
import { word } from '../shared/words.ts';
import { told } from './counts.ts';
import { maySee } from './pages.ts';
import { Self } from './self.tsx';
import type { Session } from './session.ts';

export interface NavProps {
  session: Session;
  me: Me;
  line: Wire;
  counts: InboxCounts | null;
  onFind: () => void;
}

/** Where one can go. At the start of the screen; a bar at the bottom on a phone. */
export function Nav({ session, me, line, counts, onFind }: NavProps) {
  const places = (['store', 'letters', 'team'] as const).filter((page) => maySee(me.agent.role, page));
  return (
    <header class="nav">
      <p class="shop">
        <span class="mark">
          <Mark />
        </span>
        <b>{me.store.name}</b>
      </p>
      <button type="button" class="find" aria-keyshortcuts="/" onClick={onFind}>
        <Icon name="search" />
        <span>{word('shell.find')}</span>
        <Kbd of="/" />
      </button>
      <nav aria-label={word('shell.places')}>
        <Place to={{ page: 'inbox', filter: 'all', conversation: null }} icon="inbox" label={word('shell.inbox')} count={counts?.all} />
        <Place to={{ page: 'inbox', filter: 'mine', conversation: null }} icon="person" label={word('shell.mine')} count={counts?.mine} />
        {places.length > 0 && <p>{word('shell.setUp')}</p>}
        {places.map((page) => (
          <Place key={page} to={{ page }} icon={ICONS[page]} label={word(`shell.${page}`)} />
        ))}
      </nav>
      <Self session={session} me={me} line={line} />
    </header>
  );
}

const ICONS = { store: 'store', letters: 'edit', team: 'people' } as const;

function Place({ to, icon, label, count }: { to: Route; icon: IconName; label: string; count?: number | undefined }) {
  return (
    <a href={href(to)} aria-current={isAt(to) ? 'page' : undefined} title={label}>
      <Icon name={icon} />
      <span>{label}</span>
      {count !== undefined && (
        <em aria-label={word('shell.count', { count })} data-none={count === 0 || undefined}>
          {told(count)}
        </em>
      )}
    </a>
  );
}

/** The inbox is all of its lists but one's own, which is a place of its own. */
function isAt(to: Route): boolean {
  const at = route.value;
  if (at.page !== 'inbox' || to.page !== 'inbox') return at.page === to.page;
  return (at.filter === 'mine') === (to.filter === 'mine');
}
