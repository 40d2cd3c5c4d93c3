/** Asks the console's routes as a browser would. */
import type { TestApp } from '../../support/app.ts';
import type { TestPerson } from '../../support/people.ts';

export interface Answer {
  status: number;
  body: Record<string, unknown> & { code?: string; ok?: boolean };
  headers: Headers;
  /** What the browser was told to keep, by `Set-Cookie`. */
  setCookie: string | null;
}

export interface AskOptions {
  body?: unknown;
  /** Their cookie and token. */
  as?: Pick<TestPerson, 'cookie' | 'csrf'> | null;
  /** Over those of `as`. */
  headers?: Record<string, string>;
}

/** `route` as in the registry of rights, with the id filled in. */
export async function ask(app: TestApp, route: string, { body, as, headers = {} }: AskOptions = {}): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`${app.url}${path}`, {
    method,
    headers: {
      ...(method !== 'GET' && { origin: app.url }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(as && { cookie: as.cookie, 'x-csrf-token': as.csrf }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    body: (isJson ? JSON.parse(text) : { text }) as Answer['body'],
    headers: response.headers,
    setCookie: response.headers.get('set-cookie'),
  };
}

/** The cookie as the browser sends it back, with the token that goes with it. */
export function signedInBy(answer: Answer): { cookie: string; csrf: string } {
  return { cookie: answer.setCookie?.split(';')[0] ?? '', csrf: String(answer.body['csrf']) };
}
