import { parseArgs } from 'node:util';
import { agentGiven, COMMAND_LINE, orSaid, type PeopleCli, peopleOf } from './people-cli.ts';

export const disableAgent = (args: string[], cli: PeopleCli): Promise<void> => change(args, cli, true);
export const enableAgent = (args: string[], cli: PeopleCli): Promise<void> => change(args, cli, false);

async function change(args: string[], cli: PeopleCli, disabled: boolean): Promise<void> {
  const { values } = parseArgs({ args, options: { email: { type: 'string' } } });
  const { store, people } = await peopleOf(cli);
  const agent = await agentGiven(store, values.email);
  await orSaid(people.change({ id: COMMAND_LINE, storeId: agent.storeId }, agent.id, { disabled }));
  cli.print(disabled ? `${agent.name} can't sign in any more.` : `${agent.name} can sign in again.`);
}
