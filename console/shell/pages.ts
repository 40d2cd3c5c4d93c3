import { may, ROUTE_RIGHTS, type Role } from '../../protocol/rights.ts';
import type { Route } from '../shared/router.ts';

/** A page is for whoever may read what stands on it. */
export function maySee(role: Role, page: Route['page']): boolean {
  switch (page) {
    case 'store':
      return may(role, ROUTE_RIGHTS['GET /api/console/settings']);
    case 'letters':
      return may(role, ROUTE_RIGHTS['GET /api/console/letters']);
    case 'team':
      return may(role, ROUTE_RIGHTS['GET /api/console/people']);
    case 'inbox':
    case 'join':
      return true;
  }
}
