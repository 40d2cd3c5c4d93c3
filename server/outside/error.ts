/** Why a service outside could not be asked. */
export type OutsideReason = 'address' | 'redirect' | 'tooLarge' | 'tooSlow' | 'network';

export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  readonly reason: OutsideReason;
  constructor(reason: OutsideReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}
