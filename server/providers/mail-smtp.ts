/** Mails by SMTP, over a few connections that are kept. */
import { createTransport } from 'nodemailer';
import { MailRefused, type MailProvider } from './ports.ts';

export interface SmtpSettings {
  host: string;
  port: number;
  auth: { user: string; pass: string } | null;
  /** From the first byte on; after a greeting in clear; not at all, which only an address of this machine gets unasked. */
  tls: 'implicit' | 'required' | 'none';
  /** The sender's address; the shop's name stands before it. */
  from: string;
}

const CONNECTIONS = 3;
const LONGEST_SUBJECT = 200;

export function createMailSmtp({ host, port, auth, tls, from }: SmtpSettings): MailProvider {
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host,
    port,
    ...(auth && { auth }),
    secure: tls === 'implicit',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    // A server that hangs must not hold the next letters up.
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const id = (name: string) => `<${name.replaceAll(/[^A-Za-z0-9._-]/g, '')}@${domain}>`;

  return {
    async send({ to, fromName, subject, text, html, messageId, thread, replyTo }) {
      try {
        await transport.sendMail({
          from: { name: oneLine(fromName), address: from },
          to: { name: '', address: to },
          // Who gets it is said here, so that nothing in a header can add another.
          envelope: { from, to: [to] },
          ...(replyTo !== undefined && { replyTo }),
          subject: [...oneLine(subject)].slice(0, LONGEST_SUBJECT).join(''),
          text,
          html,
          messageId: id(messageId),
          references: id(thread),
          inReplyTo: id(thread),
          // Holiday answers and the like stay away.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw isFinal(error) ? new MailRefused('the address was refused', { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** A line break would begin a header of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** The recipient itself was refused for good; a wrong password of ours or a full queue is not that. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false;
  return error.code === 'EENVELOPE' && Number(error.responseCode) >= 500;
}
