import { expect, it } from 'vitest';
import { createOutbox } from '../../../widget/app/outbox.ts';
import type { Row } from '../../../widget/app/storage.ts';
import { settle, testClock } from './clock.ts';

it('does not take up again what a slow look at the device still found', async () => {
  const rows = new Map<string, Row>();
  let slow: (() => void) | null = null;
  let answer = (_: { ok: true; seq: number; at: number }) => {};
  let made = 0;
  const outbox = createOutbox({
    shelf: {
      async all() {
        const found = [...rows.values()];
        if (slow) await new Promise<void>((resolve) => (slow = resolve));
        return found;
      },
      put: (row) => Promise.resolve(void rows.set(row.id, row)),
      remove: (id) => Promise.resolve(void rows.delete(id)),
    },
    tabs: { exclusive: true, alone: (_, work) => work(), tell() {}, listen() {} },
    clock: testClock(),
    random: () => 0.5,
    newId: () => `id-${++made}`,
    online: () => true,
    send: () => new Promise((resolve) => (answer = resolve)),
    upload: () => ({ done: Promise.resolve(null), abort() {} }),
    previews: { make: () => '', drop() {} },
    onAcked() {},
    onStored() {},
    onChange() {},
  });
  outbox.say({ kind: 'text', text: 'done' }, 'done');
  await settle();
  slow = () => {};
  const looked = outbox.refresh();
  answer({ ok: true, seq: 1, at: 1 });
  await settle();
  outbox.settle([{ seq: 1, id: 'id-1', at: 1, from: 'shopper', body: { kind: 'text', text: 'done' } }]);
  expect(outbox.list()).toEqual([]);
  slow();
  await looked;
  expect(outbox.list()).toEqual([]);
});
