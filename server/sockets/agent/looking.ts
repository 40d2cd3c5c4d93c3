/** Looking at one conversation: the talk, the case file beside it, the map of its road, what may be written. */
import { Nothing, OfConversation, Open, Original, Available, type StepView } from '../../../protocol/agent-events.ts';
import { currentStep } from '../../../flows/status.ts';
import { stepsFor } from '../../../flows/steps.ts';
import type { Loaded } from '../../conversation/conversations.ts';
import { type FlowState, thaw } from '../../conversation/runner.ts';
import { letterViews } from '../../desk/fitting-letters.ts';
import { lettersFor } from '../../desk/letters.ts';
import { mapView } from '../../desk/map.ts';
import { deskView } from '../../desk/view.ts';
import { Refused } from '../../errors.ts';
import type { Letters } from '../../letters/letters.ts';
import { addressOf } from '../../mail/address.ts';
import type { Shops } from '../../shops/shops.ts';
import type { Store } from '../../store/port.ts';
import type { Wording } from '../../words/words.ts';
import type { Delivery } from '../deliver.ts';
import { agentRoom, agentsRoom } from '../namespaces.ts';
import type { ShopperPresence } from '../shopper-presence.ts';
import type { Staff } from '../staff.ts';
import { conversationView, page, shown } from '../view.ts';
import type { Seat } from './seat.ts';
import { served, type Table } from './served.ts';

/** Of a window that opens one after the other and leaves none. */
const MOST_VIEWED = 20;

type Looking = 'open' | 'leave' | 'desk' | 'flowMap' | 'original' | 'letters' | 'colleagues' | 'available';

export function looking(deps: {
  store: Store;
  shops: Shops;
  wording: Wording;
  delivery: Delivery;
  staff: Staff;
  presence: ShopperPresence;
  letters: Letters;
  /** Whether letters go out at all. */
  mails: boolean;
}): Table<Looking> {
  const { store, shops, wording, delivery, staff, presence, letters, mails } = deps;

  return {
    open: served(Open, async (seat, { conversation, after }) => {
      await seat.look(conversation);
      // First into the room and then read: what is said in between comes both ways, and not at all otherwise.
      await seat.socket.join([agentRoom(conversation, seat.locale), agentsRoom(conversation)]);
      seat.socket.data.viewing = [...seat.socket.data.viewing.filter((id) => id !== conversation), conversation].slice(-MOST_VIEWED);
      staff.changed(seat.agent.storeId);
      const loaded = await seat.look(conversation);
      const viewer = seat.viewer(loaded.row);
      return {
        conversation: conversationView(loaded, wording, viewer, delivery.agentHere(loaded.row)),
        ...(await file(seat, loaded)),
        ...(await page(store, loaded.row, after, wording, viewer)),
      };
    }),

    leave: served(OfConversation, async (seat, { conversation }) => {
      await seat.look(conversation);
      await seat.socket.leave(agentRoom(conversation, seat.locale));
      await seat.socket.leave(agentsRoom(conversation));
      seat.socket.data.viewing = seat.socket.data.viewing.filter((id) => id !== conversation);
      staff.changed(seat.agent.storeId);
      return {};
    }),

    desk: served(OfConversation, async (seat, { conversation }) => file(seat, await seat.look(conversation))),

    flowMap: served(OfConversation, async (seat, { conversation }) => {
      const loaded = await seat.look(conversation);
      const flow = await flowOf(loaded);
      if (!flow) throw new Refused('E_NOT_FOUND', undefined, { key: 'desk:why.noMap' });
      const timers = await store.timersOf(loaded.row.storeId, loaded.row.id);
      return { map: mapView(flow, timers, wording, seat.viewer(loaded.row)) };
    }),

    original: served(Original, async (seat, { conversation, seq }) => {
      const { row } = await seat.look(conversation);
      const [message] = await store.messages(row.storeId, row.id, seq - 1, 1);
      const [worded] = message?.seq === seq ? shown([message], wording, { ...seat.viewer(row), locale: row.locale }) : [];
      if (!worded) throw new Refused('E_NOT_FOUND');
      return { message: worded };
    }),

    letters: served(OfConversation, async (seat, { conversation }) => {
      const loaded = await seat.look(conversation);
      const flow = await flowOf(loaded);
      const context = flow?.context ?? null;
      const viewer = seat.viewer(loaded.row);
      const shop = await shops.byId(loaded.row.storeId);
      if (!shop) throw new Refused('E_NOT_FOUND');
      const promises = await store.promisesOf(loaded.row.storeId, loaded.row.id);
      const ours = await letterViews({ ...loaded, shop, context, promises, at: viewer.now }, letters, wording, viewer);
      return {
        letters: [...lettersFor(loaded.row, context, wording, viewer), ...ours],
        address: mails && addressOf(loaded.row, context) !== null,
      };
    }),

    colleagues: served(Nothing, async (seat) => ({ colleagues: await staff.colleagues(seat.agent.storeId) })),

    available: served(Available, async (seat, { on }) => {
      const { id, storeId } = seat.agent;
      await store.setAvailable(storeId, id, on);
      staff.setAvailable(id, on);
      staff.changed(storeId);
      return {};
    }),
  };

  async function file(seat: Seat, loaded: Loaded) {
    const { row } = loaded;
    const [flow, promises, photos, mails, notes, claim, here] = await Promise.all([
      flowOf(loaded),
      store.promisesOf(row.storeId, row.id),
      store.photosOf(row.storeId, row.id),
      store.mailsOf(row.storeId, row.id),
      store.notesOf(row.storeId, row.id),
      row.caseNumber === null ? null : store.claimOf(row.storeId, row.caseNumber),
      presence.isHere(row.id),
    ]);
    const viewer = seat.viewer(row);
    const folder = { ...loaded, context: flow?.context ?? null, promises, photos, mails, notes, claim, here };
    return { desk: deskView(folder, wording, viewer), steps: stepViews(flow, (label) => wording.word(label, viewer)) };
  }

  async function flowOf({ row }: Loaded): Promise<FlowState | null> {
    const shop = await shops.byId(row.storeId);
    return shop && thaw(row.flow, shop.settings.policy);
  }
}

type Label = ReturnType<typeof stepsFor>[number]['label'];

function stepViews(flow: FlowState | null, word: (label: Label) => string): StepView[] {
  if (!flow) return [];
  const current = currentStep(flow);
  return stepsFor(flow).map(({ id, label }) => ({ id, label: word(label), current: id === current }));
}
