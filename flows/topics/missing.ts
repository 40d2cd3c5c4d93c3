/** The box came, not everything in it. What is missing, what shows it, and who looks at it by when. */
import { t } from '../../protocol/words.ts';
import { answers, asking, choices, noted } from '../asks.ts';
import { startInquiry, tellOfMail, warnOfProtection } from '../promises.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import { evidence } from './evidence.ts';

const isMissing = act((turn) => turn.know({ problem: 'missing' }));
const proveForItems = act((turn) => turn.know({ problem: 'missing', provingFor: 'missing' }));

const askSplit = asking('missing.split', ['inOther', 'notInOther', 'unsure'], (turn) =>
  turn.say('bot:missing.split', { count: turn.facts.order?.parcels.length ?? 1 }),
);

const lookAtOther = act((turn) => {
  turn.know({ problem: 'in_transit', checks: {}, parcel: null, given: { ...turn.facts.given, tracking: null } });
});

const askItems = act((turn) => {
  const items = turn.facts.order?.items ?? [];
  turn.say((turn.facts.order?.parcels.length ?? 1) > 1 ? 'bot:missing.which' : 'bot:missing.whichOneParcel');
  turn.ask('missing.items', {
    kind: 'items',
    items: items.map(({ id, name, variant, quantity }) => ({ id, name, quantity, ...(variant === undefined ? {} : { detail: variant }) })),
    submit: t('prompt:items.submit'),
    choices: choices(['unsure', 'talk']),
  });
});

const takeItems = actOn('shopper.pickedItems', (turn, { items }) => {
  const ordered = turn.facts.order?.items ?? [];
  const missing = items.flatMap(({ id, count }) => {
    const item = ordered.find((o) => o.id === id);
    return item === undefined ? [] : [{ id, name: item.name, count: Math.min(count, item.quantity) }];
  });
  turn.know({ missing });
  turn.say('bot:missing.counted', { count: missing.reduce((sum, { count }) => sum + count, 0) });
});

const openCase = act((turn) => {
  turn.know({ problem: 'missing' });
  const isNew = turn.facts.case === null;
  turn.openCase('missing', 'photos');
  turn.say('bot:evidence.intro', { number: { $code: turn.facts.case?.number ?? '' } });
  if (isNew) tellOfMail(turn);
});

const toWarehouse = act((turn) => {
  turn.sendLetter('evidenceReceived');
  startInquiry(turn, 'missing', 'warehouse', 'warehouseAnswer', 'warehouse', 'bot:missing.case');
  warnOfProtection(turn);
});

export const missing = flow.createStateConfig({
  id: 'missing',
  initial: 'decide',
  states: {
    /** The tracking does not say delivered yet, so it is worth asking whether the box is there at all. */
    early: {
      entry: asking('missing.early', ['haveBox', 'noBox', 'unsure']),
      on: {
        'shopper.chose': answers({
          haveBox: { target: 'decide' },
          noBox: { target: '#route', actions: act((turn) => turn.know({ problem: 'in_transit' })) },
          unsure: { target: '#route', actions: act((turn) => turn.know({ problem: 'in_transit' })) },
        }),
      },
    },
    decide: {
      entry: isMissing,
      always: [
        { guard: ({ context }) => context.order === null, target: '#prove', actions: proveForItems },
        {
          guard: ({ context }) => context.order !== null && context.order.parcels.length > 1 && context.checks['split'] === undefined,
          target: 'split',
        },
        { guard: ({ context }) => context.missing.length === 0, target: 'items' },
        { target: 'evidence', actions: openCase },
      ],
    },
    split: {
      entry: askSplit,
      on: {
        'shopper.chose': answers({
          inOther: { target: '#which', actions: lookAtOther },
          notInOther: { target: 'items', actions: noted('split', 'no') },
          unsure: { target: 'items', actions: noted('split', 'unsure') },
        }),
      },
    },
    items: {
      id: 'items',
      entry: askItems,
      on: {
        'shopper.pickedItems': { target: 'evidence', actions: [takeItems, openCase] },
        'shopper.chose': answers({
          unsure: { target: 'evidence', actions: [act((turn) => turn.say('bot:missing.unsureItems')), openCase] },
        }),
      },
    },
    evidence,
    collected: {
      id: 'evidenceDone',
      entry: asking('missing.collected', ['collectedMe', 'collectedOther', 'unsure']),
      on: {
        'shopper.chose': answers({
          collectedMe: { target: '#following', actions: [noted('collected', 'me'), toWarehouse] },
          collectedOther: { target: 'intact', actions: noted('collected', 'other') },
          unsure: { target: '#following', actions: [noted('collected', 'unsure'), toWarehouse] },
        }),
      },
    },
    intact: {
      entry: asking('missing.intact', ['wasWhole', 'wasDamaged', 'unsure']),
      on: {
        'shopper.chose': answers({
          wasWhole: { target: '#following', actions: [noted('intact', 'yes'), toWarehouse] },
          wasDamaged: { target: '#following', actions: [noted('intact', 'no'), toWarehouse] },
          unsure: { target: '#following', actions: [noted('intact', 'unsure'), toWarehouse] },
        }),
      },
    },
  },
});
