/** One writer at a time per conversation, in order of arrival; different conversations don't wait for each other. */
export function createQueue(limit = 64) {
  const tails = new Map<string, { tail: Promise<unknown>; waiting: number }>();

  /** Rejects with `QueueFull` when `limit` pieces of work already wait for this key. */
  function run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const entry = tails.get(key) ?? { tail: Promise.resolve(), waiting: 0 };
    if (entry.waiting >= limit) return Promise.reject(new QueueFull());
    entry.waiting += 1;
    const result = entry.tail.then(work);
    entry.tail = result.then(done, done);
    tails.set(key, entry);
    return result;

    function done(): void {
      entry.waiting -= 1;
      if (entry.waiting === 0) tails.delete(key);
    }
  }

  /** Resolves when everything under way now is done. */
  async function idle(): Promise<void> {
    while (tails.size > 0) await Promise.all([...tails.values()].map((entry) => entry.tail));
  }

  return { run, idle };
}

export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}
