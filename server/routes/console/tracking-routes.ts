import { SetSecret } from '../../../protocol/tracking.ts';
import { Refused } from '../../errors.ts';
import type { Shops } from '../../shops/shops.ts';
import type { Secrets } from '../../tracking/secrets.ts';
import type { Gate } from './gate.ts';

/** Which keys there are and where services send their news; keys go in and never come out. */
export function trackingRoutes(gate: Gate, { shops, secrets }: { shops: Shops; secrets: Secrets }): void {
  gate.serve('GET /api/console/tracking', null, ({ who, host }) => view(who.agent.storeId, host));

  gate.serve('PUT /api/console/tracking/secret', SetSecret, async ({ who, body, host }) => {
    await secrets.set(who.agent, body.name, body.value);
    return view(who.agent.storeId, host);
  });

  async function view(storeId: string, host: string): Promise<object> {
    const shop = await shops.asStored(storeId);
    if (!shop) throw new Refused('E_NOT_FOUND');
    return secrets.view(shop, host);
  }
}
