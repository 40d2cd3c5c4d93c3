import type { Road as RoadFacts } from '../../protocol/card.ts';
import { ParcelFront } from './parcel.tsx';

/** The road as a picture: two legs, one border, one box. Its stops stand below it as a list. */
export function Road({ road }: { road: RoadFacts<string> }) {
  const { at, gate } = road;
  const box = at === null ? null : pointOn(at <= 1 ? LEG_1 : LEG_2, beside(at <= 1 ? at : at - 1));
  return (
    <div class={`route ${road.tone}`}>
      <svg class="road" viewBox={`0 ${gate === 'closed' ? 24 : 12} 320 ${gate === 'closed' ? 72 : 84}`} role="img" aria-label={road.name}>
        <path class="ground" d="M14 86h292" />
        <path class="ahead" d={path(LEG_1) + path(LEG_2)} />
        {at !== null && at > 0 && <path class="gone" pathLength={1} d={path(upTo(LEG_1, at))} />}
        {at !== null && at > 1 && <path class="gone" pathLength={1} d={path(upTo(LEG_2, at - 1))} />}
        {gate !== 'none' && <path class="border" d="M176 14v72" />}
        {gate === 'open' && <path class="arm up" d="M176 86V66l9-26" />}
        {gate === 'closed' && <path class="arm" d="M183 86V61M183 64.5h51v6.5h-51M199 64.5l-3 6.5M213 64.5l-3 6.5M227 64.5l-3 6.5" />}
        {STOPS.map((x, i) => (
          <circle key={x} class={road.stops[i]?.done ? 'stop done' : 'stop'} cx={x} cy="86" r="5" />
        ))}
        <path class="place" d="M294 86V76l8-7 8 7v10zM8 86V75h6v-5h11v16zM12.5 79H15M18 79h2.5" />
        {box && (
          <g class="ride" transform={`translate(${box[0]} ${box[1]})`}>
            <circle class="halo" r="19" />
            <g class="box">
              <g transform="translate(-15 -16) scale(.94)">
                <ParcelFront />
              </g>
            </g>
          </g>
        )}
      </svg>
      <ol class="stops">
        {road.stops.map((stop, i) => (
          <li key={i}>
            <b>{stop.name}</b>
            {stop.note && <span>{stop.note}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}

type Point = readonly [number, number];
type Curve = readonly [Point, Point, Point, Point];
const LEG_1: Curve = [
  [34, 86],
  [66, 20],
  [144, 20],
  [176, 86],
];
const LEG_2: Curve = [
  [176, 86],
  [194, 40],
  [266, 40],
  [284, 86],
];
const STOPS = [34, 176, 284];

// The box stands beside a stop, never on it, or it would hide whether the stop is lit.
const beside = (t: number) => Math.min(0.82, Math.max(0.18, t));
const path = ([a, b, c, d]: Curve) => `M${a}C${b} ${c} ${d}`;
const mix = (a: Point, b: Point, t: number): Point => [+(a[0] + (b[0] - a[0]) * t).toFixed(1), +(a[1] + (b[1] - a[1]) * t).toFixed(1)];
const pointOn = (curve: Curve, t: number) => upTo(curve, t)[3];

/** The part of a cubic curve from its start to `t`, by de Casteljau. */
function upTo([a, b, c, d]: Curve, t: number): Curve {
  if (t >= 1) return [a, b, c, d];
  const ab = mix(a, b, t);
  const bc = mix(b, c, t);
  const abc = mix(ab, bc, t);
  return [a, ab, abc, mix(abc, mix(bc, mix(c, d, t), t), t)];
}
