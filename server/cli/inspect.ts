/** `npm run -s inspect -- understand | number | status`: JSON lines in, a JSON line out for each. */
import { INSPECT_HELP } from './inspect-help.ts';
import { answerLines } from './inspect-lines.ts';
import { VERBS } from './inspect-verbs.ts';

const [verb = '', ...more] = process.argv.slice(2);
const load = Object.hasOwn(VERBS, verb) && more.length === 0 ? VERBS[verb] : undefined;
if (load) {
  // Whoever reads us may have seen enough: `| head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  await answerLines(process.stdin.setEncoding('utf8'), process.stdout, await load());
} else {
  const isAsked = verb === '--help' || verb === 'help';
  (isAsked ? process.stdout : process.stderr).write(`${isAsked ? '' : complaint()}${INSPECT_HELP}\n`);
  process.exitCode = isAsked ? 0 : 2;
}

function complaint(): string {
  if (verb === '') return 'What is to be inspected?\n\n';
  return more.length > 0 && Object.hasOwn(VERBS, verb) ? `"${verb}" takes nothing more.\n\n` : `There is no "${verb}".\n\n`;
}
