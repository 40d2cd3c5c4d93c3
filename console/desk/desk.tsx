import './desk.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Me } from '../../protocol/people.ts';
import { Button } from '../shared/button.tsx';
import { toClipboard } from '../shared/copy.tsx';
import { now } from '../shared/clock.ts';
import { Empty } from '../shared/empty.tsx';
import { Icon } from '../shared/icons.tsx';
import { notes } from '../shared/notes.ts';
import { href, type InboxRoute } from '../shared/router.ts';
import { Tabs } from '../shared/tabs.tsx';
import { tell } from '../shared/toast.tsx';
import type { Wire } from '../shared/wire.ts';
import { word } from '../shared/words.ts';
import { createDesk, type DeskModel } from './desk-model.ts';
import { DeskDialogs } from './desk-dialogs.tsx';
import { Inbox } from './inbox/inbox.tsx';
import { freshId } from './dialogs/fresh-id.ts';
import { Side } from './side/side.tsx';
import type { Talk } from './talk/talk-state.ts';
import { TalkPane } from './talk/talk.tsx';
import { useKeys } from './use-keys.ts';
import { useRoom, type Room } from './use-room.ts';

/** Where an agent works: who needs a person, one talk, and its case file. */
export function Desk({ wire, me, route }: { wire: Wire; me: Me; route: InboxRoute }) {
  const desk = useMemo(
    () => createDesk({ wire, me: me.agent, notes, newId: freshId, now: Date.now, tell, toClipboard }),
    [wire, me.agent.id, me.agent.role],
  );
  useEffect(() => () => desk.close(), [desk]);
  useEffect(() => desk.inbox.show(route.filter), [desk, route.filter]);
  useEffect(() => desk.open(route.conversation), [desk, route.conversation]);
  useKeys(desk);
  const root = useRef<HTMLDivElement>(null);
  const room = useRoom(root);
  const talk = desk.talk.value;
  return (
    <div class={`desk ${room}${route.conversation === null ? '' : ' talking'}`} ref={root}>
      {(room !== 'phone' || route.conversation === null) && <Inbox desk={desk} open={route.conversation} />}
      {talk ? (
        <Conversation key={talk.view.value.id} desk={desk} talk={talk} room={room} back={href({ ...route, conversation: null })} />
      ) : (
        room !== 'phone' && <Empty icon="inbox" title={word('talk.choose.title')} text={word('talk.choose.text')} />
      )}
      <DeskDialogs desk={desk} />
    </div>
  );
}

type Part = 'talk' | 'parcel' | 'proof' | 'promises';

function Conversation({ desk, talk, room, back }: { desk: DeskModel; talk: Talk; room: Room; back: string }) {
  const [part, setPart] = useState<Part>('talk');
  const [isOut, setOut] = useState(false);
  const isPhone = room === 'phone';
  const { desk: file, conversation } = talk.view.value;
  const side = (section?: Exclude<Part, 'talk'>) =>
    file && conversation ? <Side desk={file} conversation={conversation} now={now.value} actions={desk.actions} section={section} /> : null;

  // What one is asked to write is below the talk.
  const asked = desk.focus.value;
  useEffect(() => {
    if (asked !== null) setPart('talk');
  }, [asked]);

  return (
    <>
      <TalkPane
        desk={desk}
        talk={talk}
        isPhone={isPhone}
        before={isPhone && <Back desk={desk} to={back} />}
        after={
          room === 'middle' && (
            <Button kind="bare" icon="box" label={word('talk.caseFile')} aria-expanded={isOut} onClick={() => setOut(!isOut)} />
          )
        }
        tabs={isPhone && file && <Parts talk={talk} chosen={part} onChoose={setPart} />}
        instead={isPhone && part !== 'talk' ? <div class="part">{side(part)}</div> : undefined}
      />
      {room === 'wide' && <div class="file">{side()}</div>}
      {room === 'middle' && isOut && (
        <div class="file drawer" onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), setOut(false))}>
          <Button kind="bare" icon="close" label={word('shell.close')} onClick={() => setOut(false)} />
          {side()}
        </div>
      )}
    </>
  );
}

function Back({ desk, to }: { desk: DeskModel; to: string }) {
  const here = desk.talk.value?.view.value.id;
  const unread = desk.inbox.view.value.items.reduce((sum, item) => (item.id === here ? sum : sum + item.unread), 0);
  return (
    <a class="bare back" href={to} aria-label={unread > 0 ? word('talk.backUnread', { count: unread }) : word('talk.back')}>
      <Icon name="left" />
      {unread > 0 && <i class="unread">{unread > 99 ? '99+' : unread}</i>}
    </a>
  );
}

function Parts({ talk, chosen, onChoose }: { talk: Talk; chosen: Part; onChoose: (part: Part) => void }) {
  const { desk: file } = talk.view.value;
  const slots = (file?.evidence ?? []).flatMap((piece) => piece.slots);
  const done = slots.filter((slot) => slot.photo !== null).length;
  const open = (file?.promises ?? []).filter((promise) => promise.state === 'open' || promise.state === 'late').length;
  const tab = (id: Part, count = '') => ({
    id,
    label: (
      <>
        {word(`talk.phone.${id}`)}
        {count !== '' && <em> {count}</em>}
      </>
    ),
  });
  return (
    <Tabs
      look="line"
      label={word('talk.phone.label')}
      tabs={[
        tab('talk'),
        tab('parcel'),
        tab('proof', slots.length > 0 ? `${done}/${slots.length}` : ''),
        tab('promises', open > 0 ? String(open) : ''),
      ]}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
