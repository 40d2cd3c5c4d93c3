import { useState } from 'preact/hooks';
import type { Finding } from '../../../protocol/case.ts';
import type { DeskView, PromiseView } from '../../../protocol/desk.ts';
import { Button } from '../../shared/button.tsx';
import { dayTime, lasting, nearTime } from '../../shared/dates.ts';
import { Icon } from '../../shared/icons.tsx';
import { Menu, type MenuItem } from '../../shared/menu.tsx';
import { word } from '../../shared/words.ts';
import type { DeskActions } from '../actions.ts';
import { answersTo } from './answers-to.ts';
import { Part } from './part.tsx';
import { Ring } from './ring.tsx';
import { inOrder, pressureOf, shareLeft } from './time-left.ts';

/** What was promised to the shopper, by whom, until when, and how much of that time is left. */
export function Promises({ desk, now, actions }: { desk: DeskView; now: number; actions: DeskActions }) {
  const open = desk.promises.filter(({ state }) => state === 'open').length;
  return (
    <Part title={word('side.promises')} beside={open > 0 && <small>{word('promises.open', { count: open })}</small>}>
      {desk.promises.length === 0 ? (
        <p class="none">{word('promises.none')}</p>
      ) : (
        <ul class="proms">
          {inOrder(desk.promises).map((promise) => (
            <OnePromise key={promise.id} promise={promise} now={now} answers={answersTo(promise, desk.findings)} actions={actions} />
          ))}
        </ul>
      )}
    </Part>
  );
}

function OnePromise(props: { promise: PromiseView; now: number; answers: Finding[]; actions: DeskActions }) {
  const { promise, now, answers, actions } = props;
  const [withdrawing, setWithdrawing] = useState(false);
  const tone = pressureOf(promise, now);
  const isOpen = promise.state === 'open';
  const enter: MenuItem = { label: word('promises.enterAnswer'), icon: 'edit', onChoose: () => actions.openDialog('finding') };
  return (
    <li class={`prom ${promise.state} ${tone}`}>
      <Ring share={shareLeft(promise, now)} tone={tone} state={promise.state} />
      <p>
        <b>
          <bdi>{promise.label}</bdi>
        </b>
        <span>{whenOf(promise, now)}</span>
      </p>
      {isOpen && (
        <time class={tone}>{word(promise.dueAt > now ? 'promises.left' : 'promises.late', { time: lasting(promise.dueAt - now) })}</time>
      )}
      {isOpen && (
        <Menu
          label={word('promises.menu', { promise: promise.label })}
          button={<Icon name="dots" />}
          class="end"
          groups={[
            answers.length > 0 ? [enter] : [],
            [
              { label: word('promises.keep'), icon: 'check', onChoose: () => actions.settlePromise(promise.id, 'kept') },
              { label: word('promises.withdraw'), icon: 'close', danger: true, onChoose: () => setWithdrawing(true) },
            ],
          ]}
        />
      )}
      {isOpen && answers.length > 0 && !withdrawing && (
        <Button class="answer" icon="edit" onClick={() => actions.openDialog('finding')}>
          {word('promises.enterAnswer')}
        </Button>
      )}
      {withdrawing && (
        <Withdraw promise={promise} onDone={() => setWithdrawing(false)} onYes={() => actions.settlePromise(promise.id, 'void')} />
      )}
    </li>
  );
}

/** Asked once, in its place: the shopper was told this date. */
function Withdraw({ promise, onYes, onDone }: { promise: PromiseView; onYes: () => void; onDone: () => void }) {
  return (
    <div class="ask" role="group" aria-label={word('promises.withdrawTitle')}>
      <p>{word('promises.withdrawSure', { date: dayTime(promise.dueAt) })}</p>
      <Button onClick={onDone}>{word('promises.leaveIt')}</Button>
      <Button danger buttonRef={(button) => button?.focus()} onClick={() => (onYes(), onDone())}>
        {word('promises.withdraw')}
      </Button>
    </div>
  );
}

function whenOf({ state, owner, dueAt }: PromiseView, now: number): string {
  const key = state === 'open' ? (dueAt > now ? 'by' : 'wasDue') : state;
  return word(`promises.when.${key}`, { who: whoOf(owner), date: nearTime(dueAt, undefined, now) });
}

/** The server's word for it, or a person's name. */
function whoOf(owner: string): string {
  return isOwner(owner) ? word(`promises.owners.${owner}`) : owner;
}

const OWNERS = ['store', 'warehouse', 'carrier', 'person', 'bot'] as const;
const isOwner = (owner: string): owner is (typeof OWNERS)[number] => (OWNERS as readonly string[]).includes(owner);
