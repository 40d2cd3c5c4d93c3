/** The shop with its shoppers, and the people who answer them: each in a browser of their own, all by one clock. */
import { randomBytes } from 'node:crypto';
import type { BrowserContextOptions } from 'playwright-core';
import type { Role } from '../../../protocol/rights.ts';
import { hashToken } from '../../../server/identity/tokens.ts';
import type { AgentRow } from '../../../server/store/port.ts';
import { DAY } from '../../support/clock.ts';
import { addPerson } from '../../support/people.ts';
import { openShop, type Shop } from '../shop.ts';
import { textsOf } from '../texts.ts';
import { type Agent, enterConsole } from './agent.ts';
import { beginTime, setTime } from './page-time.ts';
import { keepSession } from './session.ts';

export interface Desk extends Shop {
  /** Somebody new comes to work: signed in, with the list before them. */
  agent(name: string, work?: Work): Promise<Agent>;
  /** One who is in already, at another browser. */
  again(agent: Agent, work?: Work): Promise<Agent>;
  /** Every browser is closed, those of shoppers too. */
  everybodyLeaves(): Promise<void>;
  /** Time goes on, for the server and at every desk; what is due by then happens. */
  advance(ms: number): Promise<void>;
}

export interface Work extends BrowserContextOptions {
  role?: Role;
  /** Whose words the agent reads. */
  language?: string;
  password?: string;
  /** Where to begin; default the list. `signIn`: without a session. */
  at?: string;
  signedIn?: boolean;
}

/** A desk in London. */
const SCREEN: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
};
/** The machine may be busy with others; nothing here is measured. */
const PATIENCE_MS = 20_000;
export const PATIENT = { timeout: PATIENCE_MS };

export async function openDesk(): Promise<Desk> {
  const shop = await openShop();
  const { app, browser } = shop;
  const contexts = new Set<Awaited<ReturnType<typeof browser.newContext>>>();

  async function sit(row: AgentRow, { language = 'en', at = '#/inbox/all', signedIn = true, ...work }: Work): Promise<Agent> {
    const { role: _role, password: _password, ...options } = work;
    const context = await browser.newContext({ ...SCREEN, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    contexts.add(context);
    context.on('close', () => contexts.delete(context));
    await beginTime(context, app.clock.now());
    if (signedIn) {
      const token = randomBytes(32).toString('base64url');
      // Good for longer than a test’s clock may run.
      await app.store.addAgentSession({
        tokenHash: hashToken(token),
        agentId: row.id,
        storeId: row.storeId,
        expiresAt: app.clock.now() + 60 * DAY,
      });
      await keepSession(context, app.url, token);
    }
    return enterConsole({ app, context, row, url: `${app.url}/console/${at}`, texts: textsOf(language), signedIn });
  }

  return {
    ...shop,
    async agent(name, work = {}) {
      const { role = 'agent', password } = work;
      const person = { name, role, ...(password !== undefined && { password }) };
      const { row } = await addPerson(app.store, app.shop.id, person, app.clock.now());
      return sit(row, work);
    },
    again: (agent, work = {}) => sit(agent.row, work),
    everybodyLeaves: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    async advance(ms) {
      app.clock.advance(ms);
      await app.app.tick();
      await app.app.idle();
      await Promise.all([...contexts].map((context) => setTime(context, app.clock.now())));
    },
  };
}
