/**
 * What people typed, as they typed it. Among letters from right to left a number, a code or an address keeps to itself: else "+44 20
 * 7946 0958" is read from its end, and "#1003-AB" falls apart. By elements, so that nothing is added to what is copied.
 */
export function Typed({ text }: { text: string }) {
  return <>{runsOf(text).map((run, i) => (i % 2 ? <bdi dir="ltr">{run}</bdi> : run))}</>;
}

/** By turns what runs with the text and what runs from left to right in it; joined, they are the text. */
export function runsOf(text: string): string[] {
  return RTL.test(text) ? text.split(RUN) : [text];
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufefc]/;
// From a Latin letter or a digit to the last one before the text turns back; a bracket only with its other half.
const RUN =
  /([+#@]?(?:[\p{sc=Latin}\d]|\([+\p{sc=Latin}\d][^()\n\u0590-\u08ff\ufb1d-\ufefc]*\))(?:(?:[^()\n\u0590-\u08ff\ufb1d-\ufefc]|\([^()\n\u0590-\u08ff\ufb1d-\ufefc]*\))*(?:[\p{sc=Latin}\d%]|\([^()\n\u0590-\u08ff\ufb1d-\ufefc]*\)))?)/u;
