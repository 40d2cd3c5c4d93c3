/** Writes tracking answers in the very shapes of 17TRACK and AfterShip, as if they had been recorded. */
import { s10CheckDigit } from '../parcels/check-digits.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A UPU number with its right check digit: `s10('LX', 47120993, 'FR')`. */
export function s10(prefix: string, serial: number, issuer: string): string {
  const digits = String(serial).padStart(8, '0');
  return `${prefix}${digits}${s10CheckDigit(digits)}${issuer}`;
}

export interface Scan {
  at: number;
  text: string;
  city?: string;
  country?: string;
  /** Of the place, in hours ahead of UTC. */
  offset?: number;
  subStatus?: string;
}

export interface Seventeen {
  number: string;
  carrier: string;
  from: { city: string; country: string };
  to: { city: string; country: string };
  status: string;
  subStatus: string;
  /** Newest first, as 17TRACK lists them. */
  scans: Scan[];
  service?: string;
  lastMile?: { number: string; carrier: string; scans?: Scan[] };
  eta?: number;
}

/** `POST /gettrackinfo` of 17TRACK v2.2. */
export function seventeenTrack(told: Seventeen): unknown {
  const events = told.scans.map(seventeenEvent);
  const local = told.lastMile;
  const estimate = told.eta === undefined ? null : iso(told.eta);
  return {
    code: 0,
    data: {
      accepted: [
        {
          number: told.number,
          carrier: 0,
          param: null,
          tag: null,
          track_info: {
            shipping_info: { shipper_address: addressOf(told.from), recipient_address: addressOf(told.to) },
            latest_status: { status: told.status, sub_status: told.subStatus, sub_status_descr: null },
            latest_event: events[0] ?? null,
            time_metrics: { estimated_delivery_date: { source: estimate === null ? null : 'Official', from: estimate, to: estimate } },
            milestone: [],
            misc_info: {
              risk_factor: 0,
              service_type: told.service ?? null,
              local_number: local?.number ?? null,
              local_provider: local?.carrier ?? null,
            },
            tracking: {
              providers_hash: 0,
              providers: [
                { provider: { key: 0, name: told.carrier }, service_type: told.service ?? null, latest_sync_status: 'Success', events },
                ...(local
                  ? [{ provider: { key: 0, name: local.carrier }, service_type: null, events: (local.scans ?? []).map(seventeenEvent) }]
                  : []),
              ],
            },
          },
        },
      ],
      rejected: [],
    },
  };
}

export interface After {
  number: string;
  slug: string;
  from: string;
  to: { city: string; country: string };
  tag: string;
  subtag: string;
  /** Oldest first, as AfterShip lists them; `text` is the carrier's. */
  checkpoints: (Scan & { tag: string; zoneless?: boolean })[];
  more?: Record<string, unknown>;
}

/** `GET /trackings` of AfterShip 2025-01. Countries have three letters. */
export function afterShip(told: After): unknown {
  return {
    meta: { code: 200 },
    data: {
      pagination: { total: 1, has_next_page: false },
      trackings: [
        {
          id: `demo-${told.number.toLowerCase()}`,
          tracking_number: told.number,
          slug: told.slug,
          tag: told.tag,
          subtag: told.subtag,
          subtag_message: null,
          origin_country_region: told.from,
          destination_country_region: told.to.country,
          destination_city: told.to.city,
          signed_by: null,
          checkpoints: told.checkpoints.map((scan) => ({
            slug: told.slug,
            checkpoint_time: localTime(scan.at, scan.offset ?? 0, scan.zoneless !== true),
            message: scan.text,
            tag: scan.tag,
            subtag: scan.subStatus ?? null,
            location: scan.city ?? null,
            city: scan.city ?? null,
            state: null,
            country_region: scan.country ?? null,
          })),
          ...told.more,
        },
      ],
    },
  };
}

function seventeenEvent(scan: Scan): object {
  return {
    time_iso: localTime(scan.at, scan.offset ?? 0, true),
    time_utc: iso(scan.at),
    time_raw: { date: null, time: null, timezone: null },
    description: scan.text,
    location: [scan.city, scan.country].filter(Boolean).join(', ') || null,
    stage: null,
    sub_status: scan.subStatus ?? null,
    address: addressOf({ city: scan.city ?? null, country: scan.country ?? null }),
  };
}

function addressOf({ city, country }: { city: string | null; country: string | null }): object {
  return { country, state: null, city, street: null, postal_code: null, coordinates: { longitude: null, latitude: null } };
}

function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function localTime(at: number, offset: number, withZone: boolean): string {
  const face = new Date(at + offset * HOUR).toISOString().slice(0, 19);
  const hours = String(Math.abs(offset)).padStart(2, '0');
  return withZone ? `${face}${offset < 0 ? '-' : '+'}${hours}:00` : face;
}
