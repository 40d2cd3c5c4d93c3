import { useState } from 'preact/hooks';
import type { SecretName, TrackingService } from '../../protocol/tracking.ts';
import type { Api } from '../shared/api.ts';
import { Copy } from '../shared/copy.tsx';
import { dayTime } from '../shared/dates.ts';
import { Field } from '../shared/field.tsx';
import { Problem } from '../shared/problem.tsx';
import { word } from '../shared/words.ts';
import { usePlace } from './form-context.ts';
import { SecretField } from './secret-field.tsx';
import { Section } from './section.tsx';
import { useAnswer } from './use-answer.ts';

/** What each service needs, in the order in which it is set up. */
const KEYS: Record<Exclude<TrackingService, 'none'>, SecretName[]> = {
  afterShip: ['afterShip.key', 'afterShip.webhookSecret'],
  seventeenTrack: ['seventeenTrack.key'],
};
const CHOICES = ['none', 'afterShip', 'seventeenTrack'] as const satisfies readonly TrackingService[];

/** Which service tells where parcels are. The choice is saved with the page; a key is kept at once, and nobody sees it again. */
export function TrackingSection({ api }: { api: Pick<Api, 'tracking' | 'setSecret'> }) {
  const place = usePlace('tracking');
  const { value, refusal, again } = useAnswer(() => api.tracking());
  const [problem, setProblem] = useState<string | null>(null);
  const service = CHOICES.find((one) => one === place.value) ?? 'none';

  async function set(name: SecretName, key: string | null): Promise<boolean> {
    setProblem(null);
    try {
      await api.setSecret({ name, value: key });
    } catch (error) {
      setProblem(error instanceof Error && 'text' in error ? String(error.text) : word('store.keyNotKept'));
      return false;
    }
    await again();
    return true;
  }

  return (
    <Section title={word('store.tracking')} lead={word('store.trackingLead')} id="tracking">
      <Field label={word('store.trackingService')} error={place.error}>
        {(tied) => (
          <select {...tied} class="input" value={service} onChange={(event) => place.set(event.currentTarget.value)}>
            {CHOICES.map((one) => (
              <option key={one} value={one}>
                {word(`store.trackingServices.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {service !== 'none' && value !== null && (
        <>
          {KEYS[service].map((name) => (
            <SecretField
              key={name}
              label={word(`store.keys.${name}`)}
              setAt={value.secrets.find((one) => one.name === name)?.setAt ?? null}
              onSet={(key) => set(name, key)}
            />
          ))}
          <div class="webhook">
            <p class="legend">{word('store.webhook')}</p>
            <p class="hint">{word('store.webhookHint')}</p>
            <Copy text={value.webhooks[service]} shown={value.webhooks[service]} />
            <p class="hint">
              {value.heardAt === null ? word('store.webhookSilent') : word('store.webhookHeard', { at: dayTime(value.heardAt) })}
            </p>
          </div>
        </>
      )}
      <Problem text={problem ?? refusal?.text ?? null} />
    </Section>
  );
}
