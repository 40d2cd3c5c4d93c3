/** What `npm start` prints where it was started. Secrets stand here alone: for the eyes of whoever has the terminal, never in the log. */
export interface Welcome {
  /** Our address. */
  host: string;
  /** The demo shop's pages. */
  storefront: string | null;
  /** On the first start only. */
  agent: { email: string; password: string } | null;
  /** The first owner's link, on the first start only. */
  setUp: string | null;
}

export function welcomeText({ host, storefront, agent, setUp }: Welcome): string {
  const parts = [
    storefront === null ? `Tracewell is ready at ${host}` : `Tracewell is ready. Try the demo shop:\n\n  ${storefront}`,
    agent &&
      `Answer its shoppers at the desk. This password is shown only now:\n\n  ${host}/console/\n  e-mail    ${agent.email}\n  password  ${agent.password}`,
    setUp !== null && `Become the shop's owner. This link works once and is shown only now:\n\n  ${setUp}`,
  ];
  const text = parts.filter((part) => typeof part === 'string').join('\n\n');
  return `\n${text.replaceAll(/^(?=.)/gm, '  ')}\n`;
}
