import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../../protocol/rights.ts';
import { linkAddress } from '../people/new-link.ts';
import { newPassword } from '../people/passwords.ts';
import type { AgentRow } from '../store/port.ts';
import { CliError } from './cli.ts';
import { COMMAND_LINE, emailGiven, orSaid, type PeopleCli, peopleOf, shopOf } from './people-cli.ts';

export async function addAgent(args: string[], cli: PeopleCli): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      key: { type: 'string' },
      link: { type: 'boolean', default: false },
    },
  });
  const email = emailGiven(values.email);
  const name = values.name?.trim() ?? '';
  if (name === '' || name.length > 80) throw new CliError('What is their name? Give --name "Ada Berg", of up to 80 characters.');
  const role = roleOf(values.role ?? 'agent');

  const { store, people } = await peopleOf(cli);
  const shop = await shopOf(store, values.key);
  const by = { id: COMMAND_LINE, storeId: shop.id };
  if (values.link) {
    const { token } = await orSaid(people.invite(by, { email, name, role }));
    cli.print(`${name} is invited to ${shop.settings.name} as ${role}. This link works once, for a week, and is shown only now:`);
    cli.print(`  ${linkAddress(cli.host, token)}`);
    return;
  }
  const password = newPassword();
  const now = cli.clock.now();
  const agent: AgentRow = {
    ...{ id: cli.newId(), storeId: shop.id, name, email, role },
    ...{ disabled: false, available: true, seenAt: null, createdAt: now },
  };
  if (!(await store.addAgent(agent, await cli.passwords.hash(password))))
    throw new CliError('This e-mail address has an account already. `npm run agent -- reset` gives it a new password.');
  await store.addAudit(shop.id, { at: now, actor: COMMAND_LINE, action: 'person.added', detail: { person: agent.id, role } });
  cli.print(`Added ${name} to ${shop.settings.name} as ${role}. The password is shown only now:`);
  cli.print(`  ${password}`);
  cli.print(`They sign in at ${cli.host}/console/ and can change it there.`);
}

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text);
  if (!role) throw new CliError(`There is no role "${text}". Roles: ${ROLES.join(', ')}.`);
  return role;
}
