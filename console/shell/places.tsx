import type { ComponentType } from 'preact';
import type { Me } from '../../protocol/people.ts';
import type { InboxRoute } from '../shared/router.ts';
import type { Wire } from '../shared/wire.ts';
import { late } from './late.tsx';
import type { Session } from './session.ts';

type DeskProps = { wire: Wire; me: Me; route: InboxRoute };
const desk = import.meta.glob<{ Desk: ComponentType<DeskProps> }>('../desk/desk.tsx');

const Desk = late<DeskProps>(async () => {
  const load = desk['../desk/desk.tsx'];
  if (!load) throw new Error('There is no desk');
  return (await load()).Desk;
});

export function DeskPlace({ line, me, route }: { line: Wire; me: Me; route: InboxRoute }) {
  return <Desk wire={line} me={me} route={route} />;
}

export const StorePlace = late<{ session: Session }>(async () => (await import('../owner/store-page.tsx')).StorePage);
export const TeamPlace = late<{ session: Session; me: Me }>(async () => (await import('../owner/team-page.tsx')).TeamPage);
