/** The letters as they are being worded: which one is open, what is not kept yet, what is wrong, and how it would go out. */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { LetterId } from '../../protocol/letters.ts';
import type { LetterPreview, LettersView, LetterTextView } from '../../protocol/owner-letters.ts';
import { asRefusal, type Api, type ApiRefusal, type LetterWording } from '../shared/api.ts';
import { language } from '../shared/words.ts';
import type { Problems } from './check.ts';

export interface Opened {
  letter: LetterId;
  locale: string;
}

export interface LettersForm {
  readonly view: ReadonlySignal<LettersView | null>;
  readonly open: ReadonlySignal<Opened>;
  /** As the server has it. */
  readonly saved: ReadonlySignal<LetterTextView | null>;
  readonly draft: ReadonlySignal<{ subject: string; body: string }>;
  readonly dirty: ReadonlySignal<boolean>;
  readonly problems: ReadonlySignal<Problems>;
  readonly preview: ReadonlySignal<LetterPreview | null>;
  /** As it reads where nothing is known. */
  readonly bare: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  readonly refusal: ReadonlySignal<ApiRefusal | null>;
  read(): Promise<void>;
  go(to: Partial<Opened>): void;
  set(field: 'subject' | 'body', text: string): void;
  setBare(on: boolean): void;
  discard(): void;
  save(): Promise<boolean>;
  putBack(): Promise<boolean>;
  /** Asks for the preview whenever what is written has settled. Returns how to stop. */
  follow(): () => void;
}

const SETTLE_MS = 350;

export function createLettersForm(api: Pick<Api, 'letters' | 'previewLetter' | 'saveLetter' | 'putLetterBack'>): LettersForm {
  const view = signal<LettersView | null>(null);
  const open = signal<Opened>({ letter: 'signedNotReceived', locale: language.value });
  const draft = signal({ subject: '', body: '' });
  const problems = signal<Problems>({});
  const preview = signal<LetterPreview | null>(null);
  const bare = signal(false);
  const busy = signal(false);
  const refusal = signal<ApiRefusal | null>(null);
  const saved = computed(() => find(view.value, open.value));
  const dirty = computed(() => {
    const { value } = saved;
    return value !== null && (value.subject !== draft.value.subject || value.body !== draft.value.body);
  });
  const wording = (): LetterWording => ({ ...open.value, ...draft.value });

  function show(): void {
    const { subject = '', body = '' } = saved.value ?? {};
    draft.value = { subject, body };
    problems.value = {};
    refusal.value = null;
    preview.value = null;
  }

  function keep(text: LetterTextView): void {
    const { value } = view;
    if (!value) return;
    const texts = value.texts.map((one) => (one.letter === text.letter && one.locale === text.locale ? text : one));
    view.value = { ...value, texts };
  }

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    if (busy.value) return null;
    busy.value = true;
    refusal.value = null;
    try {
      return await work();
    } catch (error) {
      const refused = asRefusal(error);
      if (refused.problems.length > 0) problems.value = byField(refused.problems);
      else refusal.value = refused;
      return null;
    } finally {
      busy.value = false;
    }
  }

  async function look(): Promise<void> {
    const asked = wording();
    const shown = await api.previewLetter({ ...asked, bare: bare.value }).catch(() => null);
    // Meanwhile more was written, or another letter is open.
    if (!shown || JSON.stringify(asked) !== JSON.stringify(wording())) return;
    preview.value = shown;
    problems.value = dirty.value ? byField(shown.problems) : {};
  }

  return {
    view,
    open,
    saved,
    draft,
    dirty,
    problems,
    preview,
    bare,
    busy,
    refusal,
    async read() {
      const answer = await attempt(() => api.letters());
      if (!answer) return;
      // What somebody else wrote meanwhile is known from now on; what is written here stays.
      const stays = dirty.value;
      view.value = answer;
      if (stays) return;
      if (!answer.locales.includes(open.value.locale)) open.value = { ...open.value, locale: answer.locales[0] ?? 'en' };
      show();
    },
    go(to) {
      open.value = { ...open.value, ...to };
      show();
    },
    set(field, text) {
      draft.value = { ...draft.value, [field]: text };
      problems.value = Object.fromEntries(Object.entries(problems.value).filter(([one]) => one !== field));
    },
    setBare(on) {
      bare.value = on;
    },
    discard: show,
    async save() {
      const answer = await attempt(() => api.saveLetter({ ...wording(), version: saved.value?.version ?? null }));
      if (!answer) return false;
      keep(answer.text);
      show();
      return true;
    },
    async putBack() {
      const version = saved.value?.version;
      if (version == null) return false;
      const answer = await attempt(() => api.putLetterBack({ ...open.value, version }));
      if (!answer) return false;
      keep(answer.text);
      show();
      return true;
    },
    follow() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = effect(() => {
        // Read here, so that each of them calls it again.
        const { subject, body } = draft.value;
        const isThere = view.value !== null && `${open.value.letter}${open.value.locale}${String(bare.value)}` !== '';
        clearTimeout(timer);
        if (isThere && `${subject}${body}` !== '') timer = setTimeout(() => void look(), SETTLE_MS);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}

function find(view: LettersView | null, { letter, locale }: Opened): LetterTextView | null {
  return view?.texts.find((text) => text.letter === letter && text.locale === locale) ?? null;
}

/** The first of each field: one thing to mend at a time. */
function byField(problems: readonly { path: string; text: string }[]): Problems {
  return Object.fromEntries([...problems].reverse().map(({ path, text }) => [path, text]));
}
