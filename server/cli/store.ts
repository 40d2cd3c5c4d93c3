/** `npm run store -- COMMAND`: shops and their orders, from the command line. */
import { readFile } from 'node:fs/promises';
import { createIds } from '../identity/ids.ts';
import { newToken } from '../identity/tokens.ts';
import { readResources } from '../words/resources.ts';
import { runProgram } from './program.ts';
import { readSecret } from './read-secret.ts';
import { run } from './run.ts';

await runProgram(({ complain, ...around }) =>
  run(
    process.argv.slice(2),
    {
      ...around,
      readText: (path) => readFile(path, 'utf8'),
      readSecret: () => readSecret(process.stdin, (text) => void process.stderr.write(text)),
      locales: Object.keys(readResources()),
      newId: createIds().newId,
      newSecret: newToken,
      clock: { now: () => Date.now() },
    },
    complain,
  ),
);
