import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';

const read = (env: Record<string, string>) =>
  readConfig({ MAIL_FROM: 'help@shop.example', PUBLIC_URL: 'https://help.shop.example', ...env }, []).mail;

describe('how letters go out', () => {
  it('is not at all, unless it is said', () => {
    expect(read({})).toBeNull();
    expect(read({ SMTP_URL: '' })).toBeNull();
  });

  it.each([
    ['smtps://mail.example.com', { host: 'mail.example.com', port: 465, auth: null, tls: 'implicit' }],
    ['smtp://mail.example.com', { port: 587, tls: 'required' }],
    ['smtp://u%40x:p%3Aw@mail.example.com:2525', { port: 2525, auth: { user: 'u@x', pass: 'p:w' }, tls: 'required' }],
    ['smtp://127.0.0.1:1025', { port: 1025, tls: 'none' }],
    ['smtp://localhost', { tls: 'none' }],
    ['smtp://mailbox:1025?tls=none', { tls: 'none' }],
    ['smtp://127.evil.example', { tls: 'required' }],
  ])('is read from %s', (url, expected) => {
    expect(read({ SMTP_URL: url })).toMatchObject({ ...expected, from: 'help@shop.example' });
  });

  it.each([
    'mail.example.com',
    'https://mail.example.com',
    'smtp://mail.example.com/box',
    'smtp://mail.example.com?logger=true',
    'smtp://mail.example.com?tls=maybe',
    'smtps://',
  ])('is refused with a sentence: %s', (url) => {
    expect(() => read({ SMTP_URL: url })).toThrow(ConfigError);
  });

  it('tells no password in its refusal', () => {
    expect(() => read({ SMTP_URL: 'smtp://u:canary@mail.example.com/x' })).toThrow(expect.not.stringContaining('canary') as unknown);
  });

  it.each([
    ['MAIL_FROM', ''],
    ['MAIL_FROM', 'Shop <help@shop.example>'],
    ['MAIL_FROM', 'a@b.example, c@d.example'],
    ['PUBLIC_URL', ''],
  ])('needs %s, and not "%s"', (name, value) => {
    expect(() => read({ SMTP_URL: 'smtps://mail.example.com', [name]: value })).toThrow(name);
  });
});
