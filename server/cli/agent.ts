/** `npm run agent -- COMMAND`: the people of a shop, from the command line. */
import { createIds } from '../identity/ids.ts';
import { createPasswords } from '../people/passwords.ts';
import { runAgent } from './agent-run.ts';
import { runProgram } from './program.ts';

await runProgram(({ complain, ...around }) =>
  runAgent(
    process.argv.slice(2),
    { ...around, passwords: createPasswords(), newId: createIds().newId, clock: { now: () => Date.now() } },
    complain,
  ),
);
