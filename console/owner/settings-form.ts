/** The settings as they are being changed: what is saved, what is not, what is wrong, and who else wrote meanwhile. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { SettingsView } from '../../protocol/people.ts';
import type { StoreSettings } from '../../protocol/settings.ts';
import { asRefusal, type Api, type ApiRefusal } from '../shared/api.ts';
import { check, type Problems } from './check.ts';
import { differing, mended, withAt } from './paths.ts';

export interface SettingsForm {
  /** As the server has them; null until they are here. */
  readonly saved: ReadonlySignal<SettingsView | null>;
  readonly draft: ReadonlySignal<StoreSettings | null>;
  /** Places that are not saved. */
  readonly changed: ReadonlySignal<string[]>;
  readonly problems: ReadonlySignal<Problems>;
  readonly busy: ReadonlySignal<boolean>;
  /** Why it could not be read or written, where that is no field's matter. `E_CHANGED`: somebody else wrote first. */
  readonly refusal: ReadonlySignal<ApiRefusal | null>;
  read(): Promise<void>;
  set(path: string, value: unknown): void;
  discard(): void;
  /** Resolves to what was there before, or null when it was not saved. */
  save(): Promise<StoreSettings | null>;
  /** Writes these, whatever is being changed; for taking a save back. */
  putBack(settings: StoreSettings): Promise<boolean>;
  /** Reads what others wrote and does one's own changes to it. */
  mend(): Promise<void>;
}

export function createSettingsForm(api: Pick<Api, 'settings' | 'saveSettings'>): SettingsForm {
  const saved = signal<SettingsView | null>(null);
  const draft = signal<StoreSettings | null>(null);
  const problems = signal<Problems>({});
  const busy = signal(false);
  const refusal = signal<ApiRefusal | null>(null);
  const changed = computed(() => (saved.value && draft.value ? differing(draft.value, saved.value.settings) : []));

  function take(given: SettingsView): void {
    const view = { ...given, settings: withEachGreeting(given) };
    saved.value = view;
    draft.value = view.settings;
    problems.value = {};
  }

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    if (busy.value) return null;
    busy.value = true;
    refusal.value = null;
    try {
      return await work();
    } catch (error) {
      const refused = asRefusal(error);
      if (refused.problems.length > 0) problems.value = Object.fromEntries(refused.problems.map(({ path, text }) => [path, text]));
      else refusal.value = refused;
      return null;
    } finally {
      busy.value = false;
    }
  }

  async function write(settings: StoreSettings): Promise<StoreSettings | null> {
    const before = saved.value;
    if (!before) return null;
    const view = await attempt(() => api.saveSettings({ version: before.version, settings }));
    if (view) take(view);
    return view && before.settings;
  }

  return {
    saved,
    draft,
    changed,
    problems,
    busy,
    refusal,
    async read() {
      const view = await attempt(() => api.settings());
      if (view) take(view);
    },
    set(path, value) {
      if (!draft.value) return;
      draft.value = withAt(draft.value, path, value);
      // What was wrong with it is answered by changing it; of a list, any row may be another now.
      problems.value = Object.fromEntries(Object.entries(problems.value).filter(([one]) => one !== path && !one.startsWith(`${path}.`)));
    },
    discard() {
      if (saved.value) take(saved.value);
      refusal.value = null;
    },
    async save() {
      const settings = draft.value;
      if (!settings) return null;
      problems.value = check(settings);
      if (Object.keys(problems.value).length > 0) return null;
      return write(settings);
    },
    putBack: async (settings) => (await write(settings)) !== null,
    async mend() {
      const base = saved.value?.settings;
      const mine = draft.value;
      const view = await attempt(() => api.settings());
      if (!view) return;
      take(view);
      if (base && mine) draft.value = mended(base, mine, saved.value?.settings ?? view.settings);
    },
  };
}

/** A place for each language that there are words in, so that taking a greeting away is a change like any other. */
function withEachGreeting({ settings, languages }: SettingsView): StoreSettings {
  const none = Object.fromEntries(languages.map(({ id }) => [id, '']));
  return { ...settings, greeting: { ...none, ...settings.greeting } };
}
