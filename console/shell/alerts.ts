/**
 * What an agent should hear of while they look elsewhere: somebody wants a person, a promise was missed, a talk was handed to them,
 * somebody they talk with has written. What was there when the line opened is no news.
 */
import { RANKS, type InboxItem } from '../../protocol/inbox.ts';
import { go, route } from '../shared/router.ts';
import type { Wire } from '../shared/wire.ts';
import { word } from '../shared/words.ts';
import type { Notifications } from './notifications.ts';

export interface AlertsOptions extends Pick<Notifications, 'tell'> {
  line: Wire;
  /** My id. */
  me: string;
  /** Somebody looks at this screen. */
  isSeen?: () => boolean;
}

interface State {
  wants: boolean;
  late: boolean;
  due: boolean;
  mine: boolean;
  unread: number;
}
const UNKNOWN: State = { wants: false, late: false, due: false, mine: false, unread: 0 };

export class Alerts {
  readonly #options: AlertsOptions;
  #known = new Map<string, State>();

  constructor(options: AlertsOptions) {
    this.#options = options;
  }

  /** Returns how to stop. */
  begin(): () => void {
    const { line } = this.#options;
    const stops = [
      line.state.subscribe((state) => state === 'open' && void this.#look()),
      line.on('inboxChanged', ({ ids, all }) => void (all ? this.#look() : this.#hear(ids))),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Takes down what is there already. */
  async #look(): Promise<void> {
    const { line } = this.#options;
    const pages = await Promise.all(
      (['waiting', 'mine'] as const).map((filter) => line.ask('inbox', { filter, limit: 100 }).catch(() => ({ items: [] }))),
    );
    this.#known = new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, this.#stateOf(item)]));
  }

  async #hear(ids: string[]): Promise<void> {
    const { line, isSeen = () => document.hasFocus(), tell } = this.#options;
    const answer = await line.ask('inboxItems', { ids }).catch(() => null);
    for (const item of answer?.items ?? []) {
      const before = this.#known.get(item.id) ?? UNKNOWN;
      const now = this.#stateOf(item);
      this.#known.set(item.id, now);
      const news = newsOf(before, now);
      if (news === null || (isSeen() && isOpen(item.id))) continue;
      // Whoever looks at the inbox sees it there.
      if (isSeen() && news === 'wrote') continue;
      const name = item.name ?? word('shell.somebody');
      tell({
        title: word(`shell.${news}`, { name }),
        // Notices are read over shoulders and on locked screens: who, not what.
        text: item.caseNumber ?? item.language,
        about: item.id,
        onClick: () => go({ page: 'inbox', filter: 'all', conversation: item.id }),
      });
    }
  }

  #stateOf({ status, agent, unread, rank }: InboxItem): State {
    const mine = agent?.id === this.#options.me;
    const wants = status === 'waiting' && agent === null;
    // What a colleague has missed is theirs to hear of.
    const isTheirs = wants || mine;
    return { wants, late: rank === RANKS.late && isTheirs, due: rank === RANKS.due && isTheirs, mine, unread: mine ? unread : 0 };
  }
}

/** The most pressing of what is new. A talk that I took myself is open before my eyes, and told to nobody. */
function newsOf(before: State, now: State): 'turnedLate' | 'dueSoon' | 'wantsPerson' | 'givenToYou' | 'wrote' | null {
  if (now.late && !before.late) return 'turnedLate';
  // While it can still be kept.
  if (now.due && !before.due && !before.late) return 'dueSoon';
  if (now.wants && !before.wants) return 'wantsPerson';
  if (now.mine && !before.mine) return 'givenToYou';
  return now.unread > before.unread ? 'wrote' : null;
}

function isOpen(id: string): boolean {
  const at = route.value;
  return at.page === 'inbox' && at.conversation === id;
}
