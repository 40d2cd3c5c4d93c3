/**
 * Other nodes, when there are any and the way to them is there. While it is not, a broadcast would wait for it: those who are here
 * shall not.
 */
import type { BroadcastOperator } from 'socket.io';

export type Spread = () => boolean;

type Events = Record<string, (...args: never[]) => void>;
interface Namespace<Out extends Events, Data> {
  local: BroadcastOperator<Out, Data>;
  /** Everybody but nobody: all. */
  except(room: string[]): BroadcastOperator<Out, Data>;
}

/** Who is told: everyone there is, or those who are connected here. */
export function toAll<Out extends Events, Data>(namespace: Namespace<Out, Data>, spread: Spread): BroadcastOperator<Out, Data> {
  return spread() ? namespace.except([]) : namespace.local;
}

/** Whether anybody in this room could hear something: on other nodes there may always be somebody. */
export function mayHear(namespace: { adapter: { rooms: Map<string, unknown> } }, room: string, spread: Spread): boolean {
  return spread() || namespace.adapter.rooms.has(room);
}
