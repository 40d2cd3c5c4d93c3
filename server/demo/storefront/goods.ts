export interface Good {
  name: string;
  note: string;
  price: string;
  /** Inside a `viewBox` of 160 by 160. The classes are the shop's own paints, so that the dark theme dims them. */
  drawing: string;
}

const FLOOR = '<ellipse class="shade" cx="80" cy="138" rx="46" ry="6"/>';

export const GOODS: Good[] = [
  {
    name: 'Sand ceramic lamp',
    note: 'Linen shade, turned base',
    price: '£64.00',
    drawing: `${FLOOR}<path class="c" d="M66 86h28l6 34q2 16-20 16t-20-16z"/><path class="b" d="M56 28h48l16 52H40z"/><path class="d" d="M76 80h8v7h-8z"/>`,
  },
  {
    name: 'Slate teapot',
    note: 'Stoneware, six cups',
    price: '£48.00',
    drawing: `${FLOOR}<path class="line" d="M112 78q24 2 20 24t-24 18"/><path class="e" d="M38 92q0-34 40-34t40 34q0 44-40 44T38 92z"/><path class="e" d="M42 92L20 70l8-4 22 18z"/><path class="d" d="M56 60q22-12 44 0l-4 4q-18-8-36 0z"/><circle class="d" cx="78" cy="50" r="5"/>`,
  },
  {
    name: 'Moor wool blanket',
    note: 'Undyed, 140 × 200 cm',
    price: '£92.00',
    drawing: `${FLOOR}<path class="f" d="M34 60h92v70q0 6-6 6H40q-6 0-6-6z"/><path class="b" d="M34 60q0-14 14-14h64q14 0 14 14v14H34z"/><path class="stripe" d="M34 92h92M34 102h92M34 122h92"/>`,
  },
  {
    name: 'Tall reed vase',
    note: 'Mouth-blown glass',
    price: '£36.00',
    drawing: `${FLOOR}<path class="line" d="M78 74q-4-36-18-50M82 74q2-40 20-56M80 74V22"/><path class="g" d="M62 72h36l-6 26 8 34q0 6-6 6H66q-6 0-6-6l8-34z"/>`,
  },
  {
    name: 'Oak step stool',
    note: 'Oiled, holds 150 kg',
    price: '£110.00',
    drawing: `${FLOOR}<path class="c" d="M36 58h88v12H36z"/><path class="d" d="M44 70h12l-6 66H38zM104 70h12l6 66h-12z"/><path class="c" d="M46 98h68v9H46z"/>`,
  },
  {
    name: 'Two beeswax candles',
    note: 'Burn for nine hours',
    price: '£14.00',
    drawing: `${FLOOR}<path class="b" d="M58 62h16v66H58zM88 46h16v82H88z"/><path class="flame" d="M66 40q8 10 0 18-8-8 0-18zM96 24q8 10 0 18-8-8 0-18z"/><path class="d" d="M46 126h70l-6 10H52z"/>`,
  },
];
