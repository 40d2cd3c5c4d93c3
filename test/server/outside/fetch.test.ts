import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublic } from '../../../server/outside/address.ts';
import { checkAddress, createOutside, type OutsideDeps } from '../../../server/outside/fetch.ts';

/** This machine, its neighbours and the metadata services of clouds, as they have been spelled to get past a check. */
const CLOSED = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.255.255.254',
  '0',
  '0.0.0.0',
  '１２７.０.０.１',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  'localhost',
  'LOCALHOST.',
  'a.localhost',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
];

const asked = (url: string) => ({ url, method: 'GET' as const, headers: {} });
/** Nothing of these tests may reach a network. */
const nowhere = async (): Promise<string[]> => expect.fail('a name was resolved');
const address = expect.objectContaining({ reason: 'address' }) as Error;

describe('an address that is not public', () => {
  it.each(CLOSED)('%s is refused as it is set and as it is used', async (host) => {
    expect(() => checkAddress(`https://${host}/`, [])).toThrow(address);
    await expect(createOutside({ allow: [], resolve: nowhere }).fetch(asked(`https://${host}/`))).rejects.toEqual(address);
  });

  it.each(['127.0.0.1', '::1', '10.1.2.3', '169.254.169.254', '::ffff:10.0.0.1', 'fe80::1%eth0', '100.100.100.200', 'fd00::1'])(
    'a name that means %s is refused, whatever else it means',
    async (hidden) => {
      const outside = createOutside({ allow: [], resolve: async () => ['93.184.216.34', hidden] });
      await expect(outside.fetch(asked('https://rebound.example/'))).rejects.toEqual(address);
    },
  );

  it.each([
    'http://api.example/',
    'ftp://api.example/',
    'file:///etc/passwd',
    'https://user:pass@api.example/',
    '//api.example',
    'nonsense',
  ])('%s is refused', (url) => {
    expect(() => checkAddress(url, [])).toThrow(address);
  });

  it('is no neighbour of a public one', () => {
    const open = ['9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0', '169.253.255.255'];
    const more = ['172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '223.255.255.255', '2606:4700::1', '2a00:1450::1'];
    for (const one of [...open, ...more]) expect(isPublic(one), one).toBe(true);
  });

  it('is so in whatever way its number is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(127, 10, 0), fc.nat({ max: 0xffffff }), fc.constantFrom(10, 16, 8), (first, rest, base) => {
        const number = first * 0x1000000 + rest;
        const written = base === 10 ? String(number) : base === 16 ? `0x${number.toString(16)}` : `0${number.toString(8)}`;
        expect(() => checkAddress(`https://${written}/`, [])).toThrow(address);
      }),
    );
  });
});

describe('the way out', () => {
  const open: { close(): unknown }[] = [];
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });

  async function serve(listener: RequestListener): Promise<{ port: number; host: string }> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(server, { close: () => server.closeAllConnections() });
    const { port } = server.address() as AddressInfo;
    return { port, host: `127.0.0.1:${port}` };
  }
  const outsideTo = (host: string, more: Partial<OutsideDeps> = {}) => createOutside({ allow: [host], ...more });

  it('sends and reads what it is given, over plain HTTP only where a host is named for it', async () => {
    const { host } = await serve((request, response) => {
      response.writeHead(207, { 'x-kind': 'test' });
      void request.toArray().then((parts) => {
        response.end(`${request.method} ${request.headers['as-api-key']} ${Buffer.concat(parts as Buffer[]).toString()}`);
      });
    });
    const sent = { url: `http://${host}/a`, method: 'POST' as const, headers: { 'as-api-key': 'k' }, body: 'täg' };
    expect(await outsideTo(host).fetch(sent)).toMatchObject({ status: 207, headers: { 'x-kind': 'test' }, text: 'POST k täg' });
    await expect(createOutside({ allow: ['127.0.0.1'] }).fetch(sent)).rejects.toEqual(address);
  });

  it('goes to the address that was looked at, whatever the name means a moment later', async () => {
    const { port } = await serve((request, response) => response.end(request.headers.host));
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const outside = createOutside({ allow: [`moving.invalid:${port}`], resolve: async () => answers.shift() ?? [] });
    expect(await outside.fetch(asked(`http://moving.invalid:${port}/`))).toMatchObject({ text: `moving.invalid:${port}` });
    expect(answers).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('follows no %s', async (status) => {
    let requests = 0;
    const { host } = await serve((_request, response) => {
      requests += 1;
      response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end();
    });
    await expect(outsideTo(host).fetch(asked(`http://${host}/`))).rejects.toMatchObject({ reason: 'redirect' });
    expect(requests).toBe(1);
  });

  it('reads no more than so much', async () => {
    const { host } = await serve((_request, response) => {
      response.write('x'.repeat(600));
      response.end('x'.repeat(600));
    });
    await expect(outsideTo(host, { mostBytes: 1_000 }).fetch(asked(`http://${host}/`))).rejects.toMatchObject({ reason: 'tooLarge' });
    expect((await outsideTo(host, { mostBytes: 1_200 }).fetch(asked(`http://${host}/`))).text).toHaveLength(1_200);
  });

  it('waits no longer than so long: for a name, for an answer, for the rest of one', async () => {
    const silent = await serve(() => undefined);
    const endless = await serve((_request, response) => {
      response.writeHead(200).write('a');
    });
    const tooSlow = { reason: 'tooSlow' };
    await expect(outsideTo(silent.host, { withinMs: 50 }).fetch(asked(`http://${silent.host}/`))).rejects.toMatchObject(tooSlow);
    await expect(outsideTo(endless.host, { withinMs: 50 }).fetch(asked(`http://${endless.host}/`))).rejects.toMatchObject(tooSlow);
    const unnamed = createOutside({ allow: [], withinMs: 50, resolve: () => new Promise(() => undefined) });
    await expect(unnamed.fetch(asked('https://slow.example/'))).rejects.toMatchObject(tooSlow);
  });

  it('says that it could not get there', async () => {
    const { host } = await serve((request) => request.socket.destroy());
    await expect(outsideTo(host).fetch(asked(`http://${host}/`))).rejects.toMatchObject({ reason: 'network' });
    const unknown = createOutside({ allow: [], resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    await expect(unknown.fetch(asked('https://unknown.example/'))).rejects.toMatchObject({ reason: 'network' });
  });
});
