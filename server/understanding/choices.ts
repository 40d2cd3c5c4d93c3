/** Typed text against the answers on the screen. Conservative: a wrong tap can be undone, a wrong guess angers. */
import type { LanguageWords } from './data.ts';
import { fold, tokens } from './fold.ts';

export interface OfferedChoice {
  id: string;
  /** As the shopper reads it. */
  label: string;
}

export type MatchChoice = (text: string, choices: readonly OfferedChoice[]) => string | null;

const MOST_WORDS = 12;
const MOST_LABELS = 5_000;

export function createMatchChoice(words: LanguageWords): MatchChoice {
  const answers = Object.entries(words.answers).map(([kind, phrases]) => ({
    kind,
    phrases: phrases.map(split).sort((a, b) => b.length - a.length),
  }));
  const fillers = words.fillers.map(split);
  const splitLabel = remembered(split);

  return (text, choices) => {
    const said = split(text);
    if (said.length === 0 || said.length > MOST_WORDS) return null;
    const offered = choices.map((choice) => ({ id: choice.id, label: splitLabel(choice.label) })).filter(({ label }) => label.length > 0);
    return (
      only(offered.filter(({ label }) => same(label, said))) ??
      only(offered.filter(({ label }) => beginsOf(label, said))) ??
      only(offered.filter(({ label }) => isAnswer(strip(said, label), label))) ??
      byKind(said, offered)
    );
  };

  // The whole label, then nothing but courtesy: "Talk to a person please".
  function isAnswer(rest: string[] | null, label: readonly string[]): boolean {
    return rest !== null && label.length > 0 && isFiller(rest);
  }

  function byKind(said: string[], offered: { id: string; label: string[] }[]): string | null {
    const kind = kindOf(said, true);
    if (kind === null) return null;
    return only(offered.filter(({ label }) => kindOf(label, false) === kind)) ?? only(offered.filter(({ id }) => id === kind));
  }

  /** Which kind of answer it begins with; `whole`: and says nothing else. "Not sure" must not pass for "not", "no". */
  function kindOf(said: string[], whole: boolean): string | null {
    const hits = answers.flatMap(({ kind, phrases }) => {
      const phrase = phrases.find((one) => beginsOf(said, one));
      return phrase ? [{ kind, length: phrase.length }] : [];
    });
    const longest = Math.max(0, ...hits.map((hit) => hit.length));
    const kinds = hits.filter((hit) => hit.length === longest).map((hit) => hit.kind);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) return null;
    return !whole || isMore(said.slice(longest), kind) ? kind : null;
  }

  // "Yes yes please" goes on in the same vein; "yes but the wrong street" does not.
  function isMore(rest: string[], kind: string): boolean {
    if (isFiller(rest)) return true;
    const own = answers.find((answer) => answer.kind === kind)?.phrases ?? [];
    const next = [...own, ...fillers].find((phrase) => beginsOf(rest, phrase));
    return next !== undefined && isMore(rest.slice(next.length), kind);
  }

  function isFiller(rest: string[]): boolean {
    if (rest.length === 0) return true;
    const next = fillers.find((phrase) => beginsOf(rest, phrase));
    return next !== undefined && isFiller(rest.slice(next.length));
  }
}

/** The same few labels are compared with every message. */
function remembered(work: (text: string) => string[]): (text: string) => string[] {
  const known = new Map<string, string[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const result = work(text);
    if (known.size < MOST_LABELS) known.set(text, result);
    return result;
  };
}

function split(text: string): string[] {
  return tokens(fold(text));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && beginsOf(a, b);
}

/** Whether `text` begins with `head`, word by word. */
function beginsOf(text: readonly string[], head: readonly string[]): boolean {
  return head.length > 0 && head.length <= text.length && head.every((word, i) => word === text[i]);
}

function strip(said: string[], label: readonly string[]): string[] | null {
  return beginsOf(said, label) ? said.slice(label.length) : null;
}

function only(hits: { id: string }[]): string | null {
  return hits.length === 1 ? (hits[0]?.id ?? null) : null;
}
