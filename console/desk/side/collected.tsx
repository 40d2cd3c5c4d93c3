import type { DeskView } from '../../../protocol/desk.ts';
import { word } from '../../shared/words.ts';
import { Fact, Part } from './part.tsx';

/** What the shopper told the bot, so that nobody asks for it again. */
export function Collected({ desk }: { desk: DeskView }) {
  if (desk.facts.length === 0) return null;
  return (
    <Part title={word('side.collected')}>
      <dl class="told">
        {desk.facts.map(({ label, value }, i) => (
          <Fact key={i} name={label}>
            <span dir="auto">{value}</span>
          </Fact>
        ))}
      </dl>
    </Part>
  );
}
