import type { DeskView } from '../../../protocol/desk.ts';
import { Copy } from '../../shared/copy.tsx';
import { shortDay } from '../../shared/dates.ts';
import { word } from '../../shared/words.ts';
import { Fold } from './fold.tsx';
import { Fact, Part } from './part.tsx';

/** What was bought, what was paid, and where it was to go. */
export function OrderFile({ order }: { order: DeskView['order'] }) {
  if (!order) return null;
  const pieces = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Part title={word('side.order')} beside={<Copy text={order.number} shown={order.number} />}>
      <dl>
        <Fact name={word('side.paid')} more={shortDay(order.placedAt)}>
          <bdi>{order.total}</bdi>
        </Fact>
        {order.address !== null && (
          <Fact name={word('side.address')}>
            <span class="address" dir="auto">
              {order.address}
            </span>
          </Fact>
        )}
      </dl>
      {order.items.length > 0 && (
        <Fold closed={word('side.pieces', { count: pieces })} open={word('side.fewerPieces')}>
          <ul class="pieces">
            {order.items.map((item, i) => (
              <li key={i}>
                <bdi>{word('side.piece', { count: item.quantity, name: item.name })}</bdi>
                {item.price !== null && <span>{item.price}</span>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Part>
  );
}
