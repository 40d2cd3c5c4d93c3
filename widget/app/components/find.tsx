import { useState } from 'preact/hooks';
import type { FindPrompt } from '../../../protocol/prompt.ts';
import { useChat } from './chat.ts';

type Field = 'order' | 'contact' | 'tracking';

/** Two ways to an order: its number with an address, or the parcel's number alone. What was typed stays on a switch. */
export function Find({ prompt }: { prompt: FindPrompt<string> }) {
  const { actions } = useChat();
  const [given, setGiven] = useState<Record<Field, string>>({
    order: prompt.order.value ?? '',
    contact: prompt.contact.value ?? '',
    tracking: prompt.tracking.value ?? '',
  });
  const [byTracking, setByTracking] = useState(!given.order && given.tracking !== '');
  const [missing, setMissing] = useState<Field | null>(null);
  const fields: Field[] = byTracking ? ['tracking'] : ['order', 'contact'];

  const submit = (e: SubmitEvent) => {
    e.preventDefault();
    const empty = fields.find((field) => !given[field].trim());
    setMissing(empty ?? null);
    if (empty) return document.getElementById(`find-${empty}`)?.focus();
    const answer = Object.fromEntries(fields.map((field) => [field, given[field].trim()]));
    actions.find(answer, Object.values(answer).join(' · '));
  };
  return (
    <>
      <form class="card sheet" onSubmit={submit}>
        {fields.map((field) => (
          <div key={field} class={field === missing ? 'ask missing' : 'ask'}>
            <label for={`find-${field}`}>{prompt[field].label}</label>
            <input
              id={`find-${field}`}
              value={given[field]}
              dir="auto"
              autocomplete={field === 'contact' ? 'email' : 'off'}
              autocapitalize={field === 'contact' ? 'none' : 'characters'}
              spellcheck={false}
              maxLength={field === 'contact' ? 254 : field === 'tracking' ? 60 : 40}
              aria-describedby={`find-${field}-hint`}
              aria-invalid={field === missing || undefined}
              onInput={(e) => setGiven({ ...given, [field]: e.currentTarget.value })}
            />
            <small id={`find-${field}-hint`}>{prompt[field].hint}</small>
          </div>
        ))}
        <button class="btn fill">{prompt.submit}</button>
        <button type="button" class="btn plain" onClick={() => setByTracking(!byTracking)}>
          {byTracking ? prompt.byOrder : prompt.byTracking}
        </button>
      </form>
    </>
  );
}
