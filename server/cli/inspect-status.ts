import { parcelFlags } from '../../flows/deadlines.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { mapAfterShip } from '../parcels/statuses/after-ship.ts';
import { mapEasyPost } from '../parcels/statuses/easy-post.ts';
import type { Mapped } from '../parcels/statuses/mapped.ts';
import { map17Track } from '../parcels/statuses/seventeen-track.ts';
import { mapShippo } from '../parcels/statuses/shippo.ts';
import { parseTime } from '../parcels/statuses/times.ts';
import type { Clock } from '../providers/ports.ts';
import { defaultPolicy } from '../settings.ts';
import { LineError, textIn, type Answer, type Line } from './inspect-lines.ts';

const MAPPERS: Readonly<Record<string, (payload: unknown) => Mapped>> = {
  aftership: mapAfterShip,
  '17track': map17Track,
  easypost: mapEasyPost,
  shippo: mapShippo,
};

/**
 * `{"provider", "payload", "now"?}` -> the parcel that the payload tells of. A list gives `parcels`, and where it holds a single one its
 * fields beside them, so that one parcel reads the same however it is wrapped. Flags are worked out by the policy of a new shop, for `now`.
 */
export function createStatus(clock: Clock): Answer {
  return (line) => {
    const map = mapperOf(line);
    const payload = payloadIn(line);
    const now = nowIn(line) ?? clock.now();
    const { parcels, isList } = map(payload);
    const [only, ...others] = parcels;
    const own = only && others.length === 0 ? told(only, now) : { state: null };
    if (!isList) return own;
    const list = { parcels: parcels.map((parcel) => ({ number: parcel.number, ...told(parcel, now) })) };
    return parcels.length > 1 ? list : { ...own, ...list };
  };
}

function told(parcel: Parcel, now: number): object {
  return {
    state: parcel.state,
    reason: parcel.reason ?? null,
    flags: parcelFlags(parcel, null, defaultPolicy, now),
    lastEventAt: parcel.events[0]?.at ?? null,
    events: parcel.events,
  };
}

function mapperOf(line: Line): (payload: unknown) => Mapped {
  const provider = textIn(line, 'provider').toLowerCase();
  const map = Object.hasOwn(MAPPERS, provider) ? MAPPERS[provider] : undefined;
  if (!map) throw new LineError(`There is no provider "${provider.slice(0, 60)}"; there are ${Object.keys(MAPPERS).join(', ')}.`);
  return map;
}

function payloadIn({ payload }: Line): unknown {
  if (payload === undefined) throw new LineError('"payload" is missing.');
  if (typeof payload !== 'object') throw new LineError('"payload" is no object and no list.');
  return payload;
}

function nowIn({ now }: Line): number | null {
  if (now === undefined || now === null) return null;
  const time = typeof now === 'string' || typeof now === 'number' ? parseTime(String(now)) : null;
  if (time === null) throw new LineError('"now" is no time.');
  return time;
}
