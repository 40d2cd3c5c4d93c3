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

export interface Step {
  text: string;
  time: string | number | null;
  status?: string | null;
  detail?: string | null;
  city?: string;
  state?: string;
  country?: string;
}

const place = ({ city, state, country }: Step) => ({ city: city ?? null, state: state ?? null, country: country ?? null, zip: null });

export function easyPost(
  status: string | null,
  detail: string | null,
  steps: Step[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id: 'trk_1234',
    object: 'Tracker',
    mode: 'test',
    tracking_code: '9400111201080805483016',
    status,
    status_detail: detail,
    created_at: '2025-11-01T00:00:00Z',
    updated_at: '2025-11-20T15:00:00Z',
    signed_by: null,
    weight: null,
    est_delivery_date: null,
    shipment_id: null,
    carrier: 'USPS',
    public_url: 'https://track.easypost.com/abc',
    fees: [],
    carrier_detail: null,
    // EasyPost lists the oldest first.
    tracking_details: steps.map((step) => ({
      object: 'TrackingDetail',
      message: step.text,
      description: null,
      status: step.status ?? null,
      status_detail: step.detail ?? null,
      datetime: step.time,
      source: 'USPS',
      carrier_code: null,
      tracking_location: { object: 'TrackingLocation', ...place(step) },
    })),
    ...more,
  };
}

const shippoStatus = (step: Step) => ({
  object_created: '2025-11-20T15:00:00Z',
  object_updated: null,
  object_id: 'a1b2',
  status: step.status ?? 'TRANSIT',
  status_details: step.text,
  status_date: step.time,
  substatus: step.detail == null ? null : { code: step.detail, text: '', action_required: false },
  location: place(step),
});

/** The last step is what holds now. */
export function shippo(steps: Step[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const now = steps.at(-1);
  return {
    carrier: 'usps',
    tracking_number: '9400111201080805483016',
    address_from: { city: 'San Francisco', state: 'CA', zip: '94103', country: 'US' },
    address_to: { city: 'Chicago', state: 'IL', zip: '60611', country: 'US' },
    eta: null,
    original_eta: null,
    servicelevel: { token: 'usps_priority', name: null },
    metadata: null,
    tracking_status: now ? shippoStatus(now) : null,
    tracking_history: steps.map(shippoStatus),
    transaction: null,
    test: false,
    messages: [],
    ...more,
  };
}
