import './dialogs.css';
import { useState } from 'preact/hooks';
import type { Finding } from '../../../protocol/case.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { Field } from '../../shared/field.tsx';
import { word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { Choices } from './choices.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import { Locked } from './locked.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

/** Enters what the warehouse or the carrier answered; each says what the shopper will hear, or what follows from it. */
export function FindingDialog({ wire, conversation, desk, onDone, onClose }: DialogProps) {
  const [finding, setFinding] = useState<Finding | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [video, setVideo] = useState('');
  const asking = useAsking();
  const name = firstName(desk.shopper.name);
  // The bot tells it, unless a person has the floor.
  const told = desk.agent === null;
  const offersVideo = finding !== null && BY_WAREHOUSE.includes(finding);
  const address = video.trim();
  const isOdd = offersVideo && address !== '' && !isSecureAddress(address);
  return (
    <Dialog
      title={word('dialogs.finding.title')}
      lead={word(told ? 'dialogs.finding.lead' : 'dialogs.finding.leadMine', { name })}
      onClose={onClose}
    >
      {(close) =>
        desk.findings.length === 0 ? (
          <Locked text={word('dialogs.finding.none')} close={close} />
        ) : (
          <Form
            check={() => {
              setMissing(finding === null);
              return finding !== null && !isOdd;
            }}
            onSend={() => {
              if (finding === null) return;
              const payload = { conversation, finding, ...(offersVideo && address !== '' && { video: address }) };
              void asking
                .run(() => wire.ask('record', payload))
                .then((isDone) => {
                  if (!isDone) return;
                  onDone(word('dialogs.finding.done'));
                  close();
                });
            }}
          >
            <Choices
              legend={word('dialogs.finding.legend')}
              chosen={finding}
              onChoose={(id) => (setFinding(id), setMissing(false))}
              error={isMissing && finding === null ? word('dialogs.chooseOne') : null}
              choices={desk.findings.map((id) => ({
                id,
                label: word(`findings.${id}.name`),
                note: word(`findings.${id}.${told ? 'tells' : 'follows'}`, { name }),
              }))}
            />
            {offersVideo && (
              <Field
                label={word('dialogs.finding.video')}
                hint={word('dialogs.finding.videoHint', { name })}
                error={isOdd ? word('dialogs.finding.videoWrong') : null}
              >
                {(tied) => (
                  <input
                    {...tied}
                    class="input"
                    type="url"
                    dir="ltr"
                    inputMode="url"
                    maxLength={LONGEST}
                    value={video}
                    onInput={(event) => setVideo(event.currentTarget.value)}
                  />
                )}
              </Field>
            )}
            <Foot asking={asking} yes={word('dialogs.finding.yes')} close={close} />
          </Form>
        )
      }
    </Dialog>
  );
}

const BY_WAREHOUSE: readonly Finding[] = ['notPacked', 'packed', 'unclear'];
const LONGEST = 500;

function isSecureAddress(text: string): boolean {
  return text.startsWith('https://') && URL.canParse(text) && !/\s/.test(text);
}
