import type { Param } from '../../protocol/words.ts';
import type { Fact } from './values.ts';

/** What lies in a file for months names the year of its days. */
export function onPaper(facts: Record<string, Fact>): Record<string, Fact> {
  return Object.fromEntries(Object.entries(facts).map(([place, fact]) => [place, isList(fact) ? fact.map(dated) : dated(fact)]));
}

function isList(fact: Fact): fact is readonly Param[] {
  return Array.isArray(fact);
}

function dated(param: Param): Param {
  if (typeof param !== 'object') return param;
  if ('$date' in param) return { ...param, as: param.as === 'dayTime' ? 'dateTime' : 'date' };
  if (!('$t' in param) || param.p === undefined) return param;
  return { ...param, p: Object.fromEntries(Object.entries(param.p).map(([name, value]) => [name, dated(value)])) };
}
