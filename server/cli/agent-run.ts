import { addAgent } from './agent-add.ts';
import { disableAgent, enableAgent } from './agent-change.ts';
import { AGENT_HELP } from './agent-help.ts';
import { listAgents } from './agent-list.ts';
import { resetAgent } from './agent-reset.ts';
import { carryOut } from './carry-out.ts';
import type { PeopleCli } from './people-cli.ts';

/** `npm run agent`. Resolves to the exit code. */
export function runAgent(argv: string[], cli: PeopleCli, complain: (line: string) => void): Promise<0 | 1 | 2> {
  const commands = { add: addAgent, list: listAgents, disable: disableAgent, enable: enableAgent, reset: resetAgent };
  return carryOut({ script: 'agent', help: AGENT_HELP, commands }, argv, cli, complain);
}
