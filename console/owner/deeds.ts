/** Lines of the audit in words. */
import type { AuditView } from '../../protocol/people.ts';
import { ROLES } from '../../protocol/rights.ts';
import { word } from '../shared/words.ts';

type Entry = AuditView['entries'][number];

const DEEDS = [
  'settings.changed',
  'secret.set',
  'secret.removed',
  'letter.changed',
  'letter.putBack',
  'letter.sent',
  'letter.printed',
  'claimPack.made',
  'claimPack.seen',
  'person.invited',
  'person.uninvited',
  'person.joined',
  'person.renamed',
  'person.role',
  'person.disabled',
  'person.enabled',
  'password.linkMade',
  'password.changed',
  'password.set',
  'agent.took',
  'agent.gaveBack',
  'agent.askedAgain',
  'agent.transferred',
  'agent.released',
  'agent.timedOut',
  'agent.recorded',
  'agent.settledRemedy',
  'agent.promised',
  'agent.settledPromise',
  'agent.extendedProtection',
  'agent.closed',
  'agent.reopened',
  'claim.chosen',
  'claim.filed',
  'claim.answered',
  'claim.appealed',
  'claim.weighed',
  'claim.undone',
] as const;

/** What they did, without who. One that this console doesn't know yet is shown by its name. */
export function deedOf({ action, detail }: Entry): string {
  const deed = DEEDS.find((one) => one === action);
  if (!deed) return action;
  const role = ROLES.find((one) => one === (detail['to'] ?? detail['role']));
  return word(`team.did.${deed}`, {
    person: String(detail['person'] ?? ''),
    name: String(detail['name'] ?? ''),
    role: role ? word(`team.roles.${role}`) : '',
    count: String(detail['changed'] ?? '').split(', ').length,
  });
}
