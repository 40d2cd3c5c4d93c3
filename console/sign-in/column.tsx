import type { ComponentChildren } from 'preact';
import { Mark } from '../../widget/look/mark.tsx';
import { language, languages, ownName, word } from '../shared/words.ts';

export interface ColumnProps {
  title: string;
  lead?: string | undefined;
  onLanguage: (locale: string) => void;
  children: ComponentChildren;
}

/** One calm column before anybody is in. */
export function Column({ title, lead, onLanguage, children }: ColumnProps) {
  const known = languages();
  return (
    <div class="column">
      <main>
        <span class="mark">
          <Mark />
        </span>
        <h1>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
        {children}
      </main>
      {known.length > 1 && (
        <footer>
          <select
            class="input"
            aria-label={word('shell.language')}
            value={language.value}
            onChange={(event) => onLanguage(event.currentTarget.value)}
          >
            {known.map((one) => (
              <option key={one} value={one} lang={one}>
                {ownName(one)}
              </option>
            ))}
          </select>
        </footer>
      )}
    </div>
  );
}
