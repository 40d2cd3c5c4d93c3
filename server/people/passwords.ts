/**
 * Passwords, kept as argon2id in the PHC form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. The work is done on the thread pool, at most
 * two at once: a flood of tries leaves threads for files and databases, and never holds more memory than two need.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refused } from '../errors.ts';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** `stored`: null does the same work and answers no, so that nobody can tell by the clock. `outdated`: it fits, but was made with
   *  other costs than ours; hash it anew. Rejects with `E_RATE` where too many wait already. */
  check(password: string, stored: string | null): Promise<{ ok: boolean; outdated: boolean }>;
}

export interface Cost {
  /** KiB */
  memory: number;
  passes: number;
  parallelism: number;
}

/** Above the least that OWASP names (19 MiB, 2 passes), and still under a tenth of a second on a small machine. */
export const COST: Cost = { memory: 32 * 1024, passes: 2, parallelism: 1 };

const AT_ONCE = 2;
const MAX_WAITING = 64;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export function createPasswords(cost: Cost = COST): Passwords {
  const inTurn = createTurns(AT_ONCE, MAX_WAITING);
  const noAccount: Stored = { ...cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };

  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      return write({ ...cost, salt, hash: await inTurn(() => derive(password, { ...cost, salt })) });
    },
    check: async (password, stored) => {
      const known = stored === null ? null : read(stored);
      const wanted = known ?? noAccount;
      const found = await inTurn(() => derive(password, wanted));
      const ok = timingSafeEqual(found, wanted.hash) && known !== null;
      return { ok, outdated: ok && !isSameCost(wanted, cost) };
    },
  };
}

/** 77 random bits that can be read out and typed: `k7mq-x2wd-9rtn-h4vc`. For those who did not choose one themselves. */
export function newPassword(random: (size: number) => Buffer = randomBytes): string {
  const letters: string[] = [];
  while (letters.length < 16) {
    const byte = random(1)[0] ?? 255;
    if (byte < 256 - (256 % LETTERS.length)) letters.push(LETTERS.charAt(byte % LETTERS.length));
  }
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** Nothing that is mistaken for another when written by hand, and no vowels. */
const LETTERS = '23456789bcdfghjkmnpqrstvwxyz';

interface Stored extends Cost {
  salt: Buffer;
  hash: Buffer;
}

const run = promisify(argon2);

/** One way to write each character, so that the same password typed on another keyboard is the same bytes. */
function derive(password: string, { memory, passes, parallelism, salt }: Omit<Stored, 'hash'>): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  return run('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: HASH_BYTES });
}

function write({ memory, passes, parallelism, salt, hash }: Stored): string {
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${saltText}$${hashText}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]{43})$/;

function read(text: string): Stored | null {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(text) ?? [];
  if (salt === undefined || hash === undefined) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function isSameCost(a: Cost, b: Cost): boolean {
  return a.memory === b.memory && a.passes === b.passes && a.parallelism === b.parallelism;
}

/** Lets `atOnce` work, `maxWaiting` wait in order, and tells the rest to come again. */
function createTurns(atOnce: number, maxWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let working = 0;

  return async (work) => {
    if (working < atOnce) working += 1;
    else if (waiting.length >= maxWaiting) throw new Refused('E_RATE', 1_000);
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits longest takes over this place, or it is free.
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
