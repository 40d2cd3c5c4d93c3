/** Arithmetic of check digits. Each takes the whole normalised number and tells whether its check digit, the last unless said, fits. */
export type CheckName =
  | 's10'
  | 'gs1'
  | 'ups'
  | 'fedex12'
  | 'fedex34'
  | 'fedexGround'
  | 'fedexSmart'
  | 'mod7'
  | 'identcode'
  | 'usps20'
  | 'usps22'
  | 'usps26'
  | 'mod37'
  | 'colissimo'
  | 'luhn'
  | 'ontrac';

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
  // Two letters follow it.
  s10: (number) => s10CheckDigit(number.slice(2, 10)) === Number(number[10]),
  gs1: gs1Fits,
  ups: (number) => alternating(number.slice(2, 17)) === last(number),
  fedex12: (number) => (weightedSum(number.slice(0, 11), [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 11) % 10 === last(number),
  // The parcel's own number is the end of the long barcode, and is counted the other way round than the bare one.
  fedex34: (number) => (weightedSum(number.slice(-14, -1), [1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 11) % 10 === last(number),
  // Ground numbers count from the right like GS1; the "96" prefix of the 22-digit form stays out of the sum.
  fedexGround: (number) => gs1Fits(number.slice(-15)),
  // The application identifier is counted though not printed; so it is with the old label of USPS.
  fedexSmart: (number) => gs1Fits(`92${number}`),
  // DHL Express; also what Japan calls 7DR.
  mod7: (number) => Number(BigInt(number.slice(0, -1)) % 7n) === last(number),
  identcode: (number) => (10 - (weightedSum(number.slice(0, 11), [4, 9, 4, 9, 4, 9, 4, 9, 4, 9, 4]) % 10)) % 10 === last(number),
  // The routing prefix (420 and the ZIP code) is not covered, so each counts its own digits from the end.
  usps20: (number) => gs1Fits(number.slice(-20)) || gs1Fits(`91${number.slice(-20)}`),
  usps22: (number) => gs1Fits(number.slice(-22)),
  usps26: (number) => gs1Fits(number.slice(-26)),
  mod37: mod37Fits,
  colissimo: (number) => gs1Fits(number.slice(2)),
  luhn: luhnFits,
  // The letter stands for a digit.
  ontrac: (number) => alternating(`${number.startsWith('C') ? 4 : 5}${number.slice(1, -1)}`) === last(number),
};

function gs1Fits(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 2, weight = 3; i >= 0; i--, weight = 4 - weight) sum += Number(digits[i]) * weight;
  return (10 - (sum % 10)) % 10 === last(digits);
}

/** Each second character counts twice, letters by their place in the alphabet; what is left to the next ten. */
function alternating(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    const value = code < 58 ? code - 48 : (code - 3) % 10;
    sum += i % 2 === 1 ? value * 2 : value;
  }
  return (10 - (sum % 10)) % 10;
}

/** ISO 7064 mod 37/36 over all but the last character. */
function mod37Fits(number: string): boolean {
  let product = 36;
  for (const char of number.slice(0, -1)) {
    let sum = Number.parseInt(char, 36) + product;
    if (sum > 36) sum -= 36;
    product = sum * 2;
    if (product > 36) product -= 37;
  }
  const check = 37 - product;
  return Number.parseInt(number.at(-1) ?? '', 36) === (check === 36 ? 0 : check);
}

/** ISO/IEC 7812, as on payment cards. */
export function luhnFits(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const value = Number(digits[i]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

function last(number: string): number {
  return Number(number.at(-1));
}
