/** A linear model with a softmax over it: small, fast, and as good as anything on texts as short as these. */

export interface Sample {
  pieces: readonly number[];
  /** Index of the class. */
  label: number;
  /** How much it counts; 1 unless told. */
  weight?: number;
}

export interface Softmax {
  classes: number;
  /** `weights[piece * classes + class]`, in steps of `step`. */
  weights: Int8Array;
  step: number;
  bias: Float32Array;
}

/** Probability of each class. Pieces weigh the same, whatever the length of the text. */
export function predict(model: Softmax, pieces: readonly number[]): Float64Array {
  const { classes, weights, step, bias } = model;
  const sums = new Float64Array(classes);
  for (const piece of pieces) {
    const from = piece * classes;
    for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) + (weights[from + k] ?? 0);
  }
  const scale = step / Math.sqrt(Math.max(1, pieces.length));
  for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) * scale + (bias[k] ?? 0);
  return toProbabilities(sums);
}

export interface Training {
  size: number;
  classes: number;
  /** Seed of the order in which samples are seen. */
  seed: number;
  rounds: number;
  /** How fast weights move, and how hard they are drawn back to zero. */
  rate: number;
  decay: number;
}

/** Stochastic gradient descent with a rate of its own for each weight (AdaGrad). The same samples and seed give the same model. */
export function train(samples: readonly Sample[], { size, classes, seed, rounds, rate, decay }: Training): Softmax {
  const weights = new Float32Array(size * classes);
  const squares = new Float32Array(size * classes).fill(1e-2);
  const bias = new Float32Array(classes);
  const random = createRandom(seed);
  const order = samples.map((_, i) => i);
  const sums = new Float64Array(classes);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const which of order) {
      const sample = samples[which];
      if (!sample) continue;
      const { pieces, label, weight = 1 } = sample;
      const value = 1 / Math.sqrt(Math.max(1, pieces.length));
      sums.fill(0);
      for (const piece of pieces)
        for (let k = 0, at = piece * classes; k < classes; k++, at++) sums[k] = (sums[k] ?? 0) + (weights[at] ?? 0);
      for (let k = 0; k < classes; k++) sums[k] = (sums[k] ?? 0) * value + (bias[k] ?? 0);
      const errors = toProbabilities(sums);
      errors[label] = (errors[label] ?? 0) - 1;
      for (let k = 0; k < classes; k++) bias[k] = (bias[k] ?? 0) - 0.02 * rate * weight * (errors[k] ?? 0);
      for (const piece of pieces) {
        for (let k = 0, at = piece * classes; k < classes; k++, at++) {
          const old = weights[at] ?? 0;
          const slope = weight * (errors[k] ?? 0) * value + decay * old;
          const square = (squares[at] ?? 0) + slope * slope;
          squares[at] = square;
          weights[at] = old - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { classes, bias, ...inSteps(weights) };
}

/** One byte a weight is enough: what is lost is far below what the next sample would change. */
function inSteps(weights: Float32Array): Pick<Softmax, 'weights' | 'step'> {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = most === 0 ? 1 : most / 127;
  return { step, weights: Int8Array.from(weights, (weight) => Math.round(weight / step)) };
}

function toProbabilities(sums: Float64Array): Float64Array {
  let most = -Infinity;
  for (const sum of sums) most = Math.max(most, sum);
  let all = 0;
  const shares = new Float64Array(sums.length);
  for (let k = 0; k < sums.length; k++) all += shares[k] = Math.exp((sums[k] ?? 0) - most);
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] ?? 0) / all;
  return shares;
}

/** Mulberry32: small, seeded, the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}
