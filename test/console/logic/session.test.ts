import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Me } from '../../../protocol/people.ts';
import type { Line } from '../../../console/shared/connection.ts';
import type { LineState } from '../../../console/shared/wire.ts';
import { createSession } from '../../../console/shell/session.ts';

const me: Me = {
  agent: { id: 'agent-nadia', name: 'Nadia', email: 'nadia@example.com', initials: 'N', role: 'agent', available: true },
  store: { key: 'northfold', name: 'Northfold', color: null },
  csrf: 'a token',
  locales: ['en', 'ar'],
};

it('has a line to the server no sooner than it knows the reader’s language, which the line tells', async () => {
  const order: string[] = [];
  const session = createSession({
    url: '',
    fetch: () => {
      order.push('asked who this is');
      return Promise.resolve(Response.json(me));
    },
    connect: ({ csrf }) => {
      order.push(`line with ${csrf}`);
      return line();
    },
  });
  let learn = () => {};
  const words = new Promise<void>((resolve) => (learn = resolve)).then(() => void order.push('words'));
  const begun = session.begin(words);
  // Longer than the answer above takes.
  await new Promise(setImmediate);
  learn();
  await begun;
  expect(order).toEqual(['asked who this is', 'words', 'line with a token']);
  expect(session.state.value).toBe('in');
});

function line(): Line {
  return {
    state: signal<LineState>('connecting'),
    ask: () => new Promise<never>(() => undefined),
    on: () => () => undefined,
    renew: () => undefined,
    close: () => undefined,
  };
}
