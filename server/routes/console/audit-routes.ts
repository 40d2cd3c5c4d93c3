import type { AuditView } from '../../../protocol/people.ts';
import { Refused } from '../../errors.ts';
import type { Store } from '../../store/port.ts';
import type { Gate } from './gate.ts';

const PAGE = 50;

/** What was done in this shop, newest first. People are kept by their ids and shown by the names they have now. */
export function auditRoutes(gate: Gate, store: Store): void {
  gate.serve('GET /api/console/audit', null, async ({ who, query }): Promise<AuditView> => {
    const { storeId } = who.agent;
    const [rows, people] = await Promise.all([store.auditOf(storeId, beforeOf(query['before']), PAGE), store.agentsOf(storeId)]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const named = (id: string) => names.get(id) ?? id;
    return {
      entries: rows.map(({ at, actor, action, detail, conversationId }) => ({
        at,
        action,
        actor: named(actor),
        conversation: conversationId,
        detail: { ...detail, ...(typeof detail['person'] === 'string' && { person: named(detail['person']) }) },
      })),
      before: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}

function beforeOf(given: unknown): number | null {
  if (given === undefined) return null;
  const id = Number(given);
  if (typeof given !== 'string' || !Number.isSafeInteger(id) || id < 1) throw new Refused('E_BAD_PAYLOAD');
  return id;
}
