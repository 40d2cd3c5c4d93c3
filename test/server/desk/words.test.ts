/** Every word that the desk's side of the server can say is there. */
import { expect, it } from 'vitest';
import { beginning } from '../../../flows/context.ts';
import { OCCASIONS } from '../../../flows/events.ts';
import { EVIDENCE_ITEMS } from '../../../protocol/case.ts';
import { CHECKS, collected } from '../../../server/desk/collected.ts';
import { layOut } from '../../../server/desk/evidence.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import { readResources } from '../../../server/words/resources.ts';
import { createWording } from '../../../server/words/words.ts';
import { START } from '../../support/clock.ts';

const wording = await createWording(readResources());
const viewer = { locale: 'en', tz: 'UTC', now: START };
const fresh = beginning({ policy: defaultPolicy, tz: 'UTC' });
const unworded = /\b(desk|prompt|line):|\{\{/;

it('what the bot collected, with every answer to every check', () => {
  const answers = Object.entries(CHECKS).flatMap(([check, known]) => known.map((answer) => [check, answer] as const));
  for (const [check, answer] of answers) {
    const [fact] = wording.word(collected({ ...fresh, checks: { [check]: answer } }), viewer);
    expect(`${fact?.label} ${fact?.value}`, `${check} ${answer}`).not.toMatch(unworded);
    expect(fact?.value).not.toBe('');
  }
  for (const occasion of OCCASIONS) {
    const heard = { occasion, days: 9, wish: 'refund', distressed: true, intent: null } as const;
    const given = { order: '1003', contact: 'anna@example.com', tracking: 'RB473102965GB' };
    const facts = wording.word(collected({ ...fresh, heard, given, remedyUntil: START }), viewer);
    expect(facts).toHaveLength(8);
    expect(JSON.stringify(facts)).not.toMatch(unworded);
  }
});

it('answers to checks that are unknown are left out, whatever they are called', () => {
  const checks = JSON.parse('{"household":"constructor","__proto__":"x","toString":"y","address":"right"}') as Record<string, string>;
  expect(wording.word(collected({ ...fresh, checks }), viewer)).toEqual([{ label: 'Address on the order', value: 'Right' }]);
});

it('the pieces of evidence and their places', () => {
  const laid = wording.word(layOut({ ...fresh, problem: 'missing', log: [{ at: 0, what: 'packed' }] }, []), viewer);
  expect(laid.evidence.map(({ item }) => item)).toEqual([...EVIDENCE_ITEMS]);
  expect(JSON.stringify(laid)).not.toMatch(unworded);
});

it('no piece of evidence is laid out where none is asked for, and a photo that is gone leaves its place empty', () => {
  expect(layOut(fresh, []).evidence).toEqual([]);
  const evidence = { group: { photos: { one: 'gone' }, state: 'done' as const } };
  expect(layOut({ ...fresh, evidence }, []).evidence[0]?.slots[0]?.photo).toBeNull();
});
