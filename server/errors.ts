import type { ErrorCode } from '../protocol/errors.ts';
import type { FieldProblem } from '../protocol/people.ts';

/** What is told instead of the code's own words, where more is known: who has the chat, why not now. */
export interface Because {
  key: string;
  p?: Record<string, string>;
}

/** An expected refusal with its code, for places where a value can't be returned. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;
  readonly because: Because | undefined;
  constructor(code: ErrorCode, retryAfterMs?: number, because?: Because) {
    super(code);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.because = because;
  }
}

/** Understood, but can't be so: each problem in its place, worded for whoever typed it. */
export class Invalid extends Refused {
  readonly problems: FieldProblem[];
  constructor(problems: FieldProblem[]) {
    super('E_INVALID');
    this.problems = problems;
  }
}

/** Closes a switch over a union: the compiler says when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`);
}
