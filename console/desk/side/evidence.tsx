import type { ConversationView } from '../../../protocol/conversation.ts';
import type { DeskView, PhotoNote } from '../../../protocol/desk.ts';
import { Icon } from '../../shared/icons.tsx';
import { Menu } from '../../shared/menu.tsx';
import { listed, word } from '../../shared/words.ts';
import type { DeskActions } from '../actions.ts';
import { Findings, markOf } from '../viewer/findings.tsx';
import { Thumb } from '../viewer/thumb.tsx';
import { Part } from './part.tsx';
import { Slots } from './slots.tsx';

type Piece = DeskView['evidence'][number];

/** The photos: the box unfolded into its six sides, the other pieces, and what belongs to none. */
export function Evidence({ desk, conversation, actions }: { desk: DeskView; conversation: ConversationView; actions: DeskActions }) {
  const { evidence, loose } = desk;
  const mayAsk = conversation.status !== 'closed';
  return (
    <>
      <Part title={word('side.evidence')} beside={<small>{summary(evidence)}</small>} class="evidence">
        {evidence.length === 0 && <p class="none">{word('side.noEvidenceYet')}</p>}
        {evidence.map((piece) => (
          <div key={piece.item} class={piece.item !== 'packaging' && filled(piece) <= 1 ? 'piece small' : 'piece'}>
            <header>
              <h4>{piece.title}</h4>
              <Standing piece={piece} />
              {mayAsk && (
                <Menu
                  label={word('side.pieceMenu', { piece: piece.title })}
                  button={<Icon name="dots" />}
                  class="end"
                  groups={[
                    [
                      {
                        label: word(filled(piece) > 0 || piece.state !== 'open' ? 'side.askAgain' : 'side.askFor'),
                        icon: 'retry',
                        note: word('side.withReason'),
                        onChoose: () => actions.openDialog('askAgain', piece.item),
                      },
                    ],
                  ]}
                />
              )}
            </header>
            <Slots piece={piece} onOpen={actions.viewPhoto} />
            <Noticed photos={piece.slots} named={filled(piece) > 1} />
          </div>
        ))}
      </Part>
      {loose.length > 0 && (
        <Part title={word('side.loose')} beside={<small>{word('side.photos', { count: loose.length })}</small>}>
          <ul class="slots">
            {loose.map(({ photo, label, findings }) => (
              <li key={photo}>
                <Thumb
                  id={photo}
                  label={label}
                  {...(findings.length > 0 && { mark: markOf(findings), note: findings.map(({ text }) => text).join('. ') })}
                  onOpen={() => actions.viewPhoto(photo)}
                />
                <span dir="auto">{label}</span>
              </li>
            ))}
          </ul>
          <Noticed photos={loose} named={false} />
        </Part>
      )}
    </>
  );
}

function Noticed({ photos, named }: { photos: { label: string; findings: PhotoNote[] }[]; named: boolean }) {
  const noticed = photos.filter(({ findings }) => findings.length > 0);
  if (noticed.length === 0) return null;
  return (
    <ul class="findings">
      {noticed.map(({ label, findings }, i) => (
        <Findings key={i} notes={findings} {...(named && { of: label })} />
      ))}
    </ul>
  );
}

function Standing({ piece }: { piece: Piece }) {
  const { state, slots, reason } = piece;
  if (state === 'cant') {
    return (
      <small class="cant">
        <Icon name="alert" />
        {word(`side.cant.${reason ?? 'other'}`)}
      </small>
    );
  }
  const done = filled(piece);
  const of = piece.item === 'packaging' ? slots.length : Math.max(1, done);
  return (
    <small class={state === 'done' ? 'all' : undefined}>
      {state === 'done' && <Icon name="check" />}
      {state === 'done' && done < of ? word('side.enough', { done, of }) : word('side.ofSlots', { done, of })}
    </small>
  );
}

/** "4 of 6 sides and photo of everything" */
function summary(evidence: Piece[]): string {
  const sides = (piece: Piece) => (piece.item === 'packaging' ? 0 : 1);
  const said = [...evidence]
    .sort((a, b) => sides(a) - sides(b))
    .flatMap((piece) => {
      const done = filled(piece);
      if (done === 0) return [];
      return [piece.item === 'packaging' ? word('side.sides', { done, of: piece.slots.length }) : piece.title];
    });
  if (said.length === 0) return evidence.length === 0 ? '' : word('side.noPhotosYet');
  return listed(said);
}

const filled = (piece: Piece) => piece.slots.filter(({ photo }) => photo !== null).length;
