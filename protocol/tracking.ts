/** Which service a shop asks for its parcels, and the keys it needs for that. Keys go one way: nobody is ever shown one. */
import { Type } from 'typebox';

export const TRACKING_SERVICES = ['none', 'afterShip', 'seventeenTrack'] as const;
export type TrackingService = (typeof TRACKING_SERVICES)[number];

export const SECRET_PATTERN = '^[\\x21-\\x7e]{8,200}$';
export const SECRET_NAMES = ['afterShip.key', 'afterShip.webhookSecret', 'seventeenTrack.key'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** null takes it away. Keys of these services are letters, digits and dashes; a blank or a line break is a slip of copying. */
export const SetSecret = Type.Object(
  {
    name: Type.Enum([...SECRET_NAMES] as [...typeof SECRET_NAMES]),
    value: Type.Union([Type.String({ pattern: SECRET_PATTERN }), Type.Null()]),
  },
  { additionalProperties: false },
);
export type SetSecret = Type.Static<typeof SetSecret>;

export interface TrackingView {
  secrets: { name: SecretName; setAt: number }[];
  /** Where each service is to send its news. */
  webhooks: Record<Exclude<TrackingService, 'none'>, string>;
  /** When news last came that way. */
  heardAt: number | null;
}
