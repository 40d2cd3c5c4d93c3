/** A number of the world's post in groups that one can read aloud, `LZ 482 917 367 CN`; any other as it is. */
export function inGroups(number: string): string {
  const [, kind, a, b, c, country] = /^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/.exec(number) ?? [];
  return kind === undefined ? number : [kind, a, b, c, country].join('\u00A0');
}
