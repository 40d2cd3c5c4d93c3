/** What the console asks by HTTP: who I am, people, settings. The desk's talk goes over the `Wire`. */
import type { ErrorCode } from '../../protocol/errors.ts';
import type {
  AuditView,
  FieldProblem,
  InviteView,
  LinkView,
  Me,
  OneTimeLink,
  PeopleView,
  PersonView,
  SettingsView,
} from '../../protocol/people.ts';
import type { LetterId } from '../../protocol/letters.ts';
import type { LetterPreview, LettersView, LetterTextView } from '../../protocol/owner-letters.ts';
import type { Role } from '../../protocol/rights.ts';
import type { StoreSettings } from '../../protocol/settings.ts';
import type { SetSecret, TrackingView } from '../../protocol/tracking.ts';
import { language, word } from './words.ts';

export interface Api {
  signIn(body: { email: string; password: string }): Promise<Me>;
  /** What a one-time link is for. It stays good. */
  readLink(token: string): Promise<LinkView>;
  join(body: JoinBody): Promise<Me>;
  me(): Promise<Me>;
  signOut(): Promise<void>;
  changePassword(body: { old: string; new: string }): Promise<void>;
  people(): Promise<PeopleView>;
  invite(body: { email: string; name?: string; role: Role }): Promise<OneTimeLink & { invite?: InviteView }>;
  changePerson(id: string, body: { name?: string; role?: Role; disabled?: boolean }): Promise<{ person?: PersonView }>;
  /** A link with which they choose a new password. */
  resetPassword(id: string): Promise<OneTimeLink>;
  withdrawInvite(id: string): Promise<void>;
  settings(): Promise<SettingsView>;
  saveSettings(body: { version: number; settings: StoreSettings }): Promise<SettingsView>;
  tracking(): Promise<TrackingView>;
  /** null takes it away. */
  setSecret(body: SetSecret): Promise<TrackingView>;
  audit(before: number | null): Promise<AuditView>;
  letters(): Promise<LettersView>;
  /** As it would go out, with facts that are made up; `bare`: with none. */
  previewLetter(body: LetterWording & { bare: boolean }): Promise<LetterPreview>;
  saveLetter(body: LetterWording & { version: number | null }): Promise<{ text: LetterTextView }>;
  putLetterBack(body: { letter: LetterId; locale: string; version: number }): Promise<{ text: LetterTextView }>;
}

export interface LetterWording {
  letter: LetterId;
  locale: string;
  subject: string;
  body: string;
}

export interface JoinBody {
  token: string;
  password: string;
  name?: string;
  email?: string;
  shop?: { name: string; origin: string };
}

/** `E_LINE`: no answer came. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly code: ErrorCode | 'E_LINE';
  /** For the reader; worded by the server. */
  readonly text: string;
  readonly problems: FieldProblem[];
  readonly retryAfterMs: number | undefined;
  constructor(code: ErrorCode | 'E_LINE', text: string, problems: FieldProblem[] = [], retryAfterMs?: number) {
    super(code);
    this.code = code;
    this.text = text;
    this.problems = problems;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface ApiOptions {
  fetch: typeof fetch;
  /** Of the session; '' before there is one. */
  csrf(): string;
  /** The session has ended, wherever that was noticed. */
  onSignedOut(): void;
}

/** Every method rejects with `ApiRefusal`. */
export function createApi({ fetch, csrf, onSignedOut }: ApiOptions): Api {
  async function ask<T>(method: string, path: string, body?: unknown, quiet = false): Promise<T> {
    const response = await fetch(`/api/console/${path}`, {
      method,
      headers: {
        'accept-language': language.value,
        ...(method !== 'GET' && { 'x-csrf-token': csrf() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    const answer: unknown = await response?.json().catch(() => null);
    if (response?.status === 204 || (response?.ok && isRecord(answer))) return answer as T;
    const refusal = refusalIn(answer);
    if (refusal.code === 'E_SIGNED_OUT' && !quiet) onSignedOut();
    throw refusal;
  }

  return {
    signIn: (body) => ask('POST', 'sign-in', body, true),
    readLink: (token) => ask('POST', 'link', { token }, true),
    join: (body) => ask('POST', 'join', body, true),
    me: () => ask('GET', 'me', undefined, true),
    signOut: () => ask('POST', 'sign-out', {}),
    changePassword: (body) => ask('POST', 'password', body),
    people: () => ask('GET', 'people'),
    invite: (body) => ask('POST', 'people/invite', body),
    changePerson: (id, body) => ask('PATCH', `people/${encodeURIComponent(id)}`, body),
    resetPassword: (id) => ask('POST', `people/${encodeURIComponent(id)}/reset`, {}),
    withdrawInvite: (id) => ask('DELETE', `people/invites/${encodeURIComponent(id)}`),
    settings: () => ask('GET', 'settings'),
    saveSettings: (body) => ask('PUT', 'settings', body),
    tracking: () => ask('GET', 'tracking'),
    setSecret: (body) => ask('PUT', 'tracking/secret', body),
    letters: () => ask('GET', 'letters'),
    previewLetter: (body) => ask('POST', 'letters/preview', body),
    saveLetter: (body) => ask('PUT', 'letters', body),
    putLetterBack: (body) => ask('POST', 'letters/put-back', body),
    audit: (before) => ask('GET', before === null ? 'audit' : `audit?before=${before}`),
  };
}

/** Whatever was thrown, as something to show. */
export function asRefusal(error: unknown): ApiRefusal {
  return error instanceof ApiRefusal ? error : new ApiRefusal('E_INTERNAL', word('problems.broken'));
}

const PATIENCE_MS = 20_000;

function refusalIn(answer: unknown): ApiRefusal {
  if (!isRecord(answer) || typeof answer['code'] !== 'string') return new ApiRefusal('E_LINE', word('problems.noAnswer'));
  const { code, text, problems, retryAfterMs } = answer;
  return new ApiRefusal(
    code as ErrorCode,
    typeof text === 'string' ? text : word('problems.broken'),
    Array.isArray(problems) ? (problems as FieldProblem[]) : [],
    typeof retryAfterMs === 'number' ? retryAfterMs : undefined,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
