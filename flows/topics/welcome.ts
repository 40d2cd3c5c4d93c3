/** The first screen. Their own words come first; plain choices stand beside them for thumbs that can't type now. */
import { PROBLEMS } from '../../protocol/case.ts';
import type { Problem } from '../../protocol/case.ts';
import type { Icon } from '../../protocol/icons.ts';
import { t } from '../../protocol/words.ts';
import { answers, choice } from '../asks.ts';
import type { Intent } from '../events.ts';
import { handOver } from '../handover.ts';
import { eitherOf, hear, isAboutNothing, listen, problemOf, tellHeard } from '../hearing.ts';
import { asksFirst } from '../mid-step.ts';
import { flow } from '../setup.ts';
import { takeFromPage } from './identify.ts';
import { act, actOn } from '../turn.ts';

const askTopic = act((turn) => {
  turn.ask('welcome', {
    kind: 'topics',
    title: t('prompt:welcome.title'),
    intro: t('prompt:welcome.intro'),
    placeholder: t('prompt:welcome.placeholder'),
    choices: TOPICS.map(([id, icon]) => ({ ...choice(id, icon), ...detailOf(id) })),
  });
});

const hearStory = actOn('shopper.said', (turn, { understood }) => {
  hear(turn, understood);
  tellHeard(turn);
});

const startFlow = actOn('page.startedFlow', (turn, { problem }) => {
  turn.know({ problem });
  tellHeard(turn);
});

const greet = actOn('shopper.said', (turn, { understood }) =>
  turn.say(`bot:welcome.${understood.intent === 'thanks' ? 'thanks' : 'hello'}`),
);

/** Two troubles are as likely: a tap is kinder than a wrong road. */
const askEither = actOn('shopper.said', (turn, { understood }) => {
  const either = eitherOf(understood);
  if (either === null) return;
  listen(turn, understood);
  turn.say('bot:welcome.either');
  turn.ask('welcome.either', {
    kind: 'choices',
    choices: [...either.map((intent) => ({ id: intent, label: t(`choice:${LABELS[intent] ?? 'other'}`) })), choice('neither')],
  });
});

const notOurs = actOn('shopper.said', (turn, { understood }) => {
  listen(turn, understood);
  turn.know({ misses: turn.facts.misses + 1 });
  turn.say('bot:welcome.unclear');
});

function meant(intent: Intent) {
  return act((turn) => {
    turn.know({ problem: problemOf(intent), heard: { ...turn.facts.heard, intent } });
    tellHeard(turn);
  });
}

/** The troubles that a question may name, by the words of their answer. */
const LABELS: Partial<Record<Intent, string>> = {
  not_received_delivered: 'delivered',
  in_transit_late: 'in_transit',
  where_is_my_order: 'in_transit',
  customs_held: 'customs',
  lost: 'lost',
  missing_items: 'missing',
  damaged: 'damaged',
  wrong_item: 'wrongItem',
  returned: 'returned',
};

export const welcome = flow.createStateConfig({
  id: 'welcome',
  entry: askTopic,
  on: {
    'shopper.chose': [
      ...answers(Object.fromEntries(PROBLEMS.map((problem) => [problem, { target: '#identify', actions: topic(problem) }]))),
      ...answers(Object.fromEntries((Object.keys(LABELS) as Intent[]).map((id) => [id, { target: '#identify', actions: meant(id) }]))),
      ...answers({ neither: { target: '#welcome', reenter: true } }),
    ],
    'shopper.said': [
      { guard: 'isUrgent', target: '#person.waiting', actions: [hearStory, handOver('urgent')] },
      asksFirst,
      { guard: ({ event }) => event.understood.intent === 'greeting' || event.understood.intent === 'thanks', actions: greet },
      { guard: ({ event }) => eitherOf(event.understood) !== null, actions: askEither },
      {
        guard: ({ context, event }) => isAboutNothing(event.understood) && context.misses > 0,
        target: '#person.offered',
        actions: actOn('shopper.said', (turn, { understood }) => listen(turn, understood)),
      },
      { guard: ({ event }) => isAboutNothing(event.understood), actions: notOurs },
      { target: '#identify', actions: hearStory },
    ],
    'page.gave': { actions: actOn('page.gave', takeFromPage) },
    'page.startedFlow': { target: '#identify', actions: startFlow },
  },
});

function topic(problem: Problem) {
  return act((turn) => {
    turn.know({ problem });
    tellHeard(turn);
  });
}

function detailOf(id: Problem): { detail?: ReturnType<typeof t> } {
  return id === 'other' ? {} : { detail: t(`choice:detail.${id}`) };
}

const TOPICS: readonly (readonly [Problem, Icon])[] = [
  ['delivered', 'door'],
  ['in_transit', 'truck'],
  ['customs', 'gate'],
  ['missing', 'gap'],
  ['returned', 'turn'],
  ['other', 'ask'],
];
