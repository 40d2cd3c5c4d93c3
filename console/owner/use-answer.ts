import { useCallback, useEffect, useState } from 'preact/hooks';
import { asRefusal, type ApiRefusal } from '../shared/api.ts';

export interface Answer<T> {
  value: T | null;
  refusal: ApiRefusal | null;
  /** Asks again. What was there stays until the new is. */
  again(): Promise<void>;
}

/** What the server says, asked for once the page is there. */
export function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const [value, setValue] = useState<T | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const again = useCallback(async () => {
    try {
      setValue(await ask());
      setRefusal(null);
    } catch (error) {
      setRefusal(asRefusal(error));
    }
  }, []);
  useEffect(() => void again(), [again]);
  return { value, refusal, again };
}
