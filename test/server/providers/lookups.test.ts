import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrdersOfStore } from '../../../server/providers/orders-store.ts';
import { createRecordedTracking } from '../../../server/providers/tracking-recorded.ts';
import { afterShip, scan, track17 } from '../parcels/payloads.ts';

describe('recorded tracking', () => {
  const recorded = new Map<string, unknown>([
    ['LX123456785FR', { code: 0, data: { accepted: [track17('Delivered', null, [scan('Delivered')])], rejected: [] } }],
    ['RB 123 456 785 GB', { meta: { code: 200 }, data: { trackings: [afterShip('Expired', null, [])] } }],
  ]);
  const tracking = createRecordedTracking(recorded);

  it('reads either service, however the number is written', async () => {
    expect((await tracking.track('s', { number: 'lx 123-456-785 fr' }))?.state).toBe('delivered');
    expect((await tracking.track('s', { number: 'RB123456785GB' }))?.state).toBe('expired');
  });

  it('knows nothing of other numbers', async () => {
    expect(await tracking.track('s', { number: 'LX999999999FR' })).toBeNull();
  });

  describe('in a folder', () => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tracewell-recorded-'));
      await writeFile(join(folder, 'LX123456785FR.json'), JSON.stringify(recorded.get('LX123456785FR')));
      await writeFile(join(folder, 'BROKEN1.json'), '{');
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('reads a file of the number’s name, and no other', async () => {
      const files = createRecordedTracking({ folder });
      expect((await files.track('s', { number: 'LX123456785FR' }))?.state).toBe('delivered');
      for (const number of ['../LX123456785FR', '..', '/etc/passwd', '', 'ЖЖЖ', 'A'.repeat(5000)]) {
        const parcel = await files.track('s', { number });
        expect(parcel === null || parcel.number === 'LX123456785FR').toBe(true);
      }
    });

    it('throws on a file that is no JSON', async () => {
      await expect(createRecordedTracking({ folder }).track('s', { number: 'BROKEN1' })).rejects.toThrow();
    });
  });
});

describe('orders of the store', () => {
  it('asks for the number as it is stored', async () => {
    const asked: string[][] = [];
    const answer = async (storeId: string, number: string) => {
      asked.push([storeId, number]);
      return null;
    };
    const orders = createOrdersOfStore({ orderByNumber: answer, orderByTracking: answer });
    await orders.byNumber('shop', ' # 1003 ');
    await orders.byNumber('shop', 'nf-１００３');
    await orders.byTracking('shop', 'lx 123 456 785 fr');
    expect(asked).toEqual([
      ['shop', '1003'],
      ['shop', 'NF-1003'],
      ['shop', 'LX123456785FR'],
    ]);
  });
});
