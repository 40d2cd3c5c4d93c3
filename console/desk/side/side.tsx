import './side.css';
import type { ConversationView } from '../../../protocol/conversation.ts';
import type { DeskView } from '../../../protocol/desk.ts';
import { word } from '../../shared/words.ts';
import type { DeskActions } from '../actions.ts';
import { CaseFile } from './case-file.tsx';
import { Claim } from './claim.tsx';
import { Collected } from './collected.tsx';
import { Evidence } from './evidence.tsx';
import { Mails } from './mails.tsx';
import { OrderFile } from './order-file.tsx';
import { Parcel } from './parcel.tsx';
import { Promises } from './promises.tsx';

export interface SideProps {
  desk: DeskView;
  conversation: ConversationView;
  now: number;
  actions: DeskActions;
  /** On a phone one part at a time; without it all of them. */
  section?: 'parcel' | 'proof' | 'promises' | undefined;
}

/** What is known beside the talk: where the parcel is, the case, what the bot collected, the photos, what was promised. */
export function Side({ desk, conversation, now, actions, section }: SideProps) {
  const shows = (part: NonNullable<SideProps['section']>) => section === undefined || section === part;
  return (
    <aside class={section === undefined ? 'side' : `side one ${section}`} aria-label={word('side.label')}>
      {shows('parcel') && (
        <>
          <Parcel parcel={desk.parcel} isFound={desk.order !== null} />
          <CaseFile desk={desk} conversation={conversation} now={now} actions={actions} />
          <OrderFile order={desk.order} />
          <Collected desk={desk} />
        </>
      )}
      {shows('proof') && <Evidence desk={desk} conversation={conversation} actions={actions} />}
      {shows('promises') && (
        <>
          <Promises desk={desk} now={now} actions={actions} />
          <Mails mails={desk.mails} now={now} />
          {desk.claim && <Claim claim={desk.claim} now={now} actions={actions} />}
        </>
      )}
    </aside>
  );
}
