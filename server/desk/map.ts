import { flowMap } from '../../flows/map/map.ts';
import type { FlowMapView } from '../../protocol/desk.ts';
import type { FlowState } from '../conversation/runner.ts';
import type { TimerRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';

/** The statechart of this talk's road, worded for whoever looks at it. */
export function mapView(flow: FlowState, timers: TimerRow[], wording: Wording, viewer: Viewer): FlowMapView {
  const running = timers.map(({ name, dueAt }) => ({ name, dueAt }));
  return wording.word(flowMap(flow, running), viewer);
}
