import type { ComponentChildren } from 'preact';
import { now } from '../../shared/clock.ts';
import { ago, time } from '../../shared/dates.ts';
import { Due } from '../../shared/due.tsx';
import { Icon } from '../../shared/icons.tsx';
import { Menu, type MenuItem } from '../../shared/menu.tsx';
import { word } from '../../shared/words.ts';
import type { DeskModel } from '../desk-model.ts';
import { chipOf } from '../inbox/chips.ts';
import { firstName, theirLanguage } from '../names.ts';
import type { Talk } from './talk-state.ts';

export interface HeaderProps {
  desk: DeskModel;
  talk: Talk;
  /** Before the name: the way back, on a phone. */
  before?: ComponentChildren;
  /** After the chip: the case file, where it does not stand beside the talk. */
  after?: ComponentChildren;
  isPhone: boolean;
}

/** Who it is, where they are, and what is due; on a phone what it is about. */
export function Header({ desk, talk, before, after, isPhone }: HeaderProps) {
  const { desk: file } = talk.view.value;
  const item = desk.inbox.view.value.open;
  const chip = item && chipOf(item, now.value);
  const name = file?.shopper.name ?? item?.name ?? null;
  return (
    <header>
      {before}
      <div class="grow">
        <h2>
          <bdi>{name ?? word('talk.visitorTitle')}</bdi>
          <Presence talk={talk} />
        </h2>
        <p class="facts">{isPhone ? <Matter desk={desk} talk={talk} /> : <Whereabouts talk={talk} />}</p>
      </div>
      {chip && <Due tone={chip.tone} icon={chip.icon} text={isPhone ? chip.short : chip.text} />}
      {after}
      <Menu label={word('talk.menu')} button={<Icon name="dots" />} groups={groups(desk)} />
    </header>
  );
}

function Whereabouts({ talk }: { talk: Talk }) {
  const { desk: file } = talk.view.value;
  if (!file) return null;
  const { shopper, order } = file;
  const there = time(now.value, shopper.tz);
  return (
    <>
      {order && <span>{word('talk.order', { number: order.number })}</span>}
      <span title={theirLanguage(shopper)}>
        {word(shopper.languageBy === 'written' ? 'talk.writesNow' : 'talk.writes', { language: shopper.language })}
      </span>
      <span>{shopper.city === null ? word('talk.there', { time: there }) : word('talk.thereIn', { time: there, city: shopper.city })}</span>
    </>
  );
}

/** Whether their panel is open: an answer is read now, or when they come back. */
function Presence({ talk }: { talk: Talk }) {
  const { desk: file, leftAt } = talk.view.value;
  if (!file) return null;
  const { here } = file.shopper;
  return (
    <small
      class={here ? 'presence here' : 'presence'}
      title={word(here ? 'talk.here' : 'talk.away', { name: firstName(file.shopper.name) })}
    >
      <i class={here ? 'here-dot on' : 'here-dot'} />
      {here
        ? word('talk.presence.here')
        : leftAt === null
          ? word('talk.presence.away')
          : word('talk.presence.left', { time: ago(leftAt, now.value) })}
    </small>
  );
}

function Matter({ desk, talk }: { desk: DeskModel; talk: Talk }) {
  const { desk: file } = talk.view.value;
  const problem = file?.problem ?? desk.inbox.view.value.open?.problem;
  return (
    <>
      {problem && <span>{word(`inbox.problem.${problem}`)}</span>}
      {file?.case && <bdi>{file.case.number}</bdi>}
    </>
  );
}

/** What can be done with it now; what can't be is not there. */
function groups(desk: DeskModel): MenuItem[][] {
  const { actions, floor } = desk;
  const { who } = floor.value;
  const mine = who === 'me';
  const dialog = (name: Parameters<typeof actions.openDialog>[0], label: string, icon: MenuItem['icon'], keys?: string): MenuItem => ({
    label,
    ...(icon && { icon }),
    ...(keys && { keys }),
    onChoose: () => actions.openDialog(name),
  });
  return [
    [
      { label: word('composer.map'), icon: 'map', keys: 'M', onChoose: actions.openMap },
      ...(who === 'closed' ? [] : [dialog('finding', word('composer.record'), 'check')]),
      ...(who === 'closed' ? [] : [dialog('askAgain', word('composer.askAgain'), 'camera', 'A')]),
    ],
    mine
      ? [
          dialog('transfer', word('composer.transfer'), 'swap'),
          { label: word('composer.release'), icon: 'people', onChoose: actions.release },
          dialog('close', word('composer.close'), 'check', 'C'),
        ]
      : [],
    who === 'closed' ? [{ label: word('composer.reopen'), icon: 'undo', onChoose: actions.reopen }] : [],
  ];
}
