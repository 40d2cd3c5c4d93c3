/** What agents enter about the shop's claim on the carrier. It stands beside the talk and not in it, so no road leads from it to a shopper. */
import { AnswerClaim, AppealClaim, ChooseClaimLine, FileClaim, UndoClaim, WeighClaim } from '../../../protocol/agent-events.ts';
import type { ClaimDoc } from '../../../protocol/claim.ts';
import { answer, appeal, choose, type Done, file, type Hindrance, NO_CLAIM, undo, weigh } from '../../claims/deeds.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../providers/ports.ts';
import type { AuditRow, Store } from '../../store/port.ts';
import type { Seat } from './seat.ts';
import { served, type Table } from './served.ts';
import { NOT_NOW, unlessOthers } from './standing.ts';

type Claiming = 'claimLine' | 'claimFile' | 'claimAnswer' | 'claimAppeal' | 'claimGoods' | 'claimUndo';
type Of = { conversation: string; version: number };

export function claims({ store, clock }: { store: Store; clock: Clock }): Table<Claiming> {
  return {
    claimLine: served(ChooseClaimLine, (seat, { line, kind, ...of }) =>
      enter(seat, of, (doc) => choose(doc, line, kind), 'claim.chosen', { line, kind }),
    ),
    claimFile: served(FileClaim, (seat, { line, kind, at, note, ...of }) =>
      enter(seat, of, (doc, now) => file(doc, { line, kind, at, note: note ?? null }, now), 'claim.filed', { line, kind, at }),
    ),
    claimAnswer: served(AnswerClaim, (seat, { outcome, amount, at, ...of }) =>
      enter(seat, of, (doc, now) => answer(doc, { outcome, amount, at }, now), 'claim.answered', { outcome, amount, at }),
    ),
    claimAppeal: served(AppealClaim, (seat, { at, ...of }) =>
      enter(seat, of, (doc, now) => appeal(doc, at, now), 'claim.appealed', { at }),
    ),
    claimGoods: served(WeighClaim, (seat, { goods, ...of }) => enter(seat, of, (doc) => weigh(doc, goods), 'claim.weighed', { ...goods })),
    claimUndo: served(UndoClaim, (seat, of) => enter(seat, of, undo, 'claim.undone')),
  };

  async function enter(
    seat: Seat,
    { conversation, version }: Of,
    deed: (doc: ClaimDoc, now: number) => Done,
    action: string,
    detail: AuditRow['detail'] = {},
  ): Promise<object> {
    const { row } = await seat.look(conversation);
    const refused = unlessOthers(row, seat.agent);
    if (refused) throw new Refused(refused.refuse, undefined, refused.because);
    if (row.caseNumber === null) throw new Refused('E_NOT_ALLOWED', undefined, { key: 'desk:why.noCase' });
    const at = clock.now();
    const kept = await store.claimOf(row.storeId, row.caseNumber);
    if ((kept?.version ?? 0) !== version) throw new Refused('E_CHANGED');
    const done = deed(kept?.doc ?? NO_CLAIM, at);
    if (!done.ok) throw hindered(done.because);
    const claim = { storeId: row.storeId, caseNumber: row.caseNumber, conversationId: row.id, doc: done.doc, updatedAt: at };
    const audit = { at, ...seat.did(action, { case: row.caseNumber, ...detail }) };
    if (!(await store.saveClaim(claim, version, audit))) throw new Refused('E_CHANGED');
    return {};
  }
}

function hindered(because: Hindrance): Refused {
  if (because === 'time') return new Refused('E_TIME', undefined, { key: 'desk:why.claimTime' });
  return new Refused('E_NOT_ALLOWED', undefined, because === 'tries' ? { key: 'desk:why.claimTries' } : NOT_NOW.because);
}
