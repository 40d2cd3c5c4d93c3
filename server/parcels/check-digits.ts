/** Arithmetic of check digits. Each takes the whole normalised number and tells whether its check digit fits. */
export type CheckName = 's10' | 'gs1' | 'ups' | 'fedex12' | 'fedexGround' | 'dhlExpress' | 'identcode' | 'usps' | 'dpd';

export function checkFits(name: CheckName, number: string): boolean {
  return CHECKS[name](number);
}

/** UPU S10: the digit that belongs to an eight-digit serial. */
export function s10CheckDigit(serial: string): number {
  const rest = weightedSum(serial, [8, 6, 4, 2, 3, 5, 9, 7]) % 11;
  if (rest === 0) return 5;
  return rest === 1 ? 0 : 11 - rest;
}

const CHECKS: Record<CheckName, (number: string) => boolean> = {
  s10: (number) => s10CheckDigit(number.slice(2, 10)) === Number(number[10]),
  gs1: gs1Fits,
  ups: upsFits,
  fedex12: (number) => (weightedSum(number.slice(0, 11), [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 11) % 10 === last(number),
  // Ground numbers count from the right like GS1; the "96" prefix of the 22-digit form stays out of the sum.
  fedexGround: (number) => gs1Fits(number.slice(-15)),
  dhlExpress: (number) => Number(BigInt(number.slice(0, -1)) % 7n) === last(number),
  identcode: (number) => (10 - (weightedSum(number.slice(0, 11), [4, 9, 4, 9, 4, 9, 4, 9, 4, 9, 4]) % 10)) % 10 === last(number),
  // The routing prefix (420 + ZIP) is printed in front of the number and not covered by its check digit. A 20-digit
  // number is the old label, whose application identifier 91 is counted though not printed.
  usps: (number) => {
    const bare = number.length > 26 ? number.slice(number.length === 34 ? -22 : 8) : number;
    return gs1Fits(bare) || (bare.length === 20 && gs1Fits(`91${bare}`));
  },
  dpd: dpdFits,
};

function gs1Fits(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 2, weight = 3; i >= 0; i--, weight = 4 - weight) sum += Number(digits[i]) * weight;
  return (10 - (sum % 10)) % 10 === last(digits);
}

function upsFits(number: string): boolean {
  let sum = 0;
  const body = number.slice(2, 17);
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    const value = code < 58 ? code - 48 : (code - 3) % 10;
    sum += i % 2 === 1 ? value * 2 : value;
  }
  return (10 - (sum % 10)) % 10 === last(number);
}

/** ISO 7064 mod 37/36 over the first 27 characters. */
function dpdFits(number: string): boolean {
  let product = 36;
  for (const char of number.slice(0, 27)) {
    let sum = Number.parseInt(char, 36) + product;
    if (sum > 36) sum -= 36;
    product = sum * 2;
    if (product > 36) product -= 37;
  }
  const check = 37 - product;
  return Number.parseInt(number[27] ?? '', 36) === (check === 36 ? 0 : check);
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

function last(number: string): number {
  return Number(number.at(-1));
}
