import { describe, expect, it } from 'vitest';
import { CLAIM_LINES, type ClaimLine } from '../../../protocol/claim.ts';
import { lineOf, linesToChoose } from '../../../server/claims/line-of.ts';
import { s10 } from '../../../server/demo/recordings.ts';

const from = (origin: string, destination: string) => ({ origin: { country: origin }, destination: { country: destination } });

describe('the line of a parcel', () => {
  it.each<[string, Parameters<typeof lineOf>[0], ClaimLine | null]>([
    ['AliExpress’s own logistics by name', { number: 'LP00123456789012', carrier: 'AliExpress Standard Shipping' }, 'platform'],
    ['and by number alone', { number: 'LP00123456789012' }, 'platform'],
    ['4PX', { number: '4PX3000123456789CN' }, 'ems4px'],
    ['EMS from China', { number: s10('EV', 12345678, 'CN') }, 'chinaEms'],
    ['a name that says EMS', { number: 'X', carrier: 'EMS' }, 'chinaEms'],
    ['USPS from one end of the country to the other', { number: '1', carrier: 'USPS', ...from('US', 'US') }, 'uspsDomestic'],
    ['USPS abroad', { number: s10('CV', 12345678, 'US'), ...from('US', 'DE') }, 'uspsInternational'],
    ['USPS abroad by express', { number: s10('EK', 12345678, 'US'), ...from('US', 'DE') }, 'uspsInternationalExpress'],
    ['Royal Mail at home', { number: s10('JV', 12345678, 'GB'), ...from('GB', 'GB') }, 'royalMailUk'],
    ['DHL Express', { number: '1', carrier: 'DHL Express' }, 'dhlExpress'],
    ['UPS', { number: '1Z12345E0205271688' }, 'upsInternational'],
    ['FedEx', { number: '1', carrier: 'FedEx International Priority' }, 'fedexInternational'],
    ['a cross-border line that only forwarders use', { number: 'YT1234567890123456' }, 'offline'],
    ['a name nobody knows', { number: 'X', carrier: 'Speedy Gonzalo' }, null],
    ['no parcel', null, null],
  ])('%s', (_, parcel, line) => {
    expect(lineOf(parcel)).toBe(line);
  });

  it('is never the last mile of a parcel that another post took in', () => {
    expect(lineOf({ number: 'X', carrier: 'USPS', ...from('CN', 'US') })).toBeNull();
    expect(lineOf({ number: s10('LZ', 48291736, 'CN'), carrier: 'Royal Mail', ...from('CN', 'GB') })).toBe('chinaEms');
  });

  it('is offered first, and each other line after it', () => {
    const lines = linesToChoose({ number: s10('EV', 12345678, 'CN'), carrier: '4PX' });
    expect(lines.slice(0, 2)).toEqual(['ems4px', 'chinaEms']);
    expect([...lines].sort()).toEqual([...CLAIM_LINES].sort());
    expect(linesToChoose(null)).toEqual(CLAIM_LINES);
  });
});
