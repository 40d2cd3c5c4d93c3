/** How a photo lies in its stage. Pixels from the middle of the stage; `zoom` 1 shows all of it. */
export interface Lie {
  zoom: number;
  x: number;
  y: number;
  /** Quarter turns to the right, not taken back to 0 after four: so that it never spins the long way. */
  turns: number;
}

export interface Size {
  width: number;
  height: number;
}

export const AS_IT_IS: Lie = { zoom: 1, x: 0, y: 0, turns: 0 };
export const MOST_ZOOM = 8;

/** The size at which all of it is seen, before it is turned; never larger than it is. */
export function fitted(photo: Size, stage: Size, turns: number): Size {
  const [width, height] = turns % 2 === 0 ? [photo.width, photo.height] : [photo.height, photo.width];
  if (width === 0 || height === 0) return { width: 0, height: 0 };
  const scale = Math.min(stage.width / width, stage.height / height, 1);
  return { width: photo.width * scale, height: photo.height * scale };
}

/** Larger or smaller, with what lies under `at` staying under it. */
export function zoomedTo(lie: Lie, zoom: number, at: { x: number; y: number }, photo: Size, stage: Size): Lie {
  const next = Math.min(MOST_ZOOM, Math.max(1, zoom));
  const by = next / lie.zoom;
  return held({ ...lie, zoom: next, x: at.x - (at.x - lie.x) * by, y: at.y - (at.y - lie.y) * by }, photo, stage);
}

export function movedBy(lie: Lie, by: { x: number; y: number }, photo: Size, stage: Size): Lie {
  return held({ ...lie, x: lie.x + by.x, y: lie.y + by.y }, photo, stage);
}

export function turned(lie: Lie): Lie {
  return { ...AS_IT_IS, turns: lie.turns + 1 };
}

/** Its edges don't come further in than the stage's; along a side that it doesn't fill it stays in the middle. */
function held(lie: Lie, photo: Size, stage: Size): Lie {
  const { width, height } = fitted(photo, stage, lie.turns);
  const [wide, high] = lie.turns % 2 === 0 ? [width, height] : [height, width];
  const room = { x: Math.max(0, (wide * lie.zoom - stage.width) / 2), y: Math.max(0, (high * lie.zoom - stage.height) / 2) };
  return { ...lie, x: clamp(lie.x, room.x), y: clamp(lie.y, room.y) };
}

const clamp = (value: number, room: number) => Math.min(room, Math.max(-room, value)) || 0;
