import './map.css';
import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from '../../shared/dialog.tsx';
import type { Wire } from '../../shared/wire.ts';
import { word } from '../../shared/words.ts';
import { Unanswered } from '../dialogs/unanswered.tsx';
import { useAnswer } from '../dialogs/use-answer.ts';
import { Chart } from './chart.tsx';

export interface FlowMapProps {
  wire: Wire;
  /** Its id. */
  conversation: string;
  /** I have the chat. */
  mayGiveBack: boolean;
  /** The map closes where this goes well; where it rejects it stays, and says why. */
  onGiveBack: (step: string) => void | Promise<unknown>;
  onClose: () => void;
}

const GATHER_MS = 300;

/** The statechart of this conversation's road, lit where the talk is; with a chat of one's own, the way to give it back. */
export function FlowMapDialog({ wire, conversation, mayGiveBack, onGiveBack, onClose }: FlowMapProps) {
  const [answer, again] = useAnswer(() => wire.ask('flowMap', { conversation }), conversation);
  useFollow(wire, conversation, again);
  return (
    <Dialog
      title={word('map.title')}
      {...(answer.state === 'here' && { lead: answer.value.map.title })}
      class={mayGiveBack ? 'flow-map' : 'flow-map looking'}
      wide
      onClose={onClose}
    >
      {(close) =>
        answer.state === 'here' ? (
          <Chart map={answer.value.map} mayGiveBack={mayGiveBack} onGiveBack={async (step) => (await onGiveBack(step), close())} />
        ) : (
          <Unanswered answer={answer} again={again} lines={6} />
        )
      }
    </Dialog>
  );
}

/** The talk goes on while one looks at the map; several turns at once are one asking. */
function useFollow(wire: Wire, conversation: string, again: () => void): void {
  const ask = useRef(again);
  ask.current = again;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = wire.on('turn', ({ conversation: { id } }) => {
      if (id !== conversation) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => ask.current(), GATHER_MS);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [wire, conversation]);
}
