import './inbox.css';
import { INBOX_FILTERS, type InboxFilter } from '../../../protocol/inbox.ts';
import { Button } from '../../shared/button.tsx';
import { Empty } from '../../shared/empty.tsx';
import type { IconName } from '../../shared/icons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { go } from '../../shared/router.ts';
import { Skeleton } from '../../shared/skeleton.tsx';
import { Tabs } from '../../shared/tabs.tsx';
import { word } from '../../shared/words.ts';
import type { DeskModel } from '../desk-model.ts';
import { List } from './list.tsx';

/** Who needs a person, in the order of what is due. */
export function Inbox({ desk, open }: { desk: DeskModel; open: string | null }) {
  const { filter, counts } = desk.inbox.view.value;
  const label = (one: InboxFilter) => {
    const count = one === 'closed' ? 0 : (counts?.[one] ?? 0);
    return (
      <>
        {word(`inbox.filter.${one}`)}
        {count > 0 && <em> {count > 999 ? word('inbox.count.more') : count}</em>}
      </>
    );
  };
  return (
    <section class="inbox" aria-label={word('inbox.label')}>
      <header>
        <h2>{word('inbox.label')}</h2>
        <span class="sort">{word('inbox.dueFirst')}</span>
      </header>
      <Tabs
        label={word('inbox.filters')}
        tabs={INBOX_FILTERS.map((id) => ({ id, label: label(id) }))}
        chosen={filter}
        onChoose={(to) => go({ page: 'inbox', filter: to, conversation: open })}
      />
      <Content desk={desk} open={open} />
    </section>
  );
}

function Content({ desk, open }: { desk: DeskModel; open: string | null }) {
  const { phase, problem, items, filter, more } = desk.inbox.view.value;
  if (phase === 'loading') return <Skeleton lines={8} />;
  if (phase === 'failed') {
    return (
      <Empty icon="off" title={word('inbox.failed')} {...(problem !== null && { text: problem })}>
        <Button icon="retry" onClick={desk.inbox.reload}>
          {word('inbox.retry')}
        </Button>
      </Empty>
    );
  }
  if (items.length === 0 && !more) {
    return <Empty icon={EMPTY_ICONS[filter]} title={word(`inbox.empty.${filter}.title`)} text={word(`inbox.empty.${filter}.text`)} />;
  }
  return (
    <>
      {problem !== null && (
        <div class="stale">
          <Problem text={problem} />
          <Button kind="quiet" icon="retry" onClick={desk.inbox.reload}>
            {word('inbox.retry')}
          </Button>
        </div>
      )}
      <List desk={desk} open={open} />
    </>
  );
}

const EMPTY_ICONS: Record<InboxFilter, IconName> = { all: 'inbox', waiting: 'check', mine: 'person', bot: 'clock', closed: 'box' };
