/** The pages. Each is fetched when somebody first goes there. */
import type { Me } from '../../protocol/people.ts';
import type { InboxRoute } from '../shared/router.ts';
import type { Wire } from '../shared/wire.ts';
import { late } from './late.tsx';
import type { Session } from './session.ts';

export const DeskPlace = late<{ wire: Wire; me: Me; route: InboxRoute }>(async () => (await import('../desk/desk.tsx')).Desk);
export const StorePlace = late<{ session: Session }>(async () => (await import('../owner/store-page.tsx')).StorePage);
export const LettersPlace = late<{ session: Session }>(async () => (await import('../owner/letters-page.tsx')).LettersPage);
export const TeamPlace = late<{ session: Session; me: Me }>(async () => (await import('../owner/team-page.tsx')).TeamPage);
