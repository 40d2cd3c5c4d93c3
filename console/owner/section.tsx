import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One topic: what it is, what it changes for a shopper in a sentence, and its fields. */
export function Section({ title, lead, children, id }: { title: string; lead: string; children: ComponentChildren; id?: string }) {
  const name = useId();
  return (
    <section class="topic" aria-labelledby={name} id={id}>
      <header>
        <h2 id={name}>{title}</h2>
        <p>{lead}</p>
      </header>
      <div class="fields">{children}</div>
    </section>
  );
}
