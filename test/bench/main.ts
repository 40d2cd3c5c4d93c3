/** `npm run bench`: ratios taken in one run. Ends with 1 when a budget in bytes is exceeded; speeds are printed, not judged. */
import { fileURLToPath } from 'node:url';
import { inboxTimes } from './inbox.ts';
import { type Runner, measure } from './race.ts';
import { idleMemory } from './memory.ts';
import { echo, type Relay } from './relay.ts';
import { BUDGET, widgetSizes } from './sizes.ts';
import { understandingTimes } from './understanding.ts';

const ROUNDS = 3;
const RUNNERS: Runner[] = ['echo', 'floor', 'product'];

const sizes = await widgetSizes(fileURLToPath(new URL('../../dist/widget', import.meta.url)));
console.log('What a shopper downloads, gzipped');
console.log(`  loader  ${sizes.loader} bytes, ${ratio(sizes.loader, BUDGET.loader)} of its budget`);
console.log(`  opened  ${sizes.opened} bytes (${sizes.heaviestLanguage}), ${ratio(sizes.opened, BUDGET.opened)} of its budget`);
console.log(`  later   ${sizes.later} bytes, with the first words`);

const fast: Record<Runner, number[]> = { echo: [], floor: [], product: [] };
const slow: Record<Runner, number[]> = { echo: [], floor: [], product: [] };
// In turns, so that a busy minute of the machine falls on all of them alike.
for (let round = 0; round < ROUNDS; round += 1) {
  for (const runner of RUNNERS) fast[runner].push((await measure(runner, { connections: 100, seconds: 4, rate: null })).perSecond);
  for (const runner of RUNNERS) slow[runner].push((await measure(runner, { connections: 100, seconds: 4, rate: 500 })).p99);
}
console.log('\nTurns a second, 100 connections, median of three');
for (const runner of RUNNERS)
  console.log(
    `  ${runner.padEnd(8)} ${median(fast[runner]).toFixed(0).padStart(7)}  ${ratio(median(fast[runner]), median(fast.floor))} of the floor`,
  );
console.log('\np99 of a turn at 500 a second, ms, median of three');
for (const runner of RUNNERS)
  console.log(
    `  ${runner.padEnd(8)} ${median(slow[runner]).toFixed(2).padStart(7)}  ${ratio(median(slow[runner]), median(slow.floor))} of the floor`,
  );

const heard = understandingTimes();
console.log(`\nUnderstanding a line of free text, µs, ${heard.lines} lines in all languages, warm (p99 is to stay below 2,000)`);
for (const [name, { p50, p99 }] of Object.entries({ words: heard.words, understanding: heard.understanding }))
  console.log(
    `  ${name.padEnd(13)} p50 ${p50.toFixed(0).padStart(5)}  p99 ${p99.toFixed(0).padStart(5)}  ${ratio(p99, heard.words.p99)} of taking its words apart`,
  );
console.log(`  ready in ${heard.start.toFixed(0)} ms`);

const [bare, ours] = [await idleMemory('echo', 2_000), await idleMemory('product', 2_000)];
console.log('\nMemory of an idle connection, KiB, 2,000 of them');
console.log(`  echo     ${bare.toFixed(1).padStart(7)}`);
console.log(`  product  ${ours.toFixed(1).padStart(7)}  ${ratio(ours, bare)} of bare Socket.IO`);

const [few, many] = await inboxTimes([1_000, 100_000]);
console.log('\nFirst page of the agents’ list, ms, with 1,000 and with 100,000 conversations');
for (const [name, time] of Object.entries(few ?? {})) {
  const later = many?.[name as keyof typeof many] ?? Number.NaN;
  console.log(`  ${name.padEnd(8)} ${time.toFixed(2).padStart(7)} ${later.toFixed(2).padStart(7)}  ${ratio(later, time)} times`);
}

const echoes: Record<Relay, number[]> = { relay: [], desk: [] };
for (let round = 0; round < ROUNDS; round += 1)
  for (const relay of ['relay', 'desk'] as const) echoes[relay].push(median(await echo(relay)));
console.log('\nShopper to agent and back, ms, median of three medians');
console.log(`  relay    ${median(echoes.relay).toFixed(2).padStart(7)}`);
console.log(
  `  desk     ${median(echoes.desk).toFixed(2).padStart(7)}  ${ratio(median(echoes.desk), median(echoes.relay))} of a bare relay`,
);

if (sizes.loader > BUDGET.loader || sizes.opened > BUDGET.opened) {
  console.error('\nOver the budget in bytes.');
  process.exit(1);
}

function ratio(value: number, of: number): string {
  return (value / of).toFixed(2);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
