import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../refusal.ts';

export type Answer<T> = { state: 'loading' } | { state: 'here'; value: T } | { state: 'refused'; text: string };

/** What was asked for when the dialog opened, and how to ask again. Asking anew keeps what is shown until the answer is there. */
export function useAnswer<T>(ask: () => Promise<T>, key: string): [answer: Answer<T>, again: () => void] {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    ask().then(
      (value) => isWanted && setAnswer({ state: 'here', value }),
      (error: unknown) =>
        isWanted && setAnswer((before) => (before.state === 'here' ? before : { state: 'refused', text: wordsOf(error) })),
    );
    return () => {
      isWanted = false;
    };
  }, [key, round]);
  const again = () => {
    setAnswer((before) => (before.state === 'here' ? before : { state: 'loading' }));
    setRound((n) => n + 1);
  };
  return [answer, again];
}
