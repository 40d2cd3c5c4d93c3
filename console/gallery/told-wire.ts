import { fakeWire, type FakeWire } from './fake-wire.ts';

/** A line whose other end is a table of answers, and which tells the page what was asked: tests hear it. */
export function toldWire(answers: Parameters<typeof fakeWire>[0] = {}): FakeWire {
  const wire = fakeWire(answers);
  return {
    ...wire,
    ask: (event, payload) => {
      tellPage('ask', event, payload);
      return wire.ask(event, payload);
    },
  };
}

/** What a part wanted of its surroundings. */
export function tellPage(name: string, ...args: unknown[]): void {
  dispatchEvent(new CustomEvent('tw-action', { detail: { name, args } }));
}

/** Refused the first time, and no more after it: what one tries again goes well. */
export function onceRefused(refusal: Error): () => Promise<never> {
  let isFirst = true;
  return () => {
    const answer = isFirst ? Promise.reject(refusal) : Promise.resolve({ ok: true } as never);
    isFirst = false;
    return answer;
  };
}

export const never = () => new Promise<never>(() => undefined);
