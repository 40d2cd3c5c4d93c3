/** The shop's letters at the desk: which fit, and what sending one does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterView } from '../../../protocol/desk.ts';
import type { OutgoingMail } from '../../../server/providers/ports.ts';
import { openAgent, type TestAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { freshId } from '../../support/shopper.ts';
import { caseOpen, photosAsked, talk } from './talks.ts';

let test: TestApp;
let mei: TestAgent;
const sent: OutgoingMail[] = [];
beforeAll(async () => {
  test = await startApp({ mail: { send: (mail) => Promise.resolve(void sent.push(mail)) } });
  mei = await openAgent(test.url, test.store, test.shop.id, 'Mei', test.clock.now());
});
afterAll(() => test.close());

async function offered(of: { conversation: string }) {
  const answer = await mei.emit('letters', of);
  if (!answer.ok) return expect.fail(answer.code);
  const { letters, address } = answer as unknown as { letters: LetterView[]; address: boolean };
  return { ids: letters.flatMap(({ letter }) => letter ?? []), letters, address };
}

describe('the letters of a talk', () => {
  it('are those of which what they say is so, with the facts filled in', async () => {
    const one = await caseOpen(test);
    const { ids, letters, address } = await offered(one.of);
    expect(ids).toEqual(expect.arrayContaining(['signedNotReceived', 'postOffice', 'carrierClaim']));
    for (const none of ['lost', 'duties', 'late', 'closed', 'evidenceReceived']) expect(ids).not.toContain(none);
    expect(address).toBe(true);
    const signed = letters.find(({ letter }) => letter === 'signedNotReceived');
    expect(signed).toMatchObject({ as: 'mail', title: 'Signed for, not received' });
    expect(signed?.text).toContain('1003');
    expect(signed?.text).not.toMatch(/\{\{|\*\*/);
    expect(letters.find(({ letter }) => letter === 'postOffice')).toMatchObject({ as: 'print' });
    one.close();
  });

  it('speak of missing items where something is missing', async () => {
    const one = await photosAsked(test);
    expect((await offered(one.of)).ids).toEqual(expect.arrayContaining(['evidenceReceived', 'postOffice']));
    one.close();
  });

  it('are none that could be mailed where no order is proven', async () => {
    const one = await talk(test);
    expect(await offered(one.of)).toMatchObject({ ids: [], address: false });
    expect(await mei.emit('sendLetter', { ...one.of, id: freshId(), letter: 'lost' })).toMatchObject({
      code: 'E_NOT_ALLOWED',
      text: 'No e-mail address is known for this talk.',
    });
    one.close();
  });
});

describe('sending one', () => {
  it('puts it into the outbox in the commit that tells of it in the talk, once, with its audit', async () => {
    const one = await caseOpen(test);
    const letter = { ...one.of, id: freshId(), letter: 'signedNotReceived' } as const;
    const first = await mei.emit('sendLetter', letter);
    expect(first).toMatchObject({ ok: true });
    expect(await mei.emit('sendLetter', letter)).toEqual(first);
    const told = (await test.store.messages(test.shop.id, one.of.conversation, 0, 200)).filter(({ id }) => id === letter.id);
    expect(told).toMatchObject([{ from: 'system', body: { kind: 'line', text: { $t: 'letters:sent', p: { name: 'Mei' } } } }]);
    const audits = (await test.store.auditOf(test.shop.id, null, 50)).filter(({ action }) => action === 'letter.sent');
    expect(audits).toMatchObject([{ conversationId: one.of.conversation, actor: mei.row.id, detail: { letter: 'signedNotReceived' } }]);
    // It is about nothing that was said here, so it goes out at once, also where the chat is read to the end.
    await test.app.conversations.seen(one.ref, 'shopper', 1_000);
    await test.app.tick();
    await test.app.idle();
    const mails = (await test.store.mailsOf(test.shop.id, one.of.conversation)).filter(
      (mail) => mail.letter === 'signedNotReceived' && mail.afterSeq === mail.throughSeq,
    );
    expect(mails).toMatchObject([{ state: 'sent' }]);
    expect(sent.filter(({ subject }) => subject.startsWith('Order 1003 is shown as delivered'))).toMatchObject([
      { to: 'anna@example.com', text: expect.stringContaining('You told us that order 1003') as string },
    ]);
    one.close();
  });

  it('is not possible where no letters go out', async () => {
    const silent = await startApp({ mail: null });
    const ida = await openAgent(silent.url, silent.store, silent.shop.id, 'Ida', silent.clock.now());
    const one = await caseOpen(silent);
    expect(await ida.emit('letters', one.of)).toMatchObject({ ok: true, address: false });
    const letter = { ...one.of, id: freshId(), letter: 'signedNotReceived' };
    expect(await ida.emit('sendLetter', letter)).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
    one.close();
    await silent.close();
  });

  it.each(['lost', 'duties', 'late', 'postOffice', 'carrierClaim'] as const)(
    'one that does not fit, or is printed, goes nowhere: %s',
    async (letter) => {
      const one = await caseOpen(test);
      const before = await test.store.conversation(test.shop.id, one.of.conversation);
      expect(await mei.emit('sendLetter', { ...one.of, id: freshId(), letter })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
      expect(await test.store.conversation(test.shop.id, one.of.conversation)).toEqual(before);
      one.close();
    },
  );

  it('names the date that was missed where a promise is late', async () => {
    const one = await caseOpen(test);
    const [promise] = await test.store.promisesOf(test.shop.id, one.of.conversation);
    test.clock.advance((promise?.dueAt ?? 0) - test.clock.now() + 60_000);
    const { letters } = await offered(one.of);
    expect(letters.find(({ letter }) => letter === 'late')?.text).toMatch(/We promised it by .*, and we don't have it yet/);
    one.close();
  });
});
