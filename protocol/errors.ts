/** Reasons of refusal that cross a wire. The server words them for a person; clients act on the code alone. */
export const ERROR_CODES = [
  'E_BAD_PAYLOAD', // fails its schema; nothing changed
  'E_NO_STORE', // unknown store key
  'E_ORIGIN', // this page may not embed that store
  'E_NOT_FOUND', // not there, or not yours: the same answer
  'E_NOT_ALLOWED', // signed in, but not for this
  'E_NO_HELLO', // spoke before `hello`
  'E_TOKEN', // token unknown or expired: start anew
  'E_IDENTITY', // signed identity refused
  'E_IDENTITY_REQUIRED', // this store asks for a signed identity
  'E_STALE_PROMPT', // the question has moved on
  'E_RATE', // too many; `retryAfterMs` says when
  'E_STORAGE', // could not be saved; try again
  'E_CLOSING', // server is restarting; try again
  'E_TAKEN', // another agent has it
  'E_WRONG_STEP', // not a step it can be given back at
  'E_SIGN_IN', // e-mail or password not right: the same answer for both
  'E_SIGNED_OUT', // no session, or it has ended
  'E_CSRF', // the request does not come from our own page
  'E_LINK', // one-time link unknown, used or over
  'E_EXISTS', // that e-mail address has an account
  'E_LAST_OWNER', // a shop keeps one owner who may sign in
  'E_CHANGED', // somebody else wrote first: read it again
  'E_INVALID', // understood, but can't be so; `problems` says where
  'E_TIME', // a promise's time that is over, or too far off
  'E_VERSION', // client and server do not speak the same protocol
  'E_PHOTO_TYPE',
  'E_PHOTO_SIZE',
  'E_PHOTO_EMPTY',
  'E_PHOTO_BROKEN',
  'E_PHOTO_PIXELS',
  'E_PHOTO_LIMIT',
  'E_INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface Refusal {
  ok: false;
  code: ErrorCode;
  /** Worded for the viewer: what happened and what to do. */
  text: string;
  retryAfterMs?: number;
}
export type Ack<T = object> = ({ ok: true } & T) | Refusal;
