import { Check } from '../shared/check.tsx';
import { usePlace } from './form-context.ts';

export function SwitchField({ path, label, hint }: { path: string; label: string; hint: string }) {
  const { value, set } = usePlace(path);
  return <Check label={label} hint={hint} on={value === true} onChange={set} />;
}
