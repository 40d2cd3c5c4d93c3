/** Keeps the `size` most recently used values, so that a talk under way is not read back from disk for every word. */
export function createRecent<V>(size: number) {
  const values = new Map<string, V>();
  return {
    get(key: string): V | undefined {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    set(key: string, value: V): void {
      values.delete(key);
      values.set(key, value);
      if (values.size > size) values.delete(values.keys().next().value ?? '');
    },
    delete(key: string): void {
      values.delete(key);
    },
  };
}
