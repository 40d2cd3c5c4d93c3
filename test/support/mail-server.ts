/** A real mail server in this process; what it takes can be read as a person's program would read it. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SmtpSettings } from '../../server/providers/mail-smtp.ts';

export interface Received {
  /** The envelope: who gets it, whatever the headers say. */
  to: string[];
  from: string;
  raw: string;
  mail: ParsedMail;
}

export interface MailServer {
  settings: SmtpSettings;
  received: Received[];
  /** Answers every recipient with this code from now on; null: takes them. */
  refuse(code: number | null): void;
  /** Not there any more, until it is started again on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  let refusal: number | null = null;
  let server = make();
  let port = 0;

  function make(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, done) =>
        done(refusal === null ? null : Object.assign(new Error('no such mailbox for someone@example.com'), { responseCode: refusal })),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const { mailFrom, rcptTo } = session.envelope;
          void simpleParser(raw).then((mail) => {
            const from = mailFrom === false ? '' : mailFrom.address;
            received.push({ to: rcptTo.map(({ address }) => address), from, raw: raw.toString('utf8'), mail });
            done();
          }, done);
        });
      },
    });
  }

  async function listen(): Promise<void> {
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  }

  await listen();
  return {
    settings: { host: '127.0.0.1', port, auth: null, tls: 'none', from: 'help@shop.example' },
    received,
    refuse: (code) => {
      refusal = code;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    start: async () => {
      server = make();
      await listen();
    },
  };
}
