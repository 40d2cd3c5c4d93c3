import { describe, expect, it } from 'vitest';
import { COST, createPasswords, newPassword } from '../../../server/people/passwords.ts';

const cheap = { memory: 8, passes: 1, parallelism: 1 };
const passwords = createPasswords(cheap);

describe('a password', () => {
  it('fits its hash and no other does', async () => {
    const hash = await passwords.hash('correct horse battery');
    expect(await passwords.check('correct horse battery', hash)).toEqual({ ok: true, outdated: false });
    for (const other of ['correct horse batter', 'Correct horse battery', 'correct horse battery ', ''])
      expect(await passwords.check(other, hash)).toEqual({ ok: false, outdated: false });
  });

  it('is salted: the same one twice makes two hashes', async () => {
    expect(await passwords.hash('same')).not.toBe(await passwords.hash('same'));
  });

  it('fits a hash that another program made', async () => {
    // The reference implementation's: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 -e
    const known = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await passwords.check('password', known)).toEqual({ ok: true, outdated: true });
  });

  it('is the same however the keyboard composes its letters', async () => {
    expect((await passwords.check('Caf\u0065\u0301 am Ring', await passwords.hash('Caf\u00e9 am Ring'))).ok).toBe(true);
  });

  it('fits nothing where there is no hash, or none that we know', async () => {
    for (const stored of [null, '', 'x', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=8,t=1,p=1$$'])
      expect(await passwords.check('x', stored)).toEqual({ ok: false, outdated: false });
  });

  it('costs no less than is held to be safe today', () => {
    expect(COST.memory).toBeGreaterThanOrEqual(19 * 1024);
    expect(COST.passes).toBeGreaterThanOrEqual(2);
  });
});

it('a flood waits in line, and its tail is told to come again; nobody in the line is lost', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 100 }, () => passwords.check('x', null)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2 + 64);
  const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => (reason as { code: string }).code);
  expect(new Set(refused)).toEqual(new Set(['E_RATE']));
  // And then there is room again.
  expect(await passwords.check('x', null)).toEqual({ ok: false, outdated: false });
});

it('one that we make can be read out, and is never the same', () => {
  const made = Array.from({ length: 100 }, () => newPassword());
  for (const password of made) expect(password).toMatch(/^([2-9bcdfghjkmnpqrstvwxyz]{4}-){3}[2-9bcdfghjkmnpqrstvwxyz]{4}$/);
  expect(new Set(made).size).toBe(100);
});
