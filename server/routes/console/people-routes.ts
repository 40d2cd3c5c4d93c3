import type { OneTimeLink } from '../../../protocol/people.ts';
import { ChangePerson, Invite } from '../../../protocol/people.ts';
import { linkAddress } from '../../people/new-link.ts';
import type { OneTimeToken, People } from '../../people/people.ts';
import type { Gate } from './gate.ts';

export function peopleRoutes(gate: Gate, people: People): void {
  gate.serve('GET /api/console/people', null, ({ who }) => people.list(who.agent.storeId));

  gate.serve('POST /api/console/people/invite', Invite, async ({ who, body, host }) =>
    shownOnce(host, await people.invite(who.agent, body)),
  );

  gate.serve('DELETE /api/console/people/invites/:id', null, async ({ who, id }) => {
    await people.removeInvite(who.agent, id);
    return {};
  });

  gate.serve('PATCH /api/console/people/:id', ChangePerson, async ({ who, id, body }) => ({
    person: await people.change(who.agent, id, body),
  }));

  gate.serve('POST /api/console/people/:id/reset', null, async ({ who, id, host }) =>
    shownOnce(host, await people.resetLink(who.agent, id)),
  );
}

function shownOnce(host: string, { token, expiresAt }: OneTimeToken): OneTimeLink {
  return { url: linkAddress(host, token), expiresAt };
}
