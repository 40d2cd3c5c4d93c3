/** Sign-in, people and settings: what the console's HTTP routes take and give. Bodies are JSON. */
import { Type } from 'typebox';
import { ROLES, type Role } from './rights.ts';
import { StoreSettings } from './settings.ts';

const strict = { additionalProperties: false };
const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' });
const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });
/** Long enough by itself; no rules about which characters. */
const NewPassword = Type.String({ minLength: 10, maxLength: 200 });
const Token = Type.String({ minLength: 20, maxLength: 100 });
const RoleOf = Type.Enum([...ROLES] as [...typeof ROLES]);

export const SignIn = Type.Object({ email: Type.String({ maxLength: 254 }), password: Type.String({ maxLength: 200 }) }, strict);
export const ReadLink = Type.Object({ token: Token }, strict);
/** Takes up a one-time link: the first owner, somebody invited, or a new password. */
export const Join = Type.Object(
  {
    token: Token,
    password: NewPassword,
    /** Not for a new password. */
    name: Type.Optional(Name),
    /** The first owner's; an invitation has its own. */
    email: Type.Optional(Email),
    /** Where the link is not for a shop that is there: the shop to make. */
    shop: Type.Optional(
      Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }), origin: Type.String({ maxLength: 200 }) }, strict),
    ),
  },
  strict,
);
export const ChangePassword = Type.Object({ old: Type.String({ maxLength: 200 }), new: NewPassword }, strict);
export const Invite = Type.Object({ email: Email, name: Type.Optional(Name), role: RoleOf }, strict);
export const ChangePerson = Type.Object(
  { name: Type.Optional(Name), role: Type.Optional(RoleOf), disabled: Type.Optional(Type.Boolean()) },
  strict,
);
/** `version`: as it was read; where it is another by now: `E_CHANGED`, and nothing is written. */
export const SaveSettings = Type.Object({ version: Type.Integer(), settings: StoreSettings }, strict);

/** Who I am, and what each later request and the socket's handshake must bring along. */
export interface Me {
  agent: { id: string; name: string; email: string; initials: string; role: Role; available: boolean };
  store: { key: string; name: string; color: string | null };
  /** Goes into the header `X-CSRF-Token` of everything but GET, and into the socket's handshake as `csrf`. */
  csrf: string;
  /** Languages that the console can be read in. */
  locales: string[];
}

export interface LinkView {
  kind: 'setUp' | 'invite' | 'password';
  /** null: the shop is to be made. */
  shop: string | null;
  email: string | null;
  name: string | null;
  role: Role;
}

export interface PersonView {
  id: string;
  name: string;
  email: string;
  initials: string;
  role: Role;
  disabled: boolean;
  /** Connected to the desk now. */
  here: boolean;
  seenAt: number | null;
}

export interface InviteView {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  expiresAt: number;
}

export interface PeopleView {
  people: PersonView[];
  invites: InviteView[];
}

/** Shown once; we keep only its hash. */
export interface OneTimeLink {
  url: string;
  expiresAt: number;
}

export interface SettingsView {
  settings: StoreSettings;
  version: number;
  key: string;
  /** The one line for the shop's pages. */
  snippet: string;
  /** Languages there are words for, with their own names and the greeting that is ours. */
  languages: { id: string; name: string; greeting: string }[];
}

export interface AuditView {
  entries: {
    at: number;
    actor: string;
    action: string;
    conversation: string | null;
    detail: Record<string, string | number | boolean | null>;
  }[];
  /** Ask for what came before this; null at the end. */
  before: number | null;
}

/** Settings that were refused, each in its place. */
export interface FieldProblem {
  path: string;
  text: string;
}
