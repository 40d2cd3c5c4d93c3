/** The tracking changed while the bot was asking something else: what it says now comes first. */
import type { FlowContext } from '../context.ts';
import type { FlowEvent } from '../events.ts';
import { actOn } from '../turn.ts';

export const takeNews = actOn('parcel.found', (turn, { parcel }) => turn.know({ parcel, tries: 0 }));

export const retold = {
  guard: ({ context, event }: { context: FlowContext; event: FlowEvent }) =>
    event.type === 'parcel.found' && event.parcel.number === context.parcel?.number && event.parcel.state !== context.parcel.state,
  target: '#route',
  actions: takeNews,
};
