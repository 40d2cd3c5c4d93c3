import { Icon, type IconName } from './icons.tsx';

export type Tone = 'plain' | 'good' | 'wait' | 'bad';

/** A chip that says what is due and when: an icon and words, never colour alone. */
export function Due({ tone = 'plain', icon, text }: { tone?: Tone; icon: IconName; text: string }) {
  return (
    <span class={`due ${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}
