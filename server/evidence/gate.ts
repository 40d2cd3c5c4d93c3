/**
 * Lets few through at once and keeps a short queue of the others. Decoding a photo takes a hundred times the memory of
 * its file, so a flood of uploads must wait outside.
 */
export interface Gate {
  /** Runs `work` when there is room; null when the queue is full, and `work` is not run. */
  pass<T>(work: () => Promise<T>): Promise<T | null>;
}

export function createGate(room: { atOnce: number; waiting: number }): Gate {
  const queue: (() => void)[] = [];
  let inside = 0;

  return {
    async pass(work) {
      if (inside < room.atOnce) inside += 1;
      else if (queue.length < room.waiting) await new Promise<void>((resolve) => queue.push(resolve));
      else return null;
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };

  // The place is handed to the next in line without being freed, so that nobody slips in between.
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else inside -= 1;
  }
}
