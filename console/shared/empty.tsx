import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export interface EmptyProps {
  icon: IconName;
  title: string;
  text?: string;
  /** It is all there is on the page, so its title is the page's. */
  alone?: boolean;
  children?: ComponentChildren;
}

/** Nothing is here, why, and what can be done. */
export function Empty({ icon, title, text, alone = false, children }: EmptyProps) {
  const Title = alone ? 'h1' : 'h2';
  return (
    <div class="empty">
      <span class="badge">
        <Icon name={icon} />
      </span>
      <Title>{title}</Title>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
