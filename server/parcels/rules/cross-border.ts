import type { NumberRule } from './rule.ts';

/** Lines that carry parcels out of China; these publish nothing either. */
export const CROSS_BORDER: readonly NumberRule[] = [
  { carrier: 'Cainiao', kind: 'cainiao-lp', shape: /^LP\d{14}$/, telling: 0.95 },
  { carrier: 'Cainiao', kind: 'cainiao-lp-long', shape: /^LP\d{15,18}$/, telling: 0.9 },
  { carrier: 'Cainiao', kind: 'cainiao-name', shape: /^CAINIAO[A-Z]{0,4}\d{6,24}[A-Z]{0,4}$/, telling: 1 },
  { carrier: 'Cainiao', kind: 'cainiao-country', shape: /^CN[A-Z]{2}\d{9,16}[A-Z]{2}$/, telling: 0.9 },
  { carrier: 'Cainiao', kind: 'cainiao-cng', shape: /^CNG\d{12,18}$/, telling: 0.9 },
  { carrier: 'Cainiao', kind: 'cainiao-ae', shape: /^AE[A-Z]{2}\d{10}[A-Z]{2}\d$/, telling: 0.9 },
  { carrier: 'YunExpress', kind: 'yunexpress', shape: /^(?:CA)?YT\d{16}$/, telling: 0.95 },
  { carrier: '4PX', kind: '4px', shape: /^4PX\d{13}[A-Z]{2}$/, telling: 1 },
  { carrier: '4PX', kind: '4px-plain', shape: /^4PX[A-Z]{0,2}\d{9,16}$/, telling: 0.95 },
  { carrier: '4PX', kind: '4px-uusc', shape: /^UUSC\d{10,16}$/, telling: 0.95 },
  { carrier: '4PX', kind: '4px-12', shape: /^30[34]\d{9}$/, telling: 0.34 },
  { carrier: 'Yanwen', kind: 'yanwen', shape: /^[A-Z]{2}\d{9}Y[PW]$/, telling: 0.9 },
  { carrier: 'Yanwen', kind: 'yanwen-yw', shape: /^YW[A-Z]{0,4}\d{9,16}$/, telling: 0.85 },
  { carrier: 'SunYou', kind: 'sunyou', shape: /^SY[A-Z]{2}\d{8,12}$/, telling: 0.85 },
  { carrier: 'SunYou', kind: 'sunyou-digits', shape: /^SY\d{10,14}$/, telling: 0.7 },

  // Small lines share the ending YQ, and begin with letters of their own.
  { carrier: 'JCEX', kind: 'jcex', shape: /^JCE[A-Z]{2}\d{10}[A-Z]{2}$/, telling: 0.98 },
  { carrier: 'J-NET', kind: 'j-net', shape: /^JNT[A-Z]{2}\d{10}[A-Z]{2}$/, telling: 0.98 },
  { carrier: 'J-NET', kind: 'j-net-digits', shape: /^JN(?:ET|T)?\d{9,16}[A-Z]{0,2}$/, telling: 0.6 },
  { carrier: 'Wanb Express', kind: 'wanb', shape: /^WNB[A-Z]{2}\d{10}[A-Z]{2}$/, telling: 0.98 },
  { carrier: 'CJPacket', kind: 'cj-packet', shape: /^CJP[A-Z]{2}\d{10}[A-Z]{2}$/, telling: 0.98 },
  { carrier: 'Bluecare Express', kind: 'bluecare', shape: /^BC[A-Z]{3}\d{10}[A-Z]{2}$/, telling: 0.95 },
  { carrier: 'JS Express', kind: 'js-express', shape: /^JS[A-Z]{3}\d{10}[A-Z]{2}$/, telling: 0.95 },
  { carrier: 'TopYou', kind: 'top-you', shape: /^TYZ[A-Z]{2}\d{10}[A-Z]{2}$/, telling: 0.98 },
  { carrier: '360Lion', kind: '360-lion', shape: /^WSH[A-Z]{2}\d{10}[A-Z]{2}$/, telling: 0.98 },
  { carrier: 'USky Express', kind: 'usky', shape: /^USK[A-Z]{2}\d{10}[A-Z]{2}$/, telling: 0.98 },
  { carrier: 'China line', kind: 'china-line-yq', shape: /^[A-Z]{5}\d{10}YQ$/, telling: 0.6 },

  { carrier: 'WishPost', kind: 'wish-post', shape: /^(?:WOSP|WISH|WSP)[A-Z]{0,2}\d{9,15}[A-Z]{0,3}$/, telling: 0.85 },
  { carrier: 'CNE Express', kind: 'cne', shape: /^3A5V\d{9}$/, telling: 0.95 },
  { carrier: 'UBI Smart Parcel', kind: 'ubi', shape: /^AUS\d{12}$/, telling: 0.85 },
  { carrier: 'SFC Service', kind: 'sfc', shape: /^SFC\d{9,12}$/, telling: 0.85 },
  { carrier: 'Winit', kind: 'winit', shape: /^ID\d{14,18}[A-Z]{2}$/, telling: 0.8 },
  { carrier: 'SpeedPAK', kind: 'speedpak', shape: /^E[CEMS]\d{18,28}[A-Z0-9]{0,4}$/, telling: 0.8 },
];
