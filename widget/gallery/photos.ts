/** Photos, drawn: a parcel on a table, from the side that the id names. */
export function drawnPhoto(id: string): string {
  const body = SIDES[id] ?? SIDES.top ?? '';
  const room = '<rect width="80" height="80" fill="#d9d2c6"/><path d="M0 58h80v22H0z" fill="#c6bdae"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="800" height="800">${room}${body}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const SIDES: Record<string, string> = {
  top: '<path d="M12 14h56v52H12z" fill="#d6b486"/><path d="M34 14h12v52H34z" fill="#efe2c8"/><path d="M50 20h15v11H50z" fill="#fffdf8"/>',
  left: '<path d="M20 19h40v46H20z" fill="#bf9765"/><path d="M34 19h12v10l-6-3-6 3z" fill="#efe2c8"/>',
  front:
    '<path d="M10 20h60v44H10z" fill="#cfac7c"/><path d="M16 34h30v23H16z" fill="#fffdf8"/><path d="M19 38h14M19 42h10" stroke="#6b5a44"/>',
  right: '<path d="M20 19h40v46H20z" fill="#c29b69"/><path d="M36 40h8l-1 7a3 3 0 0 1-6 0zM40 50v6M36 57h8" stroke="#7d5a30" fill="none"/>',
};
