/** The command as it is run: a process of its own, JSON lines on its pipes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { afterShip, easyPost, scan, shippo, track17 } from '../parcels/payloads.ts';

const PROGRAM = fileURLToPath(new URL('../../../server/cli/inspect.ts', import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { PATH: process.env['PATH'] } });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  // A program that ends before it has read everything.
  child.stdin.on('error', () => undefined);
  return child;
}

async function run(args: string[], input: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(...args);
  child.stdin.end(input);
  const [out, err] = [child.stdout, child.stderr].map((stream) => stream.toArray());
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out: ((await out) ?? []).join(''), err: ((await err) ?? []).join('') };
}

/** Each line as an object or as text; the answers, of which there must be as many. */
async function ask(verb: string, lines: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const { code, out, err } = await run([verb], `${input.join('\n')}\n`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const answers = out.trimEnd().split('\n');
  expect(answers).toHaveLength(lines.length);
  return answers.map((answer) => JSON.parse(answer) as Record<string, unknown>);
}

describe('any verb', () => {
  it.each([
    [[], 'What is to be inspected?'],
    [['teleport'], 'There is no "teleport".'],
    [['constructor'], 'There is no "constructor".'],
    [['number', 'RR123456785CN'], '"number" takes nothing more.'],
  ])('%j is told how it is used', async (args, complaint) => {
    const { code, out, err } = await run(args, '');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(complaint);
    expect(err).toContain('npm run -s inspect -- understand');
  });

  it('answers each line in order, and bad ones in their place', async () => {
    const answers = await ask('number', [
      { number: 'RR123456785CN' },
      '',
      '   ',
      '{"number":',
      'RR123456785CN',
      '[1]',
      'null',
      { number: 12 },
      { number: null },
      {},
      { number: 'hello' },
      '{"number":"RR123456785CN","more":"\u2028"}\r',
    ]);
    expect(answers.map((answer) => Object.keys(answer).join())).toEqual([
      'normalized,candidates',
      ...Array.from({ length: 9 }, () => 'error'),
      'normalized,candidates',
      'normalized,candidates',
    ]);
    expect(answers.at(-1)).toEqual(answers[0]);
  });

  it('answers a last line without its end, and nothing for nothing', async () => {
    expect((await run(['number'], '\ufeff{"number":"hello"}')).out).toBe('{"normalized":"HELLO","candidates":[]}\n');
    expect(await run(['number'], '')).toEqual({ code: 0, out: '', err: '' });
  });

  it('answers at once, while the pipe stays open', async () => {
    const child = start('number');
    for (const number of ['RR123456785CN', 'hello', '1Z999AA10123456784']) {
      child.stdin.write(`${JSON.stringify({ number })}\n`);
      const [answer] = (await once(child.stdout, 'data')) as [string];
      expect(JSON.parse(answer)).toMatchObject({ normalized: number.toUpperCase() });
    }
    child.stdin.end();
    expect((await once(child, 'close'))[0]).toBe(0);
  });

  it('ten thousand lines come back as ten thousand, in order', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => ({ number: `LP${String(i).padStart(14, '0')}` }));
    const answers = await ask('number', lines);
    expect(answers.map(({ normalized }) => normalized)).toEqual(lines.map(({ number }) => number));
  });

  it('ends quietly when nobody reads any more', async () => {
    const child = start('number');
    child.stdout.destroy();
    const errors = child.stderr.toArray();
    for (let i = 0; i < 200; i++) child.stdin.write('{"number":"RR123456785CN"}\n');
    child.stdin.end();
    expect((await once(child, 'close'))[0]).toBe(0);
    expect(await errors).toEqual([]);
  });
});

describe('number', () => {
  it('gives the number as it is compared, and candidates with carrier, kind and check digit', async () => {
    expect(await ask('number', [{ number: 'rr 123 456 785 cn' }, { number: 'RR123456784CN' }, { number: 'LP00612345678901' }])).toEqual([
      { normalized: 'RR123456785CN', candidates: [{ carrier: 'China Post', kind: 's10', checkDigit: 'ok' }] },
      { normalized: 'RR123456784CN', candidates: [{ carrier: 'China Post', kind: 's10', checkDigit: 'failed' }] },
      { normalized: 'LP00612345678901', candidates: [{ carrier: 'Cainiao', kind: 'cainiao-lp', checkDigit: 'none' }] },
    ]);
  });
});

