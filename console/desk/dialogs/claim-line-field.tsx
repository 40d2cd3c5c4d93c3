import type { ClaimKind, ClaimLine } from '../../../protocol/claim.ts';
import { Field } from '../../shared/field.tsx';
import { word } from '../../shared/words.ts';

export const CLAIM_KIND_NAMES = ['lost', 'missing', 'damaged', 'delay'] as const satisfies readonly ClaimKind[];

/** Likeliest first, as the server sees it. */
export function LineField({ lines, line, onLine }: { lines: readonly ClaimLine[]; line: ClaimLine; onLine: (line: ClaimLine) => void }) {
  return (
    <Field label={word('claim.line')}>
      {(tied) => (
        <select
          {...tied}
          class="input"
          value={line}
          onChange={(event) => {
            const chosen = lines.find((one) => one === event.currentTarget.value);
            if (chosen) onLine(chosen);
          }}
        >
          {lines.map((id) => (
            <option key={id} value={id}>
              {word(`claim.lines.${id}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
