/** What a picture of the flow shows, read off the machine itself: boxes, and the ways between them. */
import type { FloorTag } from '../setup.ts';

export interface Chart {
  id: string;
  title: string;
  boxes: Box[];
  ways: Way[];
}

export interface Box {
  id: string;
  name: string;
  /** Of a state within a state. */
  within: string | null;
  /** A state; the place where a topic begins; a way in or out; what holds anywhere within; a topic of the whole. */
  kind: 'state' | 'start' | 'in' | 'out' | 'anywhere' | 'topic';
  floor: FloorTag | null;
  /** It asks for nothing and goes on at once. */
  decides: boolean;
  /** What is heard here without leaving it; of many ways out, each with where it leads. */
  stays: Cause[];
}

export interface Way {
  from: string;
  to: string;
  causes: Cause[];
}

/** Why a way is taken: `promise.fellDue [isReceipt]`. */
export interface Cause {
  text: string;
  timer: boolean;
}
