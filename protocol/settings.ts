/**
 * What an owner decides, as data. Every deadline and amount the bot speaks of comes from here; a flow holds none.
 * Days are calendar days unless the name says business.
 */
import { Type } from 'typebox';
import { TRACKING_SERVICES } from './tracking.ts';

const strict = { additionalProperties: false };
const days = (min: number, max: number) => Type.Integer({ minimum: min, maximum: max });

export const Policy = Type.Object(
  {
    /** Standard delivery, business days from shipping. */
    deliveryBusinessDays: Type.Object({ min: days(1, 120), max: days(1, 180) }, strict),
    /** From the order to its leaving, business days. */
    handlingBusinessDays: days(0, 60),
    /** Silence after which a parcel counts as stalled, by service. */
    stalledAfterDays: Type.Object({ domestic: days(1, 90), international: days(1, 120), economy_post: days(1, 180) }, strict),
    /** A "delivered" scan younger than this may run ahead of the parcel. */
    freshScanHours: Type.Integer({ minimum: 0, maximum: 168 }),
    /** Buyer protection from the day the order was placed, where the platform gives no date of its own. */
    protectionDays: days(1, 365),
    /** From here on the bot says "open it now". */
    protectionWarnDays: days(0, 30),
    /** Days before the end on which the shopper of an open case is reminded of it. */
    protectionCountdownDays: Type.Array(days(1, 30), { maxItems: 10 }),
    /** An order whose parcel is silent this long counts as lost; null leaves it to the carrier. */
    lostAfterDays: Type.Union([days(10, 365), Type.Null()]),
    promises: Type.Object(
      {
        /** Business days until a dated answer. */
        carrierAnswer: days(1, 30),
        warehouseAnswer: days(1, 30),
        traceAnswer: days(1, 30),
        customsUpdate: days(1, 30),
        documentsSent: days(1, 30),
        remedyDone: days(1, 30),
        personAnswer: days(1, 10),
        /** Hour of the day, the shopper's zone. */
        hour: Type.Integer({ minimum: 8, maximum: 21 }),
      },
      strict,
    ),
    customsInspectionDays: days(1, 60),
    resend: Type.Object({ offered: Type.Boolean(), shipsInBusinessDays: days(0, 30) }, strict),
    refund: Type.Object({ offered: Type.Boolean(), businessDays: days(1, 30) }, strict),
    /** Credit with the store, where it is offered at all: beside the others, never in their place. */
    credit: Type.Object({ offered: Type.Boolean() }, strict),
    /** How long the choice between remedies stays open. */
    remedyOpenDays: days(1, 60),
    /** Orders worth more go to a person; minor units of the order's currency, null for no limit. */
    personAboveTotal: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    photoKeepDays: days(7, 730),
    /** When people answer. `days`: 1 Monday to 7 Sunday. */
    hours: Type.Object(
      {
        tz: Type.String({ maxLength: 60 }),
        days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })),
        from: Type.Integer({ minimum: 0, maximum: 23 }),
        to: Type.Integer({ minimum: 1, maximum: 24 }),
      },
      strict,
    ),
    /** Whose public holidays are no working days; `region` as that country counts its own (`DE` has `BY`). null: none. */
    holidays: Type.Object(
      {
        country: Type.Union([Type.String({ pattern: '^[A-Z]{2}$' }), Type.Null()]),
        region: Type.Union([Type.String({ maxLength: 10 }), Type.Null()]),
      },
      strict,
    ),
    /** Where the shopper picked the carrier (a forwarding agent), the wording of rights differs. */
    shopperChoseCarrier: Type.Boolean(),
    /** An agent's chat goes back to the queue when their connection has been gone this long. */
    agentAwayMinutes: Type.Integer({ minimum: 1, maximum: 240 }),
    /** A shopper who has not read what was written gets it by e-mail after this long. */
    awayMailMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
    /** Reminder to a shopper who left in the middle of the evidence. */
    evidenceReminderHours: Type.Integer({ minimum: 1, maximum: 336 }),
  },
  strict,
);
export type Policy = Type.Static<typeof Policy>;

export const StoreSettings = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80 }),
    /** `#rrggbb`, or null for ours. */
    color: Type.Union([Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }), Type.Null()]),
    locales: Type.Array(Type.String({ maxLength: 20 }), { minItems: 1 }),
    defaultLocale: Type.String({ maxLength: 20 }),
    /** A first line of the shop's own above the topics, by language; ours where there is none. */
    greeting: Type.Record(Type.String(), Type.String({ maxLength: 300 })),
    /** Exact origins whose pages may embed the panel. */
    origins: Type.Array(Type.String({ maxLength: 200 })),
    /** A signed identity is demanded of every shopper. */
    identityRequired: Type.Boolean(),
    /** Which service is asked for its parcels; `none`: recorded answers alone. Its key is no setting: see `tracking.ts`. */
    tracking: Type.Enum([...TRACKING_SERVICES] as [...typeof TRACKING_SERVICES]),
    policy: Policy,
  },
  strict,
);
export type StoreSettings = Type.Static<typeof StoreSettings>;
