import type { NumberRule } from './rule.ts';

/** Carriers that are everywhere. */
export const WORLDWIDE: readonly NumberRule[] = [
  { carrier: 'UPS', kind: 'ups-1z', shape: /^1Z[A-Z0-9]{15}\d$/, check: 'ups', telling: 1 },
  { carrier: 'UPS', kind: 'ups-freight', shape: /^T\d{10}$/, telling: 0.5 },
  { carrier: 'UPS Mail Innovations', kind: 'ups-mail', shape: /^927\d{23}$/, check: 'gs1', telling: 0.5 },
  { carrier: 'UPS', kind: 'ups-i-parcel', shape: /^80\d{16}$/, telling: 0.4 },
  { carrier: 'Amazon Logistics', kind: 'amazon-tba', shape: /^TB[ACMR]\d{12}$/, telling: 0.95 },
  { carrier: 'Amazon Logistics', kind: 'amazon-uk', shape: /^Q[AB]\d{10}$/, telling: 0.5 },

  { carrier: 'FedEx', kind: 'fedex-ground-96', shape: /^96\d{20}$/, check: 'fedexGround', telling: 0.85 },
  { carrier: 'FedEx', kind: 'fedex-ground-34', shape: /^96\d{32}$/, check: 'fedex34', telling: 0.85 },
  { carrier: 'FedEx', kind: 'fedex-express-34', shape: /^100\d{31}$/, check: 'fedex34', telling: 0.8 },
  { carrier: 'FedEx', kind: 'fedex-smartpost-20', shape: /^61\d{18}$/, check: 'fedexSmart', telling: 0.6 },
  { carrier: 'FedEx', kind: 'fedex-express-12', shape: /^\d{12}$/, check: 'fedex12', telling: 0.5 },
  { carrier: 'FedEx', kind: 'fedex-smartpost-22', shape: /^92\d{20}$/, check: 'gs1', telling: 0.5 },
  { carrier: 'FedEx', kind: 'fedex-ground-15', shape: /^\d{15}$/, check: 'fedexGround', telling: 0.45 },
  { carrier: 'FedEx', kind: 'fedex-sscc-18', shape: /^00\d{16}$/, check: 'gs1', telling: 0.4 },
  { carrier: 'FedEx', kind: 'fedex-20', shape: /^(?:02|58)\d{18}$/, telling: 0.25 },
  { carrier: 'FedEx', kind: 'fedex-door-tag', shape: /^DT\d{12,14}$/, telling: 0.9 },

  { carrier: 'DHL Express', kind: 'dhl-express', shape: /^\d{10,11}$/, check: 'mod7', telling: 0.4 },
  { carrier: 'DHL Express', kind: 'dhl-express-piece', shape: /^J(?:JD|VGL)0\d{8,20}$/, telling: 0.9 },
  { carrier: 'DHL Express', kind: 'dhl-express-waybill', shape: /^[A-Z]{3}\d{7}$/, telling: 0.3 },
  { carrier: 'DHL Paket', kind: 'dhl-paket', shape: /^00340\d{15}$/, check: 'gs1', telling: 0.85 },
  { carrier: 'DHL Paket', kind: 'dhl-paket-jjd', shape: /^JJD[1-9]\d{9,21}$/, telling: 0.9 },
  { carrier: 'DHL Paket', kind: 'dhl-paket-jd', shape: /^JD\d{18}$/, telling: 0.85 },
  { carrier: 'DHL Paket', kind: 'dhl-paket-20', shape: /^\d{20}$/, check: 'gs1', telling: 0.35 },
  { carrier: 'DHL Paket', kind: 'dhl-identcode', shape: /^\d{12}$/, check: 'identcode', telling: 0.35 },
  { carrier: 'DHL Parcel', kind: 'dhl-parcel-jvgl', shape: /^JVGL[1-9]\d{10,19}$/, telling: 0.9 },
  { carrier: 'DHL Parcel', kind: 'dhl-parcel-uk', shape: /^(?:41|60)\d{12}$/, telling: 0.3 },
  { carrier: 'DHL eCommerce', kind: 'dhl-ecommerce', shape: /^GM\d{10,22}$/, telling: 0.9 },
  {
    carrier: 'DHL eCommerce',
    kind: 'dhl-ecommerce-us',
    shape: /^(?:420\d{5}(?:\d{4})?)?(?:9[34]\d{2}[1268]69|92612|92748)\d{13,19}$/,
    check: 'gs1',
    telling: 0.5,
  },
  { carrier: 'DHL eCommerce', kind: 'dhl-ecommerce-asia', shape: /^(?:AU|CN|HK|IN|MY|SG|TH|VN)[A-Z]{3}\d{10,20}$/, telling: 0.6 },
  { carrier: 'DHL eCommerce', kind: 'dhl-ecommerce-line', shape: /^(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{14,24}$/, telling: 0.5 },

  { carrier: 'TNT', kind: 'tnt-ge', shape: /^G[DE]\d{9}[A-Z]{2}$/, telling: 0.5 },
  { carrier: 'Landmark Global', kind: 'landmark-ltn', shape: /^LTN\d{8,9}(?:N1)?$/, telling: 0.9 },
  { carrier: 'Pitney Bowes', kind: 'pitney-bowes', shape: /^(?:PBX|UPA)[A-Z]{2}\d{9}$/, telling: 0.85 },
];
