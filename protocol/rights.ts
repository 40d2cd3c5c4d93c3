/**
 * Who may do what in the console: one line for each route and each event. The server's gates read it, the console hides what it
 * refuses, and the tests try every line with every role. A route or an event that has no line here is not served.
 */
import type { AgentClientEvents } from './agent-events.ts';

/** Each may do what those before it may. */
export const ROLES = ['agent', 'lead', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Least role by event of the `/agent` namespace. */
export const EVENT_RIGHTS: Record<keyof AgentClientEvents, Role> = {
  inbox: 'agent',
  inboxItems: 'agent',
  find: 'agent',
  open: 'agent',
  leave: 'agent',
  desk: 'agent',
  flowMap: 'agent',
  original: 'agent',
  letters: 'agent',
  colleagues: 'agent',
  available: 'agent',
  take: 'agent',
  say: 'agent',
  giveBack: 'agent',
  transfer: 'agent',
  release: 'agent',
  askAgain: 'agent',
  record: 'agent',
  settleRemedy: 'agent',
  promise: 'agent',
  settlePromise: 'agent',
  extendProtection: 'agent',
  sendLetter: 'agent',
  close: 'agent',
  reopen: 'agent',
  note: 'agent',
  removeNote: 'agent',
  typing: 'agent',
  seen: 'agent',
  claimLine: 'agent',
  claimFile: 'agent',
  claimAnswer: 'agent',
  claimAppeal: 'agent',
  claimGoods: 'agent',
  claimUndo: 'agent',
};

/** Least role by route; `null`: before anybody has signed in. */
export const ROUTE_RIGHTS = {
  'POST /api/console/sign-in': null,
  'POST /api/console/link': null,
  'POST /api/console/join': null,
  'POST /api/console/sign-out': 'agent',
  'GET /api/console/me': 'agent',
  'POST /api/console/password': 'agent',
  'GET /api/console/photos/:id': 'agent',
  'GET /api/console/people': 'owner',
  'POST /api/console/people/invite': 'owner',
  'PATCH /api/console/people/:id': 'owner',
  'POST /api/console/people/:id/reset': 'owner',
  'DELETE /api/console/people/invites/:id': 'owner',
  'GET /api/console/settings': 'owner',
  'PUT /api/console/settings': 'owner',
  'GET /api/console/tracking': 'owner',
  'PUT /api/console/tracking/secret': 'owner',
  'GET /api/console/audit': 'owner',
  'GET /api/console/letters': 'owner',
  'POST /api/console/letters/preview': 'owner',
  'PUT /api/console/letters': 'owner',
  'POST /api/console/letters/put-back': 'owner',
  'GET /api/console/print/:conversation/:letter': 'agent',
  'GET /api/console/claim-pack/:conversation': 'agent',
  'GET /api/console/claim-pack/:conversation/view': 'agent',
} as const satisfies Record<string, Role | null>;
export type ConsoleRoute = keyof typeof ROUTE_RIGHTS;

export function may(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
