/** One address and nothing else: no list, no name, no line that could become a header. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}

/** RFC 5321: 64 before the sign, 254 in all. */
const LONGEST = 254;
const ADDRESS = /^[^\s\p{C}@"(),:;<>[\\\]]{1,64}@[^\s\p{C}@"(),:;<>[\\\]]+\.[^\s\p{C}@"(),:;<>[\\\].]{2,}$/u;
