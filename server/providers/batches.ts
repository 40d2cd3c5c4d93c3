interface Gathering<T> {
  names: Set<string>;
  answers: Promise<Map<string, T | Error>>;
}

/**
 * What is asked one by one within a turn of the event loop goes out together, at most `most` names a call. Each name of a call gets its own
 * answer; an `Error` rejects that one alone.
 */
export function createBatches<T>({ most, ask }: { most: number; ask: (names: string[]) => Promise<Map<string, T | Error>> }) {
  let gathering: Gathering<T> | null = null;

  return async (name: string): Promise<T> => {
    gathering ??= begin();
    const { names, answers } = gathering;
    names.add(name);
    if (names.size === most) gathering = null;
    const answer = (await answers).get(name);
    if (answer === undefined) throw new Error('the service left a number out');
    if (answer instanceof Error) throw answer;
    return answer;
  };

  function begin(): Gathering<T> {
    const names = new Set<string>();
    const answers = new Promise((resolve) => setImmediate(resolve)).then(() => {
      if (gathering?.names === names) gathering = null;
      return ask([...names]);
    });
    return { names, answers };
  }
}
