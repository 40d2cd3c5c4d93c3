import { newPassword, type Passwords } from '../people/passwords.ts';
import type { Clock, NewId } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';

export const DEMO_AGENT_EMAIL = 'nadia@example.com';

/** Somebody to answer the demo shop's shoppers. The password is made anew for each data folder and kept as its hash: it is shown now or never. */
export async function addDemoAgent(
  store: Store,
  storeId: string,
  make: { passwords: Passwords; newId: NewId; clock: Clock },
): Promise<{ email: string; password: string } | null> {
  const [email, password] = [DEMO_AGENT_EMAIL, newPassword()];
  const agent = {
    ...{ id: make.newId(), storeId, name: 'Nadia Kern', email, role: 'agent' as const },
    ...{ disabled: false, available: true, seenAt: null, createdAt: make.clock.now() },
  };
  return (await store.addAgent(agent, await make.passwords.hash(password))) ? { email, password } : null;
}
