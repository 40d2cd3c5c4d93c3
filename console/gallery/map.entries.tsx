import type { FlowMapView } from '../../protocol/desk.ts';
import { FlowMapDialog } from '../desk/map/flow-map.tsx';
import { WireRefusal, type Wire } from '../shared/wire.ts';
import type { Entries } from './entry.ts';
import { crowdedMap, missingMap } from './side.fixtures.ts';
import { never, tellPage, toldWire } from './told-wire.ts';

const noLine = new WireRefusal('E_LINE', 'The server did not answer. Look at your connection, then try again.');

export const entries: Entries = {
  mine: () => mapOf(missingMap),
  looking: () => mapOf(missingMap, false),
  crowded: () => mapOf(crowdedMap),
  loading: () => flowMap(toldWire({ flowMap: never }), true),
  refused: () => flowMap(toldWire({ flowMap: () => Promise.reject(noLine) }), true),
  taken: () => mapOf(missingMap, true, () => Promise.reject(new WireRefusal('E_TAKEN', 'Tom Becker has this talk by now.'))),
};

function mapOf(map: FlowMapView, mayGiveBack = true, onGiveBack?: (step: string) => Promise<void>) {
  return flowMap(toldWire({ flowMap: () => ({ ok: true, map }) }), mayGiveBack, onGiveBack);
}

function flowMap(wire: Wire, mayGiveBack: boolean, onGiveBack = (step: string) => Promise.resolve(tellPage('giveBack', step))) {
  return (
    <FlowMapDialog
      wire={wire}
      conversation="conversation-maya"
      mayGiveBack={mayGiveBack}
      onGiveBack={onGiveBack}
      onClose={() => tellPage('closed')}
    />
  );
}
