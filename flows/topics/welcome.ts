/** The first screen. Their own words come first; plain choices stand beside them for thumbs that can't type now. */
import { PROBLEMS } from '../../protocol/case.ts';
import type { Problem } from '../../protocol/case.ts';
import type { Icon } from '../../protocol/icons.ts';
import { t } from '../../protocol/words.ts';
import { answers, choice } from '../asks.ts';
import { handOver } from '../handover.ts';
import { hear, tellHeard } from '../hearing.ts';
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

export const welcome = flow.createStateConfig({
  id: 'welcome',
  entry: askTopic,
  on: {
    'shopper.chose': answers(Object.fromEntries(PROBLEMS.map((problem) => [problem, { target: '#identify', actions: topic(problem) }]))),
    'shopper.said': [
      { guard: 'isUrgent', target: '#person.waiting', actions: [hearStory, handOver('urgent')] },
      asksFirst,
      { guard: ({ event }) => event.understood.intent === 'greeting' || event.understood.intent === 'thanks', actions: greet },
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
