/** The fewest steps from the start over where the talk is now to the end. */
export function shortestWay(edges: readonly { from: string; to: string }[], start: string, now: string | null, end: string): string[] {
  if (now === null) return between(edges, start, end);
  return [...between(edges, start, now), ...between(edges, now, end).slice(1)];
}

function between(edges: readonly { from: string; to: string }[], start: string, end: string): string[] {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (let at = queue.shift(); at !== undefined && !cameFrom.has(end); at = queue.shift()) {
    for (const { from, to } of edges) {
      if (from !== at || cameFrom.has(to)) continue;
      cameFrom.set(to, at);
      queue.push(to);
    }
  }
  const way: string[] = [];
  for (let at = cameFrom.has(end) ? end : null; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}
