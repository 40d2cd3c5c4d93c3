import type { InboxFilter, InboxItem } from '../../../protocol/inbox.ts';

/** Whether the list of this filter holds it: the same answer that the server's pages give. */
export function belongs(item: InboxItem, filter: InboxFilter, me: string): boolean {
  switch (filter) {
    case 'all':
      return item.status !== 'closed';
    case 'waiting':
      return item.status === 'waiting';
    case 'mine':
      return item.status === 'agent' && item.agent?.id === me;
    case 'bot':
      return item.status === 'bot';
    case 'closed':
      return item.status === 'closed';
  }
}
