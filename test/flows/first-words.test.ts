/** The first message: surely one trouble, one of two, or nothing that we know. */
import { describe, expect, it } from 'vitest';
import type { Understood } from '../../flows/events.ts';
import { begin, saidIn, understood } from './walk.ts';

const say = (news: Partial<Understood>) => ({ type: 'shopper.said' as const, text: '…', understood: understood(news) });
const chose = (choice: string) => ({ type: 'shopper.chose' as const, choice });

describe('two troubles that are as likely', () => {
  const asked = () => {
    const talk = begin();
    const effects = talk.send(say({ intent: 'missing_items', between: ['missing_items', 'damaged'], occasion: 'gift' }));
    return { talk, effects };
  };

  it('are asked about with two buttons, and neither is taken for granted', () => {
    const { talk, effects } = asked();
    expect(saidIn(effects)).toEqual(['bot:welcome.either']);
    expect(talk.prompt?.prompt.choices).toMatchObject([
      { id: 'missing_items', label: { $t: 'choice:missing' } },
      { id: 'damaged', label: { $t: 'choice:damaged' } },
      { id: 'neither' },
    ]);
    expect(talk.snapshot.context.problem).toBeNull();
  });

  it('a tap decides, and what was told before is not lost', () => {
    const { talk } = asked();
    expect(saidIn(talk.send(chose('damaged')))).toEqual(['bot:heard.weight', 'bot:identify.ask']);
    expect(talk.snapshot.context).toMatchObject({ problem: 'other', heard: { intent: 'damaged', occasion: 'gift' } });
  });

  it('or is neither: all topics are there again', () => {
    const { talk } = asked();
    talk.send(chose('neither'));
    expect(talk.prompt).toMatchObject({ name: 'welcome', prompt: { kind: 'topics' } });
  });

  it('or more words do', () => {
    const { talk } = asked();
    expect(saidIn(talk.send(say({ intent: 'customs_held' })))).toContain('bot:identify.ask');
    expect(talk.snapshot.context.problem).toBe('customs');
  });

  it('are no question where both lead down the same road', () => {
    const talk = begin();
    talk.send(say({ intent: 'where_is_my_order', between: ['where_is_my_order', 'in_transit_late'] }));
    expect(talk.prompt?.name).toBe('identify');
  });
});

describe('something else', () => {
  it('is not taken for a trouble: the topics stay, and nobody is sorry', () => {
    const talk = begin();
    expect(saidIn(talk.send(say({ intent: 'other' })))).toEqual(['bot:welcome.unclear']);
    expect(talk.prompt).toMatchObject({ name: 'welcome', prompt: { kind: 'topics' } });
    expect(talk.snapshot.context.problem).toBeNull();
  });

  it('twice brings a person', () => {
    const talk = begin();
    talk.send(say({ intent: 'other' }));
    talk.send(say({ intent: 'other' }));
    expect(talk.prompt?.prompt.choices.map(({ id }) => id)).toContain('talk');
  });

  it.each<Partial<Understood>>([
    { order: '1003' },
    { tracking: 'LX123456785FR' },
    { days: 9 },
    { occasion: 'birthday' },
    { wish: 'refund' },
  ])('with %o is heard as a story', (news) => {
    const talk = begin();
    talk.send(say({ intent: 'other', ...news }));
    expect(talk.prompt?.name ?? 'looking').not.toBe('welcome');
  });
});
