import './dialogs.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Colleague } from '../../../protocol/agent-events.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { Face } from '../../shared/face.tsx';
import { Field } from '../../shared/field.tsx';
import { word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { Choices } from './choices.tsx';
import { matching } from './find-in.ts';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import { Locked } from './locked.tsx';
import type { DialogProps } from './props.ts';
import { Unanswered } from './unanswered.tsx';
import { useAnswer } from './use-answer.ts';
import { useAsking } from './use-asking.ts';

/** More than fit on the screen at once. */
const MANY = 8;

/** Hands the chat to a colleague, who sees everything; the shopper is told who writes now. */
export function TransferDialog({ wire, conversation, desk, onDone, onClose }: DialogProps) {
  const [answer, again] = useAnswer(() => wire.ask('colleagues', {}), 'colleagues');
  const [news, setNews] = useState<Colleague[] | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [text, setText] = useState('');
  const asking = useAsking();
  useEffect(() => wire.on('staff', ({ colleagues }) => setNews(colleagues)), [wire]);

  const has = desk.agent?.id;
  const all = useMemo(
    () => inOrder((news ?? (answer.state === 'here' ? answer.value.colleagues : [])).filter(({ id }) => id !== has)),
    [news, answer, has],
  );
  // Whoever is chosen stays in sight, whatever is searched for.
  const shown = all.filter((one) => one.id === to || matching(text, one.name));
  const name = firstName(desk.shopper.name);
  return (
    <Dialog title={word('dialogs.transfer.title')} lead={word('dialogs.transfer.lead', { name })} onClose={onClose}>
      {(close) => {
        if (answer.state !== 'here') return <Unanswered answer={answer} again={again} />;
        if (all.length === 0) return <Locked text={word('dialogs.transfer.nobody')} close={close} />;
        return (
          <Form
            check={() => {
              setMissing(to === null);
              return to !== null;
            }}
            onSend={() => {
              if (to === null) return;
              const who = all.find(({ id }) => id === to)?.name ?? '';
              void asking
                .run(() => wire.ask('transfer', { conversation, to }))
                .then((isDone) => {
                  if (!isDone) return;
                  onDone(word('dialogs.transfer.done', { name: who }));
                  close();
                });
            }}
          >
            {all.length > MANY && (
              <Field label={word('dialogs.transfer.find')}>
                {(tied) => (
                  <input
                    {...tied}
                    class="input"
                    type="search"
                    autocomplete="off"
                    value={text}
                    onInput={(event) => setText(event.currentTarget.value)}
                  />
                )}
              </Field>
            )}
            <Choices
              legend={word('dialogs.transfer.to')}
              long={all.length > MANY}
              chosen={to}
              onChoose={(id) => (setTo(id), setMissing(false))}
              error={isMissing && to === null ? word('dialogs.chooseOne') : null}
              choices={shown.map((one) => ({
                id: one.id,
                label: <bdi>{one.name}</bdi>,
                note: noteOf(one),
                picture: <Face of={one} here={one.here} />,
              }))}
            />
            <p role="status" class={shown.length === 0 ? 'none' : 'sr'}>
              {text !== '' &&
                (shown.length === 0 ? word('dialogs.transfer.noneFound') : word('dialogs.transfer.found', { count: shown.length }))}
            </p>
            <Foot asking={asking} yes={word('dialogs.transfer.yes')} close={close} />
          </Form>
        );
      }}
    </Dialog>
  );
}

/** Who can answer at once first, and of them who has the least to do. */
function inOrder(colleagues: Colleague[]): Colleague[] {
  const rank = ({ here, available }: Colleague) => (here && available ? 0 : here ? 1 : 2);
  return [...colleagues].sort((a, b) => rank(a) - rank(b) || a.chats - b.chats || a.name.localeCompare(b.name));
}

function noteOf({ here, available, chats }: Colleague): string {
  const state = word(`dialogs.transfer.${here ? (available ? 'here' : 'busy') : 'away'}`);
  return word('dialogs.transfer.note', { state, chats: word('dialogs.transfer.chats', { count: chats }) });
}
