import { expect, it } from 'vitest';
import { createGate } from '../../../server/evidence/gate.ts';

it('lets two in at once, the others in their order, and makes room after a failure', async () => {
  const gate = createGate({ atOnce: 2, waiting: 10 });
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const visits = Array.from({ length: 8 }, (_, index) =>
    gate.pass(async () => {
      inside += 1;
      most = Math.max(most, inside);
      order.push(index);
      await new Promise(setImmediate);
      inside -= 1;
      if (index % 2 === 0) throw new Error('broken');
    }),
  );
  const settled = await Promise.allSettled(visits);
  expect(settled.filter((one) => one.status === 'rejected')).toHaveLength(4);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(2);
});
