import { parseArgs } from 'node:util';
import { linkAddress } from '../people/new-link.ts';
import { newPassword } from '../people/passwords.ts';
import { agentGiven, COMMAND_LINE, type PeopleCli, peopleOf } from './people-cli.ts';

export async function resetAgent(args: string[], cli: PeopleCli): Promise<void> {
  const { values } = parseArgs({ args, options: { email: { type: 'string' }, link: { type: 'boolean', default: false } } });
  const { store, people, sessions } = await peopleOf(cli);
  const agent = await agentGiven(store, values.email);
  if (values.link) {
    const { token } = await people.resetLink({ id: COMMAND_LINE, storeId: agent.storeId }, agent.id);
    cli.print(`With this link ${agent.name} chooses a new password. It works once, for a day, and is shown only now:`);
    cli.print(`  ${linkAddress(cli.host, token)}`);
    return;
  }
  const password = newPassword();
  await store.savePassword(agent.storeId, agent.id, await cli.passwords.hash(password));
  await sessions.endAll(agent);
  const detail = { person: agent.id };
  await store.addAudit(agent.storeId, { at: cli.clock.now(), actor: COMMAND_LINE, action: 'password.set', detail });
  cli.print(`${agent.name} is signed out everywhere. The new password is shown only now:`);
  cli.print(`  ${password}`);
}
