/** Answers in the services' real shapes, with only what a test speaks of filled in. */
export interface Scan {
  text: string;
  utc?: string | null;
  iso?: string | null;
  raw?: { date: string; time?: string; timezone?: string | null } | null;
  stage?: string | null;
  subStatus?: string;
  city?: string;
  country?: string;
  location?: string;
}

export function track17(
  status: string,
  subStatus: string | null,
  scans: Scan[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const events = scans.map((scan) => ({
    time_iso: scan.iso ?? null,
    time_utc: scan.utc ?? null,
    time_raw: scan.raw ?? { date: null, time: null, timezone: null },
    description: scan.text,
    location: scan.location ?? null,
    stage: scan.stage ?? null,
    sub_status: scan.subStatus ?? null,
    address: {
      country: scan.country ?? null,
      state: null,
      city: scan.city ?? null,
      street: null,
      postal_code: null,
      coordinates: { longitude: null, latitude: null },
    },
  }));
  return {
    number: 'LX123456785FR',
    carrier: 6051,
    param: null,
    tag: '',
    track_info: {
      shipping_info: {
        shipper_address: { country: 'CN', state: null, city: 'Shenzhen', postal_code: null },
        recipient_address: { country: 'FR', state: null, city: 'Lyon', postal_code: null },
      },
      latest_status: { status, sub_status: subStatus, sub_status_descr: null },
      latest_event: events[0] ?? null,
      time_metrics: { days_after_order: 12, days_of_transit: 10, estimated_delivery_date: { source: null, from: null, to: null } },
      milestone: [],
      misc_info: { risk_factor: 0, service_type: null, local_number: null, local_provider: null },
      tracking: {
        providers_hash: 1,
        providers: [{ provider: { key: 3011, name: 'China Post', alias: 'China Post' }, service_type: null, events }],
      },
      ...more,
    },
  };
}

export interface Checkpoint {
  text: string;
  time: string;
  tag?: string;
  subtag?: string;
  city?: string;
  state?: string;
  country?: string;
}

export function afterShip(
  tag: string,
  subtag: string | null,
  checkpoints: Checkpoint[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id: 'b5f1c0aa11',
    tracking_number: 'RB123456785GB',
    slug: 'royal-mail',
    tag,
    subtag,
    subtag_message: null,
    origin_country_region: 'CHN',
    destination_country_region: 'GBR',
    signed_by: null,
    // AfterShip lists the oldest first.
    checkpoints: checkpoints.map((checkpoint) => ({
      slug: 'royal-mail',
      checkpoint_time: checkpoint.time,
      created_at: '2025-11-30T00:00:00+00:00',
      message: checkpoint.text,
      tag: checkpoint.tag ?? null,
      subtag: checkpoint.subtag ?? null,
      city: checkpoint.city ?? null,
      state: checkpoint.state ?? null,
      country_region: checkpoint.country ?? null,
      location: checkpoint.city ?? null,
    })),
    ...more,
  };
}

/** One scan at a fixed moment. */
export const scan = (text: string, more: Partial<Scan> = {}): Scan => ({ text, utc: '2025-11-20T14:12:00Z', ...more });
