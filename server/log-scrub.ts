/** Takes out of a log line what must not stand there. By field name first; by shape for what slips into other fields. */
import { createHmac } from 'node:crypto';

type Fields = Record<string, unknown>;

const MAX_TEXT = 300;
/** Searched for secrets before it is cut, so that none is cut in two and overlooked. */
const MAX_SEARCHED = 1_000;
const MAX_DEPTH = 4;
const MAX_ITEMS = 20;

/** What opens a door, what people wrote, who they are. */
const SECRET =
  /token|secret|password|passwd|authorization|cookie|csrf|signature|^jwt$|^identity$|email|e-mail|^mail$|contact|phone|address|postcode|^name$|customer|^text$|^said$|^body$|^query$|^comment$|^context$|^order$|tracking|^page$|^title$|snapshot/i;
/** Ids of rows and people: kept as a hash. */
const ID = /^(conversation|visitor|message|photo|session|agent|store|shop|case|owner)(Id|Key|Number)?$|^(id|ip|number|sub|actor)$/;

export function createScrubber(secret: string): (fields: Fields) => Fields {
  const hash = (id: unknown) => `#${createHmac('sha256', secret).update(String(id)).digest('hex').slice(0, 12)}`;
  return (fields) => record(fields, 0);

  function record(fields: Fields, depth: number): Fields {
    return Object.fromEntries(Object.entries(fields).map(([key, value]) => [text(key), named(key, value, depth)]));
  }

  function named(key: string, value: unknown, depth: number): unknown {
    if (value === null || value === undefined || typeof value === 'boolean') return value;
    if (key === 'req') return request(value);
    if (key === 'res') return { statusCode: (value as { statusCode?: unknown }).statusCode };
    if (SECRET.test(key)) return '[redacted]';
    if (ID.test(key) && (typeof value === 'string' || typeof value === 'number')) return hash(value);
    return plain(value, depth);
  }

  function plain(value: unknown, depth: number): unknown {
    if (value instanceof Error) return problem(value, depth);
    if (typeof value === 'string') return text(value);
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
    if (depth >= MAX_DEPTH) return '[deep]';
    if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => plain(item, depth + 1));
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    return record(value as Fields, depth + 1);
  }

  /** Of a request its route, as it was declared: the path itself may hold ids and the query anything. */
  function request(value: unknown): Fields {
    const { method, ip, routeOptions } = value as { method?: string; ip?: string; routeOptions?: { url?: string } };
    return { method, route: routeOptions?.url ?? '[none]', ip: hash(ip) };
  }

  function problem(error: Error, depth: number): Fields {
    const { code } = error as { code?: unknown };
    return {
      type: error.name,
      ...((typeof code === 'string' || typeof code === 'number') && { code: text(String(code)) }),
      message: text(error.message),
      stack: stackOf(error),
      ...(error.cause !== undefined && depth < MAX_DEPTH && { cause: plain(error.cause, depth + 1) }),
    };
  }
}

// The head of a stack repeats the message.
function stackOf(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 8).map((line) => text(line.trim()));
}

const EMAIL = /[^\s@<>"'(),;:=]+@[^\s@<>"'(),;:=]+/g;
const JWT = /\beyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g;
const BEARER = /\b(bearer|basic)\s+\S+/gi;
/** 256 bits in base64url or hex. */
const LONG_SECRET = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43,}(?![A-Za-z0-9_-])/g;
const USERINFO = /\/\/[^\s/@]*@/g;

function text(value: string): string {
  const clean = value
    .slice(0, MAX_SEARCHED)
    .replace(USERINFO, '//[credentials]@')
    .replace(BEARER, '$1 [token]')
    .replace(JWT, '[token]')
    .replace(LONG_SECRET, '[token]')
    .replace(EMAIL, '[email]');
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT)}…` : clean;
}
