/** Upper case, ASCII digits, no spaces, dashes or dots: the form in which tracking numbers are compared and stored. */
export function normalise(text: string): string {
  return latinLetters(asciiDigits(text.normalize('NFKC')).toUpperCase()).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The digits of every script as 0 to 9. NFKC folds full-width digits but leaves Arabic-Indic and others as they are. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.findLast((one) => one <= code) ?? code;
    return code - zero < 10 ? String(code - zero) : digit;
  });
}

// Digits stand in rows of ten in Unicode; where each row begins.
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0,
  0x1810,
];

// Keyboards of Russia, Ukraine and Greece have letters that look like those of a tracking number and are others.
function latinLetters(upper: string): string {
  return /[\u0370-\u04ff]/.test(upper) && /\d{6}/.test(upper.replace(/[^\p{L}\p{N}]/gu, ''))
    ? upper.replace(/[\u0370-\u04ff]/g, (letter) => LOOKALIKES[letter] ?? letter)
    : upper;
}

const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  ['АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS', 'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX']
    .join(' ')
    .split(' ')
    .map(([letter = '', latin = '']) => [letter, latin]),
);
