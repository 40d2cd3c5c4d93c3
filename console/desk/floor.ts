/** Who may write to the shopper now, as one agent sees it. */
import type { Face } from '../../protocol/inbox.ts';
import type { TalkView } from './talk/talk-state.ts';

export type Floor =
  | { who: 'nobody' }
  | { who: 'bot' }
  /** A person is wanted, and nobody has it. */
  | { who: 'waiting' }
  | { who: 'me' }
  | { who: 'other'; agent: Face }
  | { who: 'closed' };

export function floorOf({ conversation, desk }: Pick<TalkView, 'conversation' | 'desk'>, me: string): Floor {
  if (!conversation || !desk) return { who: 'nobody' };
  switch (conversation.status) {
    case 'bot':
    case 'waiting':
    case 'closed':
      return { who: conversation.status };
    case 'agent':
      if (desk.agent?.id === me) return { who: 'me' };
      // The desk is asked again as soon as the floor changes hands; until then the name is known, the id is not.
      return {
        who: 'other',
        agent: desk.agent ?? { id: '', name: conversation.agent?.name ?? '', initials: conversation.agent?.initials ?? '' },
      };
  }
}
