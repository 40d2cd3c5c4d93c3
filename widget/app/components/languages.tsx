import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';

/** The way to another language, under the first question, in that language. */
export function Languages() {
  const { state, actions, w, openMenu } = useChat();
  const others = state.store?.locales.filter((code) => code !== state.locale) ?? [];
  if (!others.length) return null;
  const near = others.length > 3 ? others.slice(0, 2) : others;
  return (
    <ul class="langs" aria-label={w('ui.language')}>
      <li>
        <Icon name="globe" />
      </li>
      {[state.locale, ...near].map((code) => (
        <li key={code}>
          <button lang={code} aria-current={code === state.locale || undefined} onClick={() => actions.setLocale(code)}>
            {ownName(code)}
          </button>
        </li>
      ))}
      {near.length < others.length && (
        <li>
          <button onClick={() => openMenu('language')}>{w('ui.moreLanguages', { count: others.length - near.length })}</button>
        </li>
      )}
    </ul>
  );
}

/** A language's name in itself: whoever needs it can't read ours. */
export function ownName(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: 'language', languageDisplay: 'standard' }).of(code) ?? code;
  } catch {
    return code;
  }
}
