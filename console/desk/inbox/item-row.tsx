import type { Face as Person, InboxItem } from '../../../protocol/inbox.ts';
import { Typed } from '../../../widget/look/typed.tsx';
import { Due } from '../../shared/due.tsx';
import { Face } from '../../shared/face.tsx';
import { Icon } from '../../shared/icons.tsx';
import { listed, word } from '../../shared/words.ts';
import { languageCode } from '../names.ts';
import { chipOf } from './chips.ts';
import { PROBLEM_ICONS, TOLD_BY } from './problems.ts';

export interface ItemRowProps {
  item: InboxItem;
  href: string;
  now: number;
  open: boolean;
  viewing: readonly Person[];
  me: string;
}

/** One conversation of the list: who, what is due, what it is about, what was said last. */
export function ItemRow({ item, href, now, open, viewing, me }: ItemRowProps) {
  const chip = chipOf(item, now);
  const isNew = item.unread > 0;
  return (
    <a class={isNew ? 'item new' : 'item'} href={href} aria-current={open || undefined} data-conversation={item.id}>
      <span class="l1">
        <b dir="auto">{item.name ?? word('inbox.visitor')}</b>
        <abbr title={item.language}>{languageCode(item.locale)}</abbr>
        {chip && <Due tone={chip.tone} icon={chip.icon} text={chip.text} />}
      </span>
      <span class="l2">
        <About item={item} />
        <Who agent={item.agent} viewing={viewing} me={me} />
      </span>
      <span class="l3">
        <span dir="auto">{item.preview && <Typed text={item.preview.text} />}</span>
        {isNew && <Unread count={item.unread} />}
      </span>
    </a>
  );
}

function About({ item: { problem, parcel: state } }: { item: InboxItem }) {
  // Where the state says what the problem has said already, once is enough.
  const parcel = problem && state && TOLD_BY[problem]?.includes(state) ? null : state;
  if (!problem && !parcel) return <span class="k" />;
  return (
    <>
      <Icon name={problem ? PROBLEM_ICONS[problem] : 'box'} />
      <span class="k">
        {problem && word(`inbox.problem.${problem}`)}
        {problem && parcel && <i aria-hidden="true"> · </i>}
        {parcel && <span class={problem ? 'faint' : undefined}>{word(`parcelStates.${parcel}`)}</span>}
      </span>
    </>
  );
}

/** Who has it stands first, in a ring; who only looks comes after, with an eye. */
function Who({ agent, viewing, me }: { agent: Person | null; viewing: readonly Person[]; me: string }) {
  const others = viewing.filter((one) => one.id !== agent?.id);
  if (!agent && others.length === 0) return null;
  return (
    <span class="who">
      {agent && (
        <span class="has" title={word('inbox.has', { name: agent.name })}>
          <Face of={agent} small />
          <span class="sr">{agent.id === me ? word('inbox.youHave') : word('inbox.has', { name: agent.name })}</span>
        </span>
      )}
      {others.length > 0 && (
        <span class="eyes" title={namesOf(others)}>
          {others.slice(0, MOST_FACES).map((one) => (
            <Face key={one.id} of={one} small />
          ))}
          <Icon name="eye" />
          <span class="sr">{word('inbox.viewing', { names: namesOf(others) })}</span>
        </span>
      )}
    </span>
  );
}

function Unread({ count }: { count: number }) {
  const many = count > 9;
  return (
    <i class="unread">
      <span aria-hidden="true">{many ? '9+' : count}</span>
      <span class="sr">{many ? word('inbox.unreadMany') : word('inbox.unread', { count })}</span>
    </i>
  );
}

const MOST_FACES = 3;
const namesOf = (people: readonly Person[]) => listed(people.map(({ name }) => name));
