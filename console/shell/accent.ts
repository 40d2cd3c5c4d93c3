/** The shop's colour, from which all others follow. */
export function paint(color: string | null): void {
  const { style } = document.documentElement;
  if (color !== null && /^#[\da-f]{6}$/i.test(color)) style.setProperty('--store-accent', color);
  else style.removeProperty('--store-accent');
}