describe('status', () => {
  const now = '2025-11-21T12:00:00Z';
  const at = Date.parse('2025-11-20T14:12:00Z');
  const time = '2025-11-20T14:12:00Z';

  it('reads the four providers alike', async () => {
    const answers = await ask('status', [
      {
        provider: 'aftership',
        now,
        payload: { event: 'tracking_update', msg: afterShip('Delivered', 'Delivered_001', [{ text: 'Delivered', time }]) },
      },
      {
        provider: '17track',
        now,
        payload: { event: 'TRACKING_UPDATED', data: track17('Delivered', 'Delivered_Other', [scan('Delivered')]) },
      },
      { provider: 'easypost', now, payload: { object: 'Event', result: easyPost('delivered', null, [{ text: 'Delivered', time }]) } },
      { provider: 'shippo', now, payload: { event: 'track_updated', data: shippo([{ status: 'DELIVERED', text: 'Delivered', time }]) } },
    ]);
    const expected = {
      state: 'delivered',
      reason: null,
      flags: { stalled: false, late: false, protectionEndsSoon: false, silentDays: 0 },
      lastEventAt: at,
      events: [{ at, state: 'delivered', text: 'Delivered' }],
    };
    expect(answers).toEqual([expected, expected, expected, expected]);
  });

  it('gives the reason, the flags for the hour that is named, and the events newest first', async () => {
    const scans = [scan('Held by customs: import VAT due'), scan('Departed', { utc: '2025-11-02T08:00:00Z' })];
    const [answer] = await ask('status', [{ provider: '17track', payload: track17('InTransit', null, scans), now: '2025-12-20' }]);
    expect(answer).toMatchObject({
      state: 'customs_held',
      reason: 'duties',
      flags: { late: true, silentDays: 29 },
      lastEventAt: at,
      events: [{ state: 'customs_held' }, { state: 'in_transit' }],
    });
  });

  it('gives parcels for a list, and the fields of a single one beside them', async () => {
    const one = afterShip('InTransit', null, [{ text: 'Departed', time }]);
    const two = { ...one, tracking_number: 'LX123456785FR', tag: 'OutForDelivery' };
    const [several, single, none] = await ask('status', [
      { provider: 'aftership', payload: { meta: { code: 200 }, data: { trackings: [one, two] } } },
      { provider: '17track', payload: { code: 0, data: { accepted: [track17('InTransit', null, [scan('Departed')])], rejected: [] } } },
      { provider: 'easypost', payload: { trackers: [], has_more: false } },
    ]);
    expect(several).toEqual({
      parcels: [
        expect.objectContaining({ number: 'RB123456785GB', state: 'in_transit' }),
        expect.objectContaining({ number: 'LX123456785FR', state: 'out_for_delivery' }),
      ],
    });
    expect(single).toMatchObject({ state: 'in_transit', lastEventAt: at, parcels: [{ number: 'LX123456785FR', state: 'in_transit' }] });
    expect(none).toEqual({ state: null, parcels: [] });
  });

  it('gives no state where the payload speaks of no shipment', async () => {
    const payloads = [
      ['aftership', { meta: { code: 4004, message: 'Tracking does not exist.', type: 'NotFound' }, data: {} }],
      ['17track', { event: 'TRACKING_STOPPED', data: { number: 'LX123456785FR', carrier: 3011, param: null, tag: '' } }],
      ['17track', { code: -18010012, data: { errors: [{ code: -18010012, message: 'no access' }] } }],
      ['easypost', { error: { code: 'NOT_FOUND', message: 'none', errors: [] } }],
      ['easypost', { object: 'Event', description: 'batch.created', result: { object: 'Batch' } }],
      ['shippo', { detail: 'Not found.' }],
      ['shippo', { event: 'transaction_created', data: { object_state: 'VALID', tracking_number: '', tracking_status: null } }],
      ['shippo', null],
    ];
    const answers = await ask(
      'status',
      payloads.map(([provider, payload]) => ({ provider, payload })),
    );
    expect(answers).toEqual(payloads.map(() => ({ state: null })));
  });

  it('reads a parcel whose number the payload leaves out', async () => {
    const [answer] = await ask('status', [{ provider: 'aftership', payload: { tag: 'Delivered', subtag: null, checkpoints: null } }]);
    expect(answer).toMatchObject({ state: 'delivered', lastEventAt: null, events: [] });
  });

  it.each([
    [{ provider: 'pigeon', payload: {} }, 'There is no provider "pigeon"; there are aftership, 17track, easypost, shippo.'],
    [{ provider: 'toString', payload: {} }, 'There is no provider "tostring"; there are aftership, 17track, easypost, shippo.'],
    [{ payload: {} }, '"provider" is missing.'],
    [{ provider: 17, payload: {} }, '"provider" is no string.'],
    [{ provider: 'shippo' }, '"payload" is missing.'],
    [{ provider: 'shippo', payload: 'TRANSIT' }, '"payload" is no object and no list.'],
    [{ provider: 'shippo', payload: {}, now: 'soon' }, '"now" is no time.'],
  ])('%j is told what is wrong', async (line, error) => {
    expect(await ask('status', [line])).toEqual([{ error }]);
  });
});

describe('understand', () => {
  it('tells what is meant, in which language, and what is in it', async () => {
    const answers = await ask('understand', [
      { text: 'it says delivered but there is nothing here, RR 123 456 785 CN' },
      { text: 'Mi paquete está retenido en la aduana desde hace dos semanas', lang: 'en' },
      { text: '我的包裹显示已签收，但是我没有收到', lang: 'zh' },
      { text: '' },
      { text: 'hola', lang: 5 },
      { text: ['hola'] },
    ]);
    const [en, es, zh, empty, ...wrong] = answers;
    expect(Object.keys(en!)).toEqual(['intent', 'alternatives', 'wish', 'tracking', 'lang', 'distress', 'score']);
    expect(en).toMatchObject({ intent: 'not_received_delivered', tracking: 'RR123456785CN', lang: 'en', wish: null });
    expect(es).toMatchObject({ intent: 'customs_held', lang: 'es' });
    expect(zh).toMatchObject({ intent: 'not_received_delivered', lang: 'zh-CN' });
    expect(empty).toMatchObject({ intent: 'other', tracking: null });
    expect(wrong).toEqual([{ error: '"lang" is no string.' }, { error: '"text" is no string.' }]);
  });
});
