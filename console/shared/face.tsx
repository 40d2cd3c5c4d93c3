import type { Face as Person } from '../../protocol/inbox.ts';

/** A person: their initials in a circle, always in the same colour. Without `named` a name stands beside it already. */
export function Face({ of, small = false, here, named = false }: { of: Person; small?: boolean; here?: boolean; named?: boolean }) {
  const look = ['face', small && 'xs', `f-${colourOf(of.id)}`].filter(Boolean).join(' ');
  return (
    <span class={look} title={named ? of.name : undefined} role={named ? 'img' : undefined} aria-label={named ? of.name : undefined}>
      <span aria-hidden="true">{of.initials}</span>
      {here !== undefined && <i class={here ? 'here-dot on' : 'here-dot'} />}
    </span>
  );
}

const COLOURS = 6;

function colourOf(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0;
  return sum % COLOURS;
}
