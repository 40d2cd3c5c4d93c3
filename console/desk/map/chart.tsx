import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FlowMapView, FlowNode } from '../../../protocol/desk.ts';
import { word } from '../../shared/words.ts';
import { beginIn } from '../dialogs/form.tsx';
import { linesOf, linesToPeople } from './edge-paths.ts';
import { freeBeside, inReadingOrder, kindOf, labelPlaces, type Edge, type LabelPlace, type Run } from './layout.ts';
import { Legend, PEOPLE, Summary, Timers } from './legend.tsx';
import { Node, type Then } from './node.tsx';
import { useBoxes } from './use-boxes.ts';

export interface ChartProps {
  map: FlowMapView;
  mayGiveBack: boolean;
  onGiveBack: (step: string) => Promise<unknown>;
}

/** Enough free rows beside the road for the count, the legend and the hours to come; else they stand above it. */
const ASIDE_ROWS = 5;

/** Boxes in a grid, so that long words make them grow; lines between them as they were measured. */
export function Chart({ map, mayGiveBack, onGiveBack }: ChartProps) {
  const root = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<string | null>(null);
  const nodes = useMemo(() => inReadingOrder(map.nodes), [map.nodes]);
  const { boxes, width, height, isRtl, isNarrow } = useBoxes(root, [map, chosen]);
  const now = nodes.find(({ state }) => state === 'now');
  const beside = freeBeside(nodes);
  const hasRoom = beside.rows >= ASIDE_ROWS;
  const drawn = isNarrow ? map.edges.filter((edge) => isNextBelow(edge, nodes)) : map.edges;
  const [here, people] = [now && boxes.get(now.id), boxes.get(PEOPLE)];

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>('button.node') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = nextOf(isRtl ? mirrored(event.key) : event.key, at, buttons.length);
    if (at === -1 || to === null) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  useEffect(() => beginIn(root.current), []);
  useEffect(() => {
    // Where the talk is, is what one came to see.
    if (isNarrow) root.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }, [isNarrow]);

  const aside = (
    <>
      <Summary map={map} />
      <Legend mayGiveBack={mayGiveBack} />
      <Timers timers={map.timers} />
    </>
  );
  return (
    <>
      {isNarrow ? (
        <div class="above short">
          <Summary map={map} />
        </div>
      ) : (
        !hasRoom && <div class="above">{aside}</div>
      )}
      <div class={['chart', isNarrow ? 'narrow' : hasRoom ? 'roomy' : 'apart'].join(' ')} ref={root} onKeyDown={onKeyDown}>
        <svg class="lines" width={width} height={height} aria-hidden="true">
          {linesOf(drawn, isNarrow ? inOneColumn(nodes) : nodes, boxes, isRtl).map((line) => (
            <g key={line.key} class={line.done ? 'done' : undefined}>
              <path d={line.path} />
              <path class="head" d={line.head} />
            </g>
          ))}
          {!isNarrow &&
            hasRoom &&
            here &&
            people &&
            linesToPeople(here, people).map((line) => (
              <g key={line.key} class="people">
                <path d={line.path} />
                <path class="head" d={line.head} />
              </g>
            ))}
        </svg>
        <div class="nodes" role="list" aria-label={word('map.steps')}>
          {nodes.map((node) => (
            <Node
              key={node.id}
              node={node}
              then={map.edges.filter(({ from }) => from === node.id).flatMap((edge) => thenOf(edge, nodes))}
              mayGiveBack={mayGiveBack}
              isChosen={chosen === node.id}
              onChoose={() => choose(node.id)}
              onLeave={() => choose(null)}
              onGiveBack={onGiveBack}
            />
          ))}
          {!isNarrow &&
            labelPlaces(map.edges, nodes).map((place) => <Labels key={`${place.at} ${place.kind} ${place.gridRow}`} place={place} />)}
        </div>
        {hasRoom && !isNarrow && (
          <div class={`beside ${sideOf(now, beside)}`} style={{ gridRow: `${beside.from * 2 + 1} / span ${beside.rows * 2 - 1}` }}>
            {aside}
          </div>
        )}
      </div>
      {isNarrow && (
        <div class="above short">
          <Legend mayGiveBack={mayGiveBack} />
          <Timers timers={map.timers} />
        </div>
      )}
    </>
  );
}

/** Where in that room the people stand: near the step that the talk is at. */
function sideOf(now: FlowNode | undefined, { from, rows }: Run): 'high' | 'middle' | 'low' {
  const part = now === undefined ? 0.5 : (now.row - from) / (rows - 1);
  return part < 0.34 ? 'high' : part > 0.6 ? 'low' : 'middle';
}

/** Beside their lines. In one column, where only what comes next is drawn, the steps themselves say it. */
function Labels({ place }: { place: LabelPlace }) {
  const gridColumn = { main: 1, between: 2, beside: 3 }[place.at];
  return (
    <div class={`edge-labels ${place.kind} ${place.at}`} aria-hidden="true" style={{ gridColumn, gridRow: place.gridRow }}>
      {place.labels.map((label) => (
        <span key={label}>{label}</span>
      ))}
    </div>
  );
}

/** Where a step goes on, in words. */
function thenOf(edge: Edge, nodes: FlowNode[]): Then[] {
  const to = nodes.find(({ id }) => id === edge.to);
  return to && kindOf(edge, nodes) ? [{ to: to.label, when: edge.label ?? null, isNext: isNextBelow(edge, nodes) }] : [];
}

function inOneColumn(nodes: readonly FlowNode[]): FlowNode[] {
  return nodes.map((node, row) => ({ ...node, column: 0, row }));
}

/** In one column, row by row, this one stands right below. */
function isNextBelow({ from, to }: Edge, nodes: readonly FlowNode[]): boolean {
  const at = nodes.findIndex(({ id }) => id === from);
  return nodes[at + 1]?.id === to;
}

/** Where one reads from the right, onward is to the left. */
function mirrored(key: string): string {
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}

function nextOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
