import './claim.css';
import type { ClaimAnswer, ClaimTry, ClaimView } from '../../../protocol/claim.ts';
import { Button } from '../../shared/button.tsx';
import { day } from '../../shared/dates.ts';
import { Due } from '../../shared/due.tsx';
import { Icon } from '../../shared/icons.tsx';
import { Menu, type MenuItem } from '../../shared/menu.tsx';
import { money } from '../../shared/money.ts';
import { isolated, word } from '../../shared/words.ts';
import type { DeskActions } from '../actions.ts';
import { clockWords, expectedWords, windowWords } from './claim-words.ts';
import { Fact, Part } from './part.tsx';

/** The shop's claim on the carrier: by when, by whom, with what, what runs, and what it may bring. */
export function Claim({ claim, now, actions }: { claim: ClaimView; now: number; actions: DeskActions }) {
  const { line, tries, needs, used } = claim;
  const chip = clockWords(claim.clock, now);
  return (
    <Part title={word('claim.title')} beside={<More claim={claim} actions={actions} />} class="claim">
      <p class="none">{word(line === null ? 'claim.noLine' : 'claim.private')}</p>
      {chip && (
        <p class="standing">
          <Due tone={chip.tone} icon={chip.tone === 'bad' ? 'alert' : 'clock'} text={chip.text} />
        </p>
      )}
      {line && (
        <dl>
          <Fact name={word('claim.line')} more={word(line.chosen ? 'claim.chosen' : 'claim.guessed')}>
            {word(`claim.lines.${line.id}`)}
          </Fact>
          <Fact name={word('claim.what')}>{word(`claim.kinds.${claim.kind}`)}</Fact>
          <Days claim={claim} now={now} />
          <Fact name={word('claim.files')}>{word(`claim.filer.${line.filer}`)}</Fact>
          {needs.length > 0 && (
            <Fact name={word('claim.stillMissing')}>
              <ul>
                {needs.map((need) => (
                  <li key={need}>{word(`claim.needs.${need}`)}</li>
                ))}
              </ul>
            </Fact>
          )}
          <Fact name={word('claim.complaints')}>{word('claim.used', { used, most: line.mostTries })}</Fact>
          <Expected claim={claim} />
          <Fact name={word('claim.where')}>
            <span class="way">{word(`claim.way.${line.way}`)}</span>
          </Fact>
        </dl>
      )}
      {tries.length > 0 && (
        <ol class="tries" aria-label={word('claim.complaints')}>
          {tries.map((one, i) => (
            <Try key={i} one={one} currency={line?.currency ?? 'CNY'} now={now} />
          ))}
        </ol>
      )}
      <Acts claim={claim} actions={actions} />
      {line && (
        <p class="source">{word('claim.source', { source: isolated(line.source), date: day(Date.parse(line.noted), 'UTC', now) })}</p>
      )}
    </Part>
  );
}

function Days({ claim, now }: { claim: ClaimView; now: number }) {
  const { text, more, tone } = windowWords(claim.window, now);
  const confidence = claim.line?.confidence ?? 'low';
  return (
    <Fact
      name={word('claim.days')}
      more={
        <>
          {more !== null && <em class={tone === 'wait' ? 'soon' : ''}>{more}</em>} {word(`claim.confidence.${confidence}`)}
        </>
      }
    >
      {tone === 'bad' ? <em class="late">{text}</em> : text}
    </Fact>
  );
}

function Expected({ claim }: { claim: ClaimView }) {
  const { text, why } = expectedWords(claim);
  return (
    <Fact name={word('claim.brings')} more={<span class="why">{why}</span>}>
      {text}
    </Fact>
  );
}

function Try({ one, currency, now }: { one: ClaimTry; currency: string; now: number }) {
  const told = (answer: ClaimAnswer) =>
    word(`claim.outcomes.${answer.outcome}`, {
      date: day(answer.at, undefined, now),
      amount: answer.amount === null ? '' : isolated(money(answer.amount, currency)),
    });
  return (
    <li>
      <b>{word('claim.filed', { kind: word(`claim.kinds.${one.kind}`), date: day(one.at, undefined, now) })}</b>
      {one.note !== null && <bdi>{one.note}</bdi>}
      {one.answer && <span>{told(one.answer)}</span>}
      {one.appeal && <span>{word('claim.appealed', { date: day(one.appeal.at, undefined, now) })}</span>}
      {one.appeal?.answer && <span>{told(one.appeal.answer)}</span>}
    </li>
  );
}

function Acts({ claim: { may, line }, actions }: { claim: ClaimView; actions: DeskActions }) {
  if (line === null) {
    return (
      <div class="acts">
        <Button onClick={() => actions.openDialog('claimLine')}>{word('claim.acts.line')}</Button>
      </div>
    );
  }
  return (
    <div class="acts">
      {may.file && <Button onClick={() => actions.openDialog('claimFile')}>{word('claim.acts.file')}</Button>}
      {may.answer && <Button onClick={() => actions.openDialog('claimAnswer')}>{word('claim.acts.answer')}</Button>}
      {may.appeal && <Button onClick={() => actions.openDialog('claimAppeal')}>{word('claim.acts.appeal')}</Button>}
      <Button onClick={() => actions.openDialog('claimGoods')}>{word('claim.acts.goods')}</Button>
    </div>
  );
}

function More({ claim: { may }, actions }: { claim: ClaimView; actions: DeskActions }) {
  const items: MenuItem[] = [
    { label: word('claim.acts.line'), icon: 'edit', onChoose: () => actions.openDialog('claimLine') },
    ...(may.undo ? [{ label: word('claim.acts.undo'), icon: 'undo' as const, onChoose: () => actions.undoClaim() }] : []),
  ];
  return <Menu label={word('claim.more')} button={<Icon name="dots" />} class="end" groups={[items]} />;
}
