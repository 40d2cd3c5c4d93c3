/** Every number an owner decides, with its bounds as `protocol/settings.ts` has them; a test holds the two together. */
export interface NumberPlace {
  path: string;
  min: number;
  max: number;
  unit: Unit;
  /** It may be left open; who then wants a number after all begins with this one. */
  optional?: number;
}

export type Unit = 'days' | 'businessDays' | 'hours' | 'minutes' | 'smallest';
export type NumberName = keyof typeof NUMBERS;

const place = (path: string, min: number, max: number, unit: Unit, more: { optional?: number } = {}): NumberPlace => ({
  path: `policy.${path}`,
  min,
  max,
  unit,
  ...more,
});

export const NUMBERS = {
  deliveryMin: place('deliveryBusinessDays.min', 1, 120, 'businessDays'),
  deliveryMax: place('deliveryBusinessDays.max', 1, 180, 'businessDays'),
  handlingDays: place('handlingBusinessDays', 0, 60, 'businessDays'),
  stalledDomestic: place('stalledAfterDays.domestic', 1, 90, 'days'),
  stalledInternational: place('stalledAfterDays.international', 1, 120, 'days'),
  stalledEconomy: place('stalledAfterDays.economy_post', 1, 180, 'days'),
  freshScanHours: place('freshScanHours', 0, 168, 'hours'),
  lostAfterDays: place('lostAfterDays', 10, 365, 'days', { optional: 45 }),
  customsInspectionDays: place('customsInspectionDays', 1, 60, 'days'),
  protectionDays: place('protectionDays', 1, 365, 'days'),
  protectionWarnDays: place('protectionWarnDays', 0, 30, 'days'),
  carrierAnswer: place('promises.carrierAnswer', 1, 30, 'businessDays'),
  warehouseAnswer: place('promises.warehouseAnswer', 1, 30, 'businessDays'),
  traceAnswer: place('promises.traceAnswer', 1, 30, 'businessDays'),
  customsUpdate: place('promises.customsUpdate', 1, 30, 'businessDays'),
  documentsSent: place('promises.documentsSent', 1, 30, 'businessDays'),
  remedyDone: place('promises.remedyDone', 1, 30, 'businessDays'),
  personAnswer: place('promises.personAnswer', 1, 10, 'businessDays'),
  resendShips: place('resend.shipsInBusinessDays', 0, 30, 'businessDays'),
  refundDays: place('refund.businessDays', 1, 30, 'businessDays'),
  remedyOpenDays: place('remedyOpenDays', 1, 60, 'days'),
  personAboveTotal: place('personAboveTotal', 0, Infinity, 'smallest', { optional: 10_000 }),
  agentAwayMinutes: place('agentAwayMinutes', 1, 240, 'minutes'),
  awayMailMinutes: place('awayMailMinutes', 1, 1440, 'minutes'),
  evidenceReminderHours: place('evidenceReminderHours', 1, 336, 'hours'),
  photoKeepDays: place('photoKeepDays', 7, 730, 'days'),
} as const satisfies Record<string, NumberPlace>;
