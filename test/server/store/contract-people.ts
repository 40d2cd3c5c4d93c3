/** What every store must do about agents, their sessions and links, settings and the record. */
import { describe, expect, test } from 'vitest';
import type { AuditRow } from '../../../server/store/port.ts';
import { StorageError } from '../../../server/store/port.ts';
import { agent, change, DAY, link, NOW, said, shop } from './fixtures.ts';
import type { Subject } from './subject.ts';

const done = (action: string, about: Partial<AuditRow> = {}): AuditRow => ({ at: NOW, actor: 'agent-1', action, detail: {}, ...about });

export function peopleContract(subject: () => Subject): void {
  const store = () => subject().store;

  describe('agents', () => {
    test('come back as they were added, by name', async () => {
      const [zoe, ada] = [agent('z1', { name: 'Zoe', role: 'owner' }), agent('a1', { name: 'Ada', available: false, seenAt: NOW })];
      expect(await store().addAgent(zoe, 'hash of zoe')).toBe(true);
      expect(await store().addAgent(ada, null)).toBe(true);
      expect(await store().agent('shop-1', 'z1')).toEqual(zoe);
      expect(await store().agentsOf('shop-1')).toEqual([ada, zoe]);
      expect(await store().agentByEmail('z1@example.com')).toEqual({ agent: zoe, passwordHash: 'hash of zoe' });
      expect(await store().agentByEmail('a1@example.com')).toEqual({ agent: ada, passwordHash: null });
      expect(await store().agentByEmail('nobody@example.com')).toBeNull();
    });

    test.each([
      ['in the same shop', {}],
      ['in another shop', { storeId: 'shop-2' }],
      ['in other letters', { storeId: 'shop-2', email: 'MINA@Example.COM' }],
    ])('an address has one account: %s', async (_, about) => {
      const mina = agent('agent-1', { email: 'mina@example.com' });
      await store().addAgent(mina, 'first');
      expect(await store().addAgent({ ...mina, id: 'agent-2', ...about }, 'second')).toBe(false);
      expect(await store().agent('shop-1', 'agent-2')).toBeNull();
      expect(await store().agent('shop-2', 'agent-2')).toBeNull();
      expect(await store().agentByEmail('Mina@example.com')).toEqual({ agent: mina, passwordHash: 'first' });
    });

    test('two who take one address at once: one gets it', async () => {
      const other = await subject().another();
      const taken = await Promise.all([
        store().addAgent(agent('agent-1', { email: 'x@example.com' }), null),
        other.addAgent(agent('agent-2', { email: 'x@example.com', storeId: 'shop-2' }), null),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    test('are saved, but not when they were here nor since when they are', async () => {
      await store().addAgent(agent('agent-1'), 'hash');
      await store().markAgentsHere(['agent-1'], NOW + 5);
      const changed = agent('agent-1', { name: 'New', email: 'New@Example.com', role: 'lead', disabled: true, available: false });
      await store().saveAgent({ ...changed, createdAt: NOW + 9 });
      const kept = { ...changed, email: 'new@example.com', seenAt: NOW + 5 };
      expect(await store().agent('shop-1', 'agent-1')).toEqual(kept);
      expect(await store().agentByEmail('new@example.com')).toEqual({ agent: kept, passwordHash: 'hash' });
    });

    test('who says whether they take chats changes nothing else', async () => {
      await store().addAgent(agent('agent-1', { role: 'lead', disabled: true }), null);
      await store().setAvailable('shop-1', 'agent-1', false);
      expect(await store().agent('shop-1', 'agent-1')).toEqual(agent('agent-1', { role: 'lead', disabled: true, available: false }));
    });

    test('were here at the latest moment, whoever tells of it last', async () => {
      await store().addAgent(agent('agent-1'), null);
      await store().addAgent(agent('agent-2'), null);
      await store().markAgentsHere(['agent-2', 'agent-1', 'unknown'], NOW + 20);
      await store().markAgentsHere(['agent-1'], NOW + 10);
      await store().markAgentsHere([], NOW + 30);
      expect((await store().agentsOf('shop-1')).map((a) => a.seenAt)).toEqual([NOW + 20, NOW + 20]);
    });

    test('another shop is told nothing and can change nothing', async () => {
      await store().addAgent(agent('agent-1'), 'hash');
      await store().addAgentSession({ tokenHash: 's1', agentId: 'agent-1', storeId: 'shop-1', expiresAt: NOW + 10 });
      expect(await store().agent('shop-2', 'agent-1')).toBeNull();
      expect(await store().agentsOf('shop-2')).toEqual([]);
      await store().saveAgent(agent('agent-1', { storeId: 'shop-2', role: 'owner' }));
      await store().savePassword('shop-2', 'agent-1', 'stolen');
      await store().setAvailable('shop-2', 'agent-1', false);
      await store().endSessionsOf('shop-2', 'agent-1');
      expect(await store().agentByEmail('agent-1@example.com')).toEqual({ agent: agent('agent-1'), passwordHash: 'hash' });
      expect(await store().agentBySession('s1', NOW)).toEqual(agent('agent-1'));
    });

    test('get a new password', async () => {
      await store().addAgent(agent('agent-1'), 'old');
      await store().savePassword('shop-1', 'agent-1', 'new');
      expect((await store().agentByEmail('agent-1@example.com'))?.passwordHash).toBe('new');
    });
  });

  describe('sessions', () => {
    const session = (tokenHash: string, agentId = 'agent-1', expiresAt = NOW + 10, storeId = 'shop-1') =>
      store().addAgentSession({ tokenHash, agentId, storeId, expiresAt });
    const live = async (tokenHashes: string[], now = NOW) => (await store().liveSessions(tokenHashes, now)).map((s) => s.tokenHash).sort();

    test('know their agent until they expire', async () => {
      await store().addAgent(agent('agent-1'), null);
      await session('s1');
      expect(await store().agentBySession('s1', NOW + 9)).toEqual(agent('agent-1'));
      expect(await store().agentBySession('s1', NOW + 10)).toBeNull();
      expect(await store().agentBySession('unknown', NOW)).toBeNull();
      expect(await store().liveSessions(['s1', 'unknown'], NOW + 9)).toEqual([{ tokenHash: 's1', agent: agent('agent-1') }]);
      expect(await live(['s1'], NOW + 10)).toEqual([]);
    });

    test('a disabled agent has none, and one opens its own shop only', async () => {
      await store().addAgent(agent('agent-1', { disabled: true }), null);
      await store().addAgent(agent('agent-2'), null);
      await session('s1');
      await session('s2', 'agent-2', NOW + 10, 'shop-2');
      expect(await store().agentBySession('s1', NOW)).toBeNull();
      expect(await store().agentBySession('s2', NOW)).toBeNull();
      expect(await live(['s1', 's2'])).toEqual([]);
    });

    test('tell of the agent as they are now', async () => {
      await store().addAgent(agent('agent-1', { role: 'owner' }), null);
      await session('s1');
      await store().saveAgent(agent('agent-1', { role: 'agent' }));
      expect(await store().liveSessions(['s1'], NOW)).toEqual([{ tokenHash: 's1', agent: agent('agent-1') }]);
      await store().saveAgent(agent('agent-1', { disabled: true }));
      expect(await live(['s1'])).toEqual([]);
    });

    test('are asked for in any number, each told once', async () => {
      await store().addAgent(agent('agent-1'), null);
      await Promise.all(['a', 'b', 'c'].map((id) => session(id)));
      const many = Array.from({ length: 2500 }, (_, i) => `unknown-${i}`);
      expect(await live(['a', ...many.slice(0, 1200), 'b', 'a', ...many.slice(1200), 'c'])).toEqual(['a', 'b', 'c']);
      expect(await live(['c', 'c', 'c'])).toEqual(['c']);
      expect(await live([])).toEqual([]);
    });

    test('end one by one, or all but one', async () => {
      await store().addAgent(agent('agent-1'), null);
      await store().addAgent(agent('agent-2'), null);
      await Promise.all([session('a'), session('b'), session('c'), session('d', 'agent-2')]);
      await store().endSession('a');
      expect(await live(['a', 'b', 'c', 'd'])).toEqual(['b', 'c', 'd']);
      await store().endSessionsOf('shop-1', 'agent-1', 'c');
      expect(await live(['a', 'b', 'c', 'd'])).toEqual(['c', 'd']);
      await store().endSessionsOf('shop-1', 'agent-1');
      expect(await live(['a', 'b', 'c', 'd'])).toEqual(['d']);
    });

    test('and links that are over are swept away, others stay', async () => {
      await store().addAgent(agent('agent-1'), null);
      await Promise.all([session('old', 'agent-1', NOW), session('young', 'agent-1', NOW + 1)]);
      await store().addLink(link('old-link', { expiresAt: NOW }));
      await store().addLink(link('young-link', { expiresAt: NOW + 1 }));
      await store().sweepSessions(NOW);
      expect((await subject().sql('SELECT token_hash FROM agent_sessions')).map((r) => r.token_hash)).toEqual(['young']);
      expect((await subject().sql('SELECT id FROM links')).map((r) => r.id)).toEqual(['young-link']);
    });
  });

  describe('links', () => {
    const made = (about: Parameters<typeof agent>[1] = {}) => ({
      agent: agent('new', { email: 'new@example.com', ...about }),
      passwordHash: 'hash',
      audit: done('joined', { actor: 'new' }),
    });

    test('come back as they were made until they expire', async () => {
      const invite = link('l1', { name: 'Ada', role: 'lead' });
      const setUp = link('l2', { kind: 'setUp', storeId: null, email: null, role: 'owner' });
      await store().addLink(invite);
      await store().addLink(setUp);
      expect(await store().link('hash-of-l1', NOW + DAY - 1)).toEqual(invite);
      expect(await store().link('hash-of-l1', NOW + DAY)).toBeNull();
      expect(await store().link('hash-of-l2', NOW)).toEqual(setUp);
      expect(await store().link('unknown', NOW)).toBeNull();
    });

    test('invitations are listed and taken back by their own shop', async () => {
      await store().addAgent(agent('agent-1'), null);
      const [first, second] = [link('z-first'), link('a-second', { createdAt: NOW + 1 })];
      await store().addLink(second);
      await store().addLink(first);
      await store().addLink(link('over', { expiresAt: NOW + 5 }));
      await store().addLink(link('reset', { kind: 'password', agentId: 'agent-1' }));
      await store().addLink(link('theirs', { storeId: 'shop-2' }));
      expect(await store().invitesOf('shop-1', NOW + 5)).toEqual([first, second]);
      expect(await store().removeInvite('shop-2', 'z-first')).toBe(false);
      expect(await store().removeInvite('shop-1', 'reset')).toBe(false);
      expect(await store().removeInvite('shop-1', 'unknown')).toBe(false);
      expect(await store().removeInvite('shop-1', 'z-first')).toBe(true);
      expect(await store().removeInvite('shop-1', 'z-first')).toBe(false);
      expect(await store().invitesOf('shop-1', NOW + 5)).toEqual([second]);
      expect(await store().link('hash-of-reset', NOW)).not.toBeNull();
    });

    test('an invitation makes an account, once', async () => {
      await store().addLink(link('l1'));
      expect(await store().takeLink('hash-of-l1', NOW, made())).toEqual({ ok: true });
      expect(await store().agentByEmail('new@example.com')).toEqual({ agent: made().agent, passwordHash: 'hash' });
      expect(await store().link('hash-of-l1', NOW)).toBeNull();
      expect(await store().auditOf('shop-1', null, 10)).toMatchObject([{ action: 'joined', actor: 'new', conversationId: null }]);
      const again = { ...made(), agent: agent('second', { email: 'second@example.com' }) };
      expect(await store().takeLink('hash-of-l1', NOW, again)).toEqual({ ok: false, reason: 'used' });
      expect(await store().agent('shop-1', 'second')).toBeNull();
      expect(await store().auditOf('shop-1', null, 10)).toHaveLength(1);
    });

    test('one that has expired makes nothing', async () => {
      await store().addLink(link('l1', { expiresAt: NOW }));
      expect(await store().takeLink('hash-of-l1', NOW, made())).toEqual({ ok: false, reason: 'used' });
      expect(await store().agentsOf('shop-1')).toEqual([]);
    });

    test('where the address has an account nothing is written, and the link stays good', async () => {
      await store().addAgent(agent('there', { storeId: 'shop-2', email: 'new@example.com' }), 'theirs');
      await store().addLink(link('l1'));
      expect(await store().takeLink('hash-of-l1', NOW, made({ email: 'NEW@example.com' }))).toEqual({ ok: false, reason: 'exists' });
      expect(await store().agentsOf('shop-1')).toEqual([]);
      expect(await store().auditOf('shop-1', null, 10)).toEqual([]);
      expect(await store().takeLink('hash-of-l1', NOW, made({ email: 'free@example.com' }))).toEqual({ ok: true });
    });

    test('two takers of one link: one wins', async () => {
      await store().addLink(link('l1'));
      const other = await subject().another();
      const taker = (n: number) => ({ ...made(), agent: agent(`taker-${n}`) });
      const results = await Promise.all([0, 1, 2, 3].map((n) => (n % 2 === 0 ? store() : other).takeLink('hash-of-l1', NOW, taker(n))));
      expect(results.filter((r) => r.ok)).toHaveLength(1);
      expect(results.filter((r) => !r.ok)).toEqual(Array.from({ length: 3 }, () => ({ ok: false, reason: 'used' })));
      expect(await store().agentsOf('shop-1')).toHaveLength(1);
      expect(await store().auditOf('shop-1', null, 10)).toHaveLength(1);
    });

    test('the first owner’s makes the shop too, all or nothing', async () => {
      await store().addLink(link('l1', { kind: 'setUp', storeId: null, email: null, role: 'owner' }));
      const owner = { ...made({ storeId: 'shop-3', role: 'owner' }), shop: shop('shop-3') };
      const taken = { ...owner, shop: { ...owner.shop, key: 'key-of-shop-1' } };
      await expect(store().takeLink('hash-of-l1', NOW, taken)).rejects.toBeInstanceOf(StorageError);
      expect(await store().agentByEmail('new@example.com')).toBeNull();
      await store().addAgent(agent('there', { email: 'there@example.com' }), null);
      const known = { ...owner, agent: { ...owner.agent, email: 'there@example.com' } };
      expect(await store().takeLink('hash-of-l1', NOW, known)).toEqual({ ok: false, reason: 'exists' });
      expect(await store().shopById('shop-3')).toBeNull();
      expect(await store().takeLink('hash-of-l1', NOW, owner)).toEqual({ ok: true });
      expect(await store().shopById('shop-3')).toEqual(shop('shop-3'));
      expect(await store().agent('shop-3', 'new')).toEqual(owner.agent);
      expect(await store().auditOf('shop-3', null, 10)).toHaveLength(1);
    });

    test('one of a password changes it and ends every session', async () => {
      const mina = agent('agent-1', { role: 'owner', seenAt: NOW });
      await store().addAgent(mina, 'old');
      await store().addAgentSession({ tokenHash: 's1', agentId: 'agent-1', storeId: 'shop-1', expiresAt: NOW + 10 });
      await store().addLink(link('l1', { kind: 'password', agentId: 'agent-1' }));
      const reset = { agent: { ...mina, name: 'Not written' }, passwordHash: 'new', audit: done('password') };
      expect(await store().takeLink('hash-of-l1', NOW, reset)).toEqual({ ok: true });
      expect(await store().agentByEmail(mina.email)).toEqual({ agent: mina, passwordHash: 'new' });
      expect(await store().agentBySession('s1', NOW)).toBeNull();
      expect(await store().takeLink('hash-of-l1', NOW, { ...reset, passwordHash: 'later' })).toEqual({ ok: false, reason: 'used' });
      expect((await store().agentByEmail(mina.email))?.passwordHash).toBe('new');
    });

    test('what does not fit a link is a bug and writes nothing', async () => {
      await store().addAgent(agent('agent-1'), 'old');
      await store().addAgent(agent('agent-2'), 'old');
      await store().addLink(link('invite'));
      await store().addLink(link('reset', { kind: 'password', agentId: 'agent-1' }));
      await expect(store().takeLink('hash-of-invite', NOW, made({ storeId: 'shop-2' }))).rejects.toThrow(/own shop/);
      await expect(store().takeLink('hash-of-invite', NOW, made({ role: 'owner' }))).rejects.toThrow(/own role/);
      await expect(store().takeLink('hash-of-invite', NOW, { ...made(), shop: shop('shop-3') })).rejects.toThrow(/no other/);
      await expect(store().takeLink('hash-of-reset', NOW, { ...made(), agent: agent('agent-2') })).rejects.toThrow(/own account/);
      expect(await store().agentsOf('shop-1')).toHaveLength(2);
      expect((await store().agentByEmail('agent-2@example.com'))?.passwordHash).toBe('old');
      expect(await store().link('hash-of-invite', NOW)).not.toBeNull();
    });
  });

  describe('settings', () => {
    const named = (name: string) => ({ ...shop().settings, name });

    test('are changed by whoever read them last, with a line in the record', async () => {
      expect(await store().changeSettings('shop-1', NOW, named('First'), NOW + 5, done('settings'))).toBe(true);
      expect(await store().changeSettings('shop-1', NOW, named('Outdated'), NOW + 9, done('outdated'))).toBe(false);
      expect(await store().shopById('shop-1')).toEqual({ ...shop('shop-1'), settings: named('First'), updatedAt: NOW + 5 });
      expect(await store().shopById('shop-2')).toEqual(shop('shop-2'));
      expect((await store().auditOf('shop-1', null, 10)).map((row) => row.action)).toEqual(['settings']);
    });

    test('get another version although the clock stands still or goes back', async () => {
      expect(await store().changeSettings('shop-1', NOW, named('First'), NOW, done('settings'))).toBe(true);
      expect((await store().shopById('shop-1'))?.updatedAt).toBe(NOW + 1);
      expect(await store().changeSettings('shop-1', NOW + 1, named('Second'), NOW - DAY, done('settings'))).toBe(true);
      expect((await store().shopById('shop-1'))?.updatedAt).toBe(NOW + 2);
    });

    test('two at once: one wins', async () => {
      const other = await subject().another();
      const saved = await Promise.all([
        store().changeSettings('shop-1', NOW, named('Here'), NOW + 1, done('here')),
        other.changeSettings('shop-1', NOW, named('There'), NOW + 2, done('there')),
        store().changeSettings('shop-1', NOW, named('Again'), NOW + 3, done('again')),
      ]);
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect(await store().auditOf('shop-1', null, 10)).toHaveLength(1);
    });
  });

  describe('the record', () => {
    test('is read newest first in pages, each shop its own', async () => {
      await store().commit(change('c1', { messages: [said(1)], audit: [done('took', { detail: { from: 'bot', first: true } })] }));
      for (const n of [1, 2, 3]) await store().addAudit('shop-1', done(`did ${n}`, { at: NOW + n }), n === 2 ? 'c1' : undefined);
      await store().addAudit('shop-2', done('theirs'));
      const first = await store().auditOf('shop-1', null, 2);
      expect(first).toMatchObject([
        { at: NOW + 3, actor: 'agent-1', action: 'did 3', conversationId: null },
        { action: 'did 2', conversationId: 'c1' },
      ]);
      const rest = await store().auditOf('shop-1', first[1]?.id ?? 0, 10);
      expect(rest.map((row) => row.action)).toEqual(['did 1', 'took']);
      expect(rest[1]).toMatchObject({ at: NOW, conversationId: 'c1', detail: { from: 'bot', first: true } });
      expect(await store().auditOf('shop-1', rest[1]?.id ?? 0, 10)).toEqual([]);
      expect((await store().auditOf('shop-2', null, 10)).map((row) => row.action)).toEqual(['theirs']);
    });

    test('can not be rewritten where it belongs to no conversation either', async () => {
      await store().addAudit('shop-1', done('invited'));
      await expect(subject().sql(`UPDATE audit SET actor = 'nobody'`)).rejects.toThrow(/append-only/);
      await expect(subject().sql('DELETE FROM audit')).rejects.toThrow(/append-only/);
    });
  });
}
