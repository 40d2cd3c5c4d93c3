/**
 * What can be checked, in one command: `npm test`. It goes on after a failure, and its last line counts.
 *
 *   npm test                 all of it, but for the long row of browser suites
 *   npm test -- long         these: the desk in every state and size, every way of giving back, lost lines, axe on every view
 *   npm test -- static       format, lint and types only
 *   npm test -- flows store  the test files whose path contains one of the words
 */
import { browserTests, coreTests, longTests } from './support/suites.ts';
import { staticChecks } from './support/static-checks.ts';
import { addUp, type Outcome } from './support/outcome.ts';

const words = process.argv.slice(2);
const outcomes: Outcome[] = [];

if (words.length === 0 || words.includes('static')) outcomes.push(...(await staticChecks()));
const filters = words.filter((word) => word !== 'static' && word !== 'long');
if (words.length === 0 || filters.length > 0) {
  outcomes.push(await coreTests(filters));
  outcomes.push(await browserTests(filters));
}
if (words.includes('long') || filters.length > 0) outcomes.push(await longTests(filters));

const total = addUp(outcomes);
if (total.passed + total.failed + total.skipped === 0) total.failed = total.failedNames.push(`no test is named like ${words.join(' or ')}`);
for (const name of total.skippedNames) console.log(`skipped  ${name}`);
for (const name of total.failedNames) console.log(`failed   ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
