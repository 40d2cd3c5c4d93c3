import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../flows/dates.ts';
import { CLAIM_KINDS, CLAIM_LINES, CLAIM_OUTCOMES, type ClaimAnswer, type ClaimDoc, type ClaimLine } from '../../../protocol/claim.ts';
import { standingOf } from '../../../server/claims/clocks.ts';
import { answer, appeal, choose, type Done, file, NO_CLAIM, undo } from '../../../server/claims/deeds.ts';
import { LINES } from '../../../server/claims/lines.ts';

/** Friday 27 November 2026, four in the afternoon in Shanghai. */
const NOW = Date.UTC(2026, 10, 27, 8);
const no = (at: number): ClaimAnswer => ({ outcome: 'refused', amount: null, at });
const yes = (at: number): ClaimAnswer => ({ outcome: 'accepted', amount: 5_000, at });

function then(doc: ClaimDoc, ...deeds: ((doc: ClaimDoc) => Done)[]): ClaimDoc {
  return deeds.reduce((before, deed) => {
    const done = deed(before);
    if (!done.ok) throw new Error(done.because);
    return done.doc;
  }, doc);
}
const filed =
  (at: number, line: ClaimLine = 'platform') =>
  (doc: ClaimDoc) =>
    file(doc, { line, kind: 'lost', at, note: null }, at);
const answered = (given: ClaimAnswer) => (doc: ClaimDoc) => answer(doc, given, given.at);
const appealed = (at: number) => (doc: ClaimDoc) => appeal(doc, at, at);
const stands = (doc: ClaimDoc, now: number, line: ClaimLine = 'platform') => standingOf(doc.tries, line, now);

describe('a complaint about platform logistics', () => {
  it('is answered within ten natural days', () => {
    const doc = then(NO_CLAIM, filed(NOW));
    expect(stands(doc, NOW)).toEqual({
      used: 1,
      clock: { what: 'answer', dueAt: NOW + 10 * DAY, over: false },
      may: { file: false, answer: true, appeal: false },
    });
    expect(stands(doc, NOW + 10 * DAY).clock).toMatchObject({ what: 'answer', over: false });
  });

  it('that is not answered by then may be appealed against for fifteen days', () => {
    const doc = then(NO_CLAIM, filed(NOW));
    expect(stands(doc, NOW + 10 * DAY + 1)).toMatchObject({
      clock: { what: 'appeal', dueAt: NOW + 25 * DAY, over: false },
      may: { answer: true, appeal: true, file: false },
    });
    expect(stands(doc, NOW + 25 * DAY).may.appeal).toBe(true);
    expect(stands(doc, NOW + 25 * DAY + 1)).toMatchObject({ clock: { over: true }, may: { appeal: false } });
    // To say that no answer came gives no more days.
    const told = then(doc, answered({ outcome: 'none', amount: null, at: NOW + 20 * DAY }));
    expect(stands(told, NOW + 20 * DAY)).toMatchObject({ clock: { what: 'appeal', dueAt: NOW + 25 * DAY }, may: { file: true } });
  });

  it('that is refused may be appealed against for fifteen days, or made a second time', () => {
    const doc = then(NO_CLAIM, filed(NOW), answered(no(NOW + 4 * DAY)));
    expect(stands(doc, NOW + 4 * DAY)).toEqual({
      used: 1,
      clock: { what: 'appeal', dueAt: NOW + 19 * DAY, over: false },
      may: { file: true, answer: false, appeal: true },
    });
    expect(stands(doc, NOW + 19 * DAY + 1).may).toEqual({ file: true, answer: false, appeal: false });
    expect(appeal(doc, NOW + 19 * DAY + 1, NOW + 20 * DAY)).toEqual({ ok: false, because: 'now' });
    // Made in time and entered late: it was made.
    expect(appeal(doc, NOW + 19 * DAY, NOW + 30 * DAY).ok).toBe(true);
  });

  it('goes to the platform with the appeal, which steps in within one working day', () => {
    const doc = then(NO_CLAIM, filed(NOW - DAY), answered(no(NOW - DAY)), appealed(NOW));
    // Appealed on a Friday: by Monday.
    const monday = Date.UTC(2026, 10, 30, 10);
    expect(stands(doc, NOW)).toMatchObject({
      clock: { what: 'decision', dueAt: monday, over: false },
      may: { answer: true, appeal: false, file: false },
    });
    expect(stands(doc, monday + 1).clock).toMatchObject({ over: true });
    expect(stands(then(doc, answered(no(NOW + HOUR))), NOW + DAY)).toMatchObject({ clock: null, may: { file: true, appeal: false } });
  });

  it('that is accepted is over', () => {
    const doc = then(NO_CLAIM, filed(NOW), answered(yes(NOW + DAY)));
    expect(stands(doc, NOW + DAY)).toEqual({ used: 1, clock: null, may: { file: false, answer: false, appeal: false } });
  });

  it('is made twice and not a third time', () => {
    const twice = then(NO_CLAIM, filed(NOW), answered(no(NOW)), filed(NOW + 1), answered(no(NOW + 2)));
    expect(stands(twice, NOW + 2)).toMatchObject({ used: 2, may: { file: false, appeal: true } });
    expect(file(twice, { line: 'platform', kind: 'lost', at: NOW + 3, note: null }, NOW + 3)).toEqual({ ok: false, because: 'tries' });
  });
});

