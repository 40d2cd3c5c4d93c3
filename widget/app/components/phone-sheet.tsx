import { useEffect, useRef } from 'preact/hooks';
import type { EvidencePrompt } from '../../../protocol/prompt.ts';
import { Icon } from '../../look/icons.tsx';
import type { Word } from '../words.ts';
import { useChat } from './chat.ts';
import { Copy } from './copy.tsx';
import { Sheet } from './sheet.tsx';
import { type PhoneCode, usePhoneCode } from './use-phone-code.ts';

/** A code for the phone's camera and, once the phone has opened it, what comes from there. Closing it changes nothing. */
export function PhoneSheet({ prompt, word, onClose }: { prompt: EvidencePrompt<string>; word: Word; onClose: () => void }) {
  const { state } = useChat();
  const { code, renew } = usePhoneCode(word('failed'));
  const title = useRef<HTMLHeadingElement>(null);
  const photos = prompt.slots.filter((slot) => slot.photoId).length;
  // The button that was pressed is gone with what it mended.
  useEffect(() => {
    if (code.kind === 'making' && document.activeElement?.tagName !== 'BUTTON') title.current?.focus();
  }, [code]);

  return (
    <Sheet name={word('title')} kind="menu low phone" onClose={onClose}>
      {(close) => (
        <>
          <h2 ref={title} tabIndex={-1}>
            {word('title')}
          </h2>
          <div role="status">
            {state.phone ? (
              <p class="hint met">
                <Icon name="check" />
                <span>
                  <b>{word('connected')}</b> {photos ? word('sofar', { count: photos }) : word('first')}
                </span>
              </p>
            ) : (
              <p>{code.kind === 'failed' ? code.text : word(SAYS[code.kind])}</p>
            )}
          </div>
          {code.kind === 'making' && <p class="qr" aria-hidden="true" />}
          {code.kind === 'here' && (
            <>
              <Qr {...code.link.qr} name={word('code')} />
              <p class="address">
                <span>{word('address')}</span>
                <span class="whole">
                  <bdi dir="ltr">{code.link.url}</bdi>
                  <Copy text={code.link.url} bare />
                </span>
                <small>{word('once')}</small>
              </p>
            </>
          )}
          {!state.phone && code.kind !== 'making' && code.kind !== 'here' && (
            <button class="btn fill wide" onClick={renew}>
              {word('renew')}
            </button>
          )}
          <button class={`btn wide ${state.phone ? 'fill' : 'plain'}`} onClick={close}>
            {word('close')}
          </button>
        </>
      )}
    </Sheet>
  );
}

const SAYS = { making: 'making', here: 'scan', used: 'away', over: 'over' } as const satisfies Record<
  Exclude<PhoneCode['kind'], 'failed'>,
  string
>;

/** Modules that every reader wants free around a code. */
const QUIET = 4;

/** Dark on white by day and by night: many cameras read no other. */
function Qr({ size, path, name }: { size: number; path: string; name: string }) {
  const whole = size + 2 * QUIET;
  return (
    <svg class="qr" role="img" aria-label={name} viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
