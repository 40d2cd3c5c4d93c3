/** A person gives the talk back: one sentence that says so, and the step's own question follows it. */
import { nextWordAt } from '../owed.ts';
import { by, caseWords } from '../promises.ts';
import { actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { choiceEnd } from './resolution.ts';

export const givenBack = actOn('agent.gaveBack', (turn, { agent, step }) => {
  const at = step === 'resume' ? (turn.facts.bookmark ?? step) : step;
  turn.settlePerson('kept');
  turn.know({ agent: null, handOff: null, misses: 0, tries: 0 });
  turn.line('line:gaveBack', { name: agent.name }, 'person');
  const due = at === 'following' ? nextWordAt(turn.facts) : null;
  if (due === null) turn.say(`bot:backAt.${at}`, { name: agent.name });
  else turn.say('bot:backAt.followingUntil', { name: agent.name, by: by(due) });
  prepare(turn, at);
});

function prepare(turn: Turn, at: string): void {
  const { remedyUntil } = turn.facts;
  // The time to choose ran out while a person had the floor: it begins anew.
  if (remedyUntil !== null && remedyUntil <= turn.at) turn.know({ remedyUntil: choiceEnd(turn) });
  if (at === 'photos' && turn.facts.case === null) {
    turn.know({ problem: 'missing' });
    turn.openCase('missing', 'photos');
    turn.say('bot:evidence.intro', { number: caseWords(turn) });
  }
}
