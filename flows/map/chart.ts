/** How a road is drawn: one main road from top to bottom, and what branches off beside it. */
import type { CaseStage } from '../../protocol/case.ts';
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import type { FlowContext } from '../context.ts';
import type { StepId } from '../step-ids.ts';

export interface ChartNode {
  id: string;
  label: Words;
  /** States of the machine that this node stands for, each with all that lies in it. */
  paths: readonly string[];
  /** Where several nodes stand for one state: the stages of the case at which it is this one; `none` is no case. */
  stages?: readonly (CaseStage | 'none')[];
  /** Of several nodes for one state, the one when no other fits. */
  rest?: true;
  done: (context: FlowContext) => boolean;
  steps: readonly StepId[];
  progress?: (context: FlowContext) => { done: number; of: number };
  note?: (context: FlowContext) => Words | null;
  end?: true;
}

export interface Chart {
  title: Words;
  /** From the start to the end; each leads to the next. */
  main: readonly ChartNode[];
  /** Beside the main road, from the row of `at` on downwards. */
  side: readonly (ChartNode & { at: string })[];
  /** Besides those of the main road; a label here is also that of a main road's edge. */
  edges: readonly ChartEdge[];
}

export interface ChartEdge {
  from: string;
  to: string;
  label?: Words;
}

export function edge(from: string, to: string, label?: EdgeLabel): ChartEdge {
  return label === undefined ? { from, to } : { from, to, label: t(`line:map.edge.${label}`) };
}

export type EdgeLabel =
  'noNews' | 'lost' | 'sendAgain' | 'moneyBack' | 'notPacked' | 'leftComplete' | 'freshScan' | 'notThere' | 'arrived' | 'again' | 'filed';

export function beside(at: string, node: ChartNode): ChartNode & { at: string } {
  return { ...node, at };
}
