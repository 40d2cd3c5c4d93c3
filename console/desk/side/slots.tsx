import { BOX_SIDES, type BoxSide } from '../../../protocol/case.ts';
import type { DeskView } from '../../../protocol/desk.ts';
import { BoxSideGuide } from '../../../widget/look/box-side.tsx';
import { Icon } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';
import { markOf } from '../viewer/findings.tsx';
import { Thumb } from '../viewer/thumb.tsx';

type Slot = DeskView['evidence'][number]['slots'][number];

/** The places of one piece: what is there opens large, what is not shows which side it would be. */
export function Slots({ piece, onOpen }: { piece: DeskView['evidence'][number]; onOpen: (id: string) => void }) {
  const { slots } = piece;
  // The further places of a piece that one photo is enough for are only shown once something is in them.
  const shown =
    piece.item === 'packaging'
      ? slots
      : slots.filter(({ photo }, i) => photo !== null || (i === 0 && slots.every((slot) => slot.photo === null)));
  return (
    <ul class="slots">
      {shown.map((slot) => (
        <li key={slot.slot} class={slot.photo === null ? 'empty-slot' : undefined}>
          {slot.photo !== null ? (
            <Thumb
              id={slot.photo}
              label={nameOf(slot, piece)}
              mark={markOf(slot.findings)}
              note={slot.findings.map(({ text }) => text).join('. ')}
              onOpen={() => onOpen(slot.photo ?? '')}
            />
          ) : (
            <div class="slot" role="img" aria-label={word('side.emptySlot', { label: nameOf(slot, piece) })}>
              {isSide(slot.slot) ? (
                <BoxSideGuide side={slot.slot} />
              ) : (
                <Icon name={piece.item === 'label' ? 'doc' : piece.item === 'scale' ? 'scale' : 'camera'} />
              )}
            </div>
          )}
          {piece.item === 'packaging' && <span aria-hidden="true">{slot.label}</span>}
        </li>
      ))}
    </ul>
  );
}

function nameOf(slot: Slot, piece: DeskView['evidence'][number]): string {
  return piece.item === 'packaging' ? slot.label : piece.title;
}

const isSide = (slot: string): slot is BoxSide => (BOX_SIDES as readonly string[]).includes(slot);
