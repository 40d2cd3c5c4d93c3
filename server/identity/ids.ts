import { randomBytes } from 'node:crypto';
import type { RandomBytes } from './tokens.ts';

export interface Ids {
  /** 128 random bits, base64url: 22 characters. For rows, photos, anything that must not be guessed. */
  newId(): string;
  /** `TW-4K7QX`: short enough to read out on the phone. No secret, and not unique by itself: the store says if it is taken. */
  newCaseNumber(): string;
}

/** No vowels, so that no word appears; nothing that is mistaken for another when read out or written by hand. */
const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const CASE_LENGTH = 5;

export function createIds(random: RandomBytes = randomBytes): Ids {
  const draw = pooled(random);
  return {
    newId: () => draw(16).toString('base64url'),
    newCaseNumber: () => `TW-${Array.from({ length: CASE_LENGTH }, letter).join('')}`,
  };

  // Bytes past the last whole multiple would favour the first letters.
  function letter(): string {
    const fair = 256 - (256 % LETTERS.length);
    let byte = fair;
    while (byte >= fair) byte = draw(1)[0] ?? fair;
    return LETTERS.charAt(byte % LETTERS.length);
  }
}

const POOL_BYTES = 4096;

/** Each question to the system's generator costs microseconds, and every message asks: so a few thousand bytes at a time. */
function pooled(random: RandomBytes): RandomBytes {
  let pool: Buffer = Buffer.alloc(0);
  return (size) => {
    if (pool.length < size) pool = random(POOL_BYTES);
    const bytes = pool.subarray(0, size);
    pool = pool.subarray(size);
    return bytes;
  };
}
