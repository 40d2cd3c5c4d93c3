import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailSmtp } from '../../../server/providers/mail-smtp.ts';
import { MailRefused } from '../../../server/providers/ports.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const mail = {
  to: 'anna@example.com',
  fromName: 'Paper & Co',
  subject: 'News',
  text: 'Text',
  html: '<p>Text</p>',
  messageId: 'mail-1',
  thread: 'talk-1',
};

describe('a mail by SMTP', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  beforeEach(() => {
    server.received.length = 0;
    server.refuse(null);
  });
  afterAll(() => server.stop());

  it('goes out as text and HTML, under its name and in its thread', async () => {
    const smtp = createMailSmtp(server.settings);
    await smtp.send(mail);
    smtp.close?.();
    const got = server.received[0]?.mail;
    expect(got).toMatchObject({ subject: 'News', messageId: '<mail-1@shop.example>', references: '<talk-1@shop.example>' });
    expect([got?.text?.trim(), got?.html]).toEqual(['Text', '<p>Text</p>']);
  });

  it.each([
    ['subject', 'News\r\nBcc: other@example.com'],
    ['subject', 'News\u2028Bcc: other@example.com'],
    ['fromName', 'Shop\r\nBcc: other@example.com\r\n\r\nbody'],
    ['fromName', 'Shop" <other@example.com>, "x'],
    ['messageId', 'x>\r\nBcc: other@example.com'],
    ['thread', 'x>\r\nBcc: other@example.com'],
  ])('gets no header from its %s: %j', async (name, value) => {
    const smtp = createMailSmtp(server.settings);
    await smtp.send({ ...mail, [name]: value });
    smtp.close?.();
    const [received] = server.received;
    expect(received?.to).toEqual(['anna@example.com']);
    expect(received?.raw.slice(0, received.raw.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/im);
    expect(received?.mail.from?.value.map(({ address }) => address)).toEqual(['help@shop.example']);
  });

  it('does not go out in clear where TLS is demanded', async () => {
    const smtp = createMailSmtp({ ...server.settings, tls: 'required' });
    await expect(smtp.send(mail)).rejects.toThrow();
    smtp.close?.();
    expect(server.received).toEqual([]);
  });

  it.each([
    [550, true],
    [421, false],
    [450, false],
  ])('that is answered with %i is refused for good: %s', async (code, isFinal) => {
    server.refuse(code);
    const smtp = createMailSmtp(server.settings);
    const error = await smtp.send(mail).catch((thrown: unknown) => thrown);
    smtp.close?.();
    expect(error instanceof MailRefused).toBe(isFinal);
    expect(server.received).toEqual([]);
  });
});
