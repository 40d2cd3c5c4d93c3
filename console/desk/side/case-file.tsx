import type { ConversationView } from '../../../protocol/conversation.ts';
import type { DeskView } from '../../../protocol/desk.ts';
import { Button } from '../../shared/button.tsx';
import { Copy } from '../../shared/copy.tsx';
import { day, lasting } from '../../shared/dates.ts';
import { Tag } from '../../shared/tag.tsx';
import { Due } from '../../shared/due.tsx';
import { word } from '../../shared/words.ts';
import type { DeskActions } from '../actions.ts';
import { ClaimPack } from './claim-pack.tsx';
import { clockWords } from './claim-words.ts';
import { Fact, Part } from './part.tsx';

const WARN_MS = 3 * 86_400_000;

/** The case as it stands: what is missing, what was asked for, what was found, and until when the shopper is protected. */
export function CaseFile(props: { desk: DeskView; conversation: ConversationView; now: number; actions: DeskActions }) {
  const { desk, conversation, now, actions } = props;
  const { case: file, missing, problem } = desk;
  const clock = clockWords(desk.claim?.clock ?? null, now);
  const isShown = problem !== null || desk.protectionEndsAt !== null;
  return (
    <Part
      title={file ? word('side.caseOf', { number: file.number }) : word('side.case')}
      after={file && <Copy text={file.number} />}
      beside={file && <Stage file={file} isTalking={conversation.status !== 'closed'} />}
    >
      {clock && clock.tone !== 'plain' && (
        <p class="standing">
          <Due tone={clock.tone} icon={clock.tone === 'bad' ? 'alert' : 'clock'} text={word('claim.warning', { what: clock.text })} />
        </p>
      )}
      {!file && <p class="none">{word('side.noCaseYet')}</p>}
      {isShown && (
        <dl>
          {problem && <Fact name={word('side.problem')}>{word(`inbox.problem.${problem}`)}</Fact>}
          {missing.length > 0 && (
            <Fact name={word('side.missing')}>
              <ul>
                {missing.map(({ name, count }) => (
                  <li key={name}>
                    <bdi>{word('side.piece', { count, name })}</bdi> <Price of={name} order={desk.order} />
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          {desk.protectionEndsAt !== null && <Protection endsAt={desk.protectionEndsAt} now={now} />}
          {file?.asked && <Fact name={word('side.asked')}>{word(`remedies.asked.${file.asked}`)}</Fact>}
          {file?.remedy && <Fact name={word('side.remedy')}>{word(`remedies.done.${file.remedy}`)}</Fact>}
          {file?.finding && <Fact name={word('side.finding')}>{word(`findings.${file.finding}.name`)}</Fact>}
        </dl>
      )}
      {desk.protectionEndsAt !== null && file?.closedAt === null && (
        <p class="new-date">
          <Button icon="shield" onClick={() => actions.openDialog('protection')}>
            {word('side.newProtection')}
          </Button>
        </p>
      )}
      {file && <ClaimPack conversation={conversation.id} />}
    </Part>
  );
}

function Stage({ file, isTalking }: { file: NonNullable<DeskView['case']>; isTalking: boolean }) {
  if (file.outcome !== null && (file.closedAt !== null || !isTalking)) {
    return <Tag tone={file.outcome === 'solved' ? 'good' : 'plain'} text={word(`side.outcomes.${file.outcome}`)} />;
  }
  return <Tag text={word(`side.stages.${file.stage}`)} />;
}

function Protection({ endsAt, now }: { endsAt: number; now: number }) {
  const left = endsAt - now;
  const tone = left <= 0 ? 'late' : left <= WARN_MS ? 'soon' : '';
  return (
    <Fact
      name={word('side.protection')}
      more={left > 0 ? <em class={tone}>{word('side.left', { time: lasting(left) })}</em> : <em class="late">{word('side.over')}</em>}
    >
      {word('side.until', { date: day(endsAt, undefined, now) })}
    </Fact>
  );
}

function Price({ of, order }: { of: string; order: DeskView['order'] }) {
  const price = order?.items.find(({ name }) => name === of)?.price;
  return price ? <span>{price}</span> : null;
}
