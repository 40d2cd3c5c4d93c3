import { stepsFor } from '../../flows/steps.ts';
import { currentStep } from '../../flows/status.ts';
import type { FlowMapView } from '../../protocol/desk.ts';
import type { FlowState } from '../conversation/runner.ts';
import type { TimerRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';

/** The statechart of this talk's road, worded for whoever looks at it. */
export function mapView(flow: FlowState, timers: TimerRow[], wording: Wording, viewer: Viewer): FlowMapView {
  const now = currentStep(flow);
  const nodes = stepsFor(flow).map(({ id, label }, row): FlowMapView['nodes'][number] => ({
    id,
    label: wording.word(label, viewer),
    state: id === now ? 'now' : 'ahead',
    step: id,
    column: 0,
    row,
  }));
  return {
    title: wording.text(viewer, 'desk:map'),
    nodes,
    edges: [],
    done: 0,
    of: 0,
    timers: timers.map(({ dueAt, name }) => ({ at: dueAt, label: name })),
  };
}
