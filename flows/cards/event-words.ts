/**
 * What a tracking event means, in words that can be translated. Carriers write in their own language, so the meaning is
 * taken from the state, and from a few plain marks where the state alone would say the same thing ten times.
 */
import type { ParcelEvent, Place } from '../../protocol/parcel.ts';
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';

export function eventWords(event: ParcelEvent): Words {
  const mark = event.state === 'in_transit' ? MARKS.find(([pattern]) => pattern.test(event.text)) : undefined;
  return t(`parcel:event.${mark === undefined ? event.state : mark[1]}`);
}

export function placeWords(place: Place | undefined): Words | null {
  if (place === undefined) return null;
  if (place.city !== undefined && place.country !== undefined) {
    return t('parcel:place', { city: { $code: place.city }, country: { $country: place.country } });
  }
  if (place.city !== undefined) return { $code: place.city };
  return place.country === undefined ? null : { $country: place.country };
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/customs|clearance|海关|清关|通关/i, 'customs_passed'],
  [/depart|left\b|dispatched|离开|发出|起飞|交航|离港|离境|出境/i, 'departed'],
  [/arriv|到达|抵达|到港|落地|入境/i, 'arrived'],
  [/accept|picked up|collected|received by|揽收|收寄|已收件|入库/i, 'accepted'],
  [/sort|process|分拣|处理/i, 'sorted'],
];
