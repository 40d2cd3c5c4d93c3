/** A place in a layer: a box, a label, or where a line passes. */
export interface Slot {
  id: string;
  width: number;
  height: number;
  passes: boolean;
}

export interface Net {
  layers: Slot[][];
  /** Between neighbouring layers, downwards. */
  links: [from: string, to: string][];
}