it('other carriers run no clock that we know of', () => {
  const doc = then(NO_CLAIM, filed(NOW, 'royalMailUk'));
  expect(stands(doc, NOW + 90 * DAY, 'royalMailUk')).toEqual({
    used: 1,
    clock: { what: 'answer', dueAt: null, over: false },
    may: { file: false, answer: true, appeal: false },
  });
  expect(stands(then(doc, answered(no(NOW + DAY))), NOW + DAY, 'royalMailUk')).toMatchObject({
    clock: null,
    may: { file: true, appeal: false },
  });
});

describe('what is entered', () => {
  it('is neither still to come nor before what it follows', () => {
    expect(file(NO_CLAIM, { line: 'platform', kind: 'lost', at: NOW + 1, note: null }, NOW)).toEqual({ ok: false, because: 'time' });
    const doc = then(NO_CLAIM, filed(NOW));
    expect(answer(doc, no(NOW - 1), NOW)).toEqual({ ok: false, because: 'time' });
    expect(answer(doc, no(NOW + 1), NOW)).toEqual({ ok: false, because: 'time' });
  });

  it('is what the line takes', () => {
    expect(choose(NO_CLAIM, 'offline', 'delay')).toEqual({ ok: false, because: 'now' });
    expect(file(NO_CLAIM, { line: 'offline', kind: 'delay', at: NOW, note: null }, NOW)).toEqual({ ok: false, because: 'now' });
  });

  it('brings money with a yes alone', () => {
    const doc = then(NO_CLAIM, filed(NOW), answered({ ...no(NOW), amount: 100 }));
    expect(doc.tries[0]?.answer?.amount).toBeNull();
  });

  it('is taken back one by one, the last first', () => {
    const steps = [NO_CLAIM];
    for (const deed of [filed(NOW), answered(no(NOW)), appealed(NOW), answered(yes(NOW))]) steps.push(then(steps.at(-1) ?? NO_CLAIM, deed));
    for (let i = steps.length - 1; i > 0; i--) {
      const back = undo(steps[i] ?? NO_CLAIM);
      expect(back.ok && back.doc.tries).toEqual(steps[i - 1]?.tries);
    }
    expect(undo(NO_CLAIM)).toEqual({ ok: false, because: 'now' });
  });
});

describe('whatever is entered, in whatever order', () => {
  const deed = fc.oneof(
    fc.record({ do: fc.constant('file'), line: fc.constantFrom(...CLAIM_LINES), kind: fc.constantFrom(...CLAIM_KINDS) }),
    fc.record({ do: fc.constant('answer'), outcome: fc.constantFrom(...CLAIM_OUTCOMES) }),
    fc.record({ do: fc.constantFrom('appeal', 'undo') }),
  );
  type Deed = { do: string; line?: ClaimLine; kind?: (typeof CLAIM_KINDS)[number]; outcome?: ClaimAnswer['outcome'] };

  function enter(doc: ClaimDoc, what: Deed, at: number): Done {
    if (what.do === 'file') return file(doc, { line: what.line ?? 'platform', kind: what.kind ?? 'lost', at, note: null }, at);
    if (what.do === 'answer') return answer(doc, { outcome: what.outcome ?? 'none', amount: 1, at }, at);
    return what.do === 'appeal' ? appeal(doc, at, at) : undo(doc);
  }

  it('no line is complained about more often than it takes, and nothing is open beside the last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.nat(20 * DAY)), { maxLength: 40 }), (deeds) => {
        let doc = NO_CLAIM;
        let at = NOW;
        for (const [what, after] of deeds) {
          at += after;
          const done = enter(doc, what, at);
          if (done.ok) doc = done.doc;
          for (const line of CLAIM_LINES) expect(stands(doc, at, line).used).toBeLessThanOrEqual(LINES[line].mostTries);
          expect(stands(doc, at).used).toBeLessThanOrEqual(2);
          for (const one of doc.tries.slice(0, -1)) expect(one.appeal ? one.appeal.answer : one.answer).not.toBeNull();
          const { may } = stands(doc, at, doc.line ?? 'platform');
          // One who waits for an answer does nothing else meanwhile, but for the appeal that silence opens.
          if (may.answer) expect(may.file).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what a standing allows is done, and what it forbids is not', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), fc.nat(30 * DAY), (deeds, later) => {
        let doc = NO_CLAIM;
        for (const what of deeds) {
          const done = enter(doc, what, NOW);
          if (done.ok) doc = done.doc;
        }
        const at = NOW + later;
        const { may } = stands(doc, at, 'platform');
        expect(file(doc, { line: 'platform', kind: 'lost', at, note: null }, at).ok).toBe(may.file);
        expect(appeal(doc, at, at).ok).toBe(may.appeal);
        expect(answer(doc, no(at), at).ok).toBe(may.answer);
      }),
    );
  });

  it('a clock that has run out does not run again by waiting', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(40 * DAY), fc.nat(40 * DAY), (isAnswered, wait, more) => {
        const doc = then(NO_CLAIM, filed(NOW), ...(isAnswered ? [answered(no(NOW))] : []));
        const before = stands(doc, NOW + wait);
        const later = stands(doc, NOW + wait + more);
        if (before.clock?.what === 'appeal' && before.clock.over) expect(later.clock).toEqual(before.clock);
        if (!before.may.appeal && before.clock?.what === 'appeal') expect(later.may.appeal).toBe(false);
      }),
    );
  });
});
