import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StoreSettings } from '../../protocol/settings.ts';
import { at } from './paths.ts';
import type { SettingsForm } from './settings-form.ts';

const Form = createContext<SettingsForm | null>(null);
export const FormProvider = Form.Provider;

/** The form that a section belongs to, and the settings as they stand in it. */
export function useForm(): { form: SettingsForm; settings: StoreSettings } {
  const form = useContext(Form);
  const settings = form?.draft.value;
  if (!form || !settings) throw new Error('A section stands in a form that has been read');
  return { form, settings };
}

/** One place of it. */
export function usePlace(path: string): { value: unknown; error: string | undefined; set: (value: unknown) => void } {
  const { form, settings } = useForm();
  return { value: at(settings, path), error: form.problems.value[path], set: (value) => form.set(path, value) };
}
