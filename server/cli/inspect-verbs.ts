import type { Answer } from './inspect-lines.ts';

/** Each is loaded when it is asked for: whoever wants a number looked at need not wait for fifteen languages. */
export const VERBS: Readonly<Record<string, () => Promise<Answer>>> = {
  understand: async () => (await import('./inspect-understand.ts')).createUnderstand(),
  number: async () => (await import('./inspect-number.ts')).inspectNumber,
  status: async () => (await import('./inspect-status.ts')).createStatus({ now: () => Date.now() }),
};
