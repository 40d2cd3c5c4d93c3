import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A part of the side: its name, what stands beside the name, and what belongs to it. */
export function Part(props: {
  title: string;
  beside?: ComponentChildren;
  after?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class={props.class} aria-labelledby={id}>
      <header>
        <h3 id={id}>{props.title}</h3>
        {props.after}
        {props.beside}
      </header>
      {props.children}
    </section>
  );
}

/** A fact with its name. `more` is said less loudly, after it. */
export function Fact(props: { name: string; more?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {typeof props.children === 'string' ? <bdi>{props.children}</bdi> : props.children}{' '}
        {props.more !== undefined && props.more !== null && <span>{props.more}</span>}
      </dd>
    </div>
  );
}
