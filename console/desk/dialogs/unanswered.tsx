import { Button } from '../../shared/button.tsx';
import { Problem } from '../../shared/problem.tsx';
import { Skeleton } from '../../shared/skeleton.tsx';
import { word } from '../../shared/words.ts';
import type { Answer } from './use-answer.ts';

/** What stands in a dialog as long as what it shows has not come: that it is on its way, or why it did not. */
export function Unanswered({ answer, again, lines = 3 }: { answer: Answer<unknown>; again: () => void; lines?: number }) {
  if (answer.state === 'here') return null;
  if (answer.state === 'loading') return <Skeleton lines={lines} />;
  return (
    <div class="unanswered">
      <Problem text={answer.text} />
      <Button icon="retry" onClick={again}>
        {word('dialogs.tryAgain')}
      </Button>
    </div>
  );
}
