import type { Face } from '../../../protocol/inbox.ts';
import type { DeskModel } from '../desk-model.ts';
import type { Talk } from './talk-state.ts';

/** What each part of the thread needs to know. */
export interface ThreadContext {
  desk: DeskModel;
  talk: Talk;
  me: Face;
  /** Of the shopper, as one speaks of them. */
  name: string;
  locale: string;
  seenByShopper: number;
}
