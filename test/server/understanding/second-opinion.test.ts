/** A language model that is asked where our own understanding is unsure: over the whole road, with one on this machine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { createOutside } from '../../../server/outside/fetch.ts';
import { createSecondOpinion } from '../../../server/understanding/second-opinion.ts';
import { createUnderstanding, readUnderstanding } from '../../../server/understanding/understanding.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { startChatModel, type ChatModel } from '../../support/chat-model.ts';
import { openShopper, type TestShopper } from '../../support/shopper.ts';

const PUZZLING = 'grmblfx zzyq wobbel';
const PLAIN = 'my parcel is stuck in customs and they want me to pay import duty';

let model: ChatModel;
let app: TestApp;
let shopper: TestShopper;
beforeEach(async () => {
  model = await startChatModel();
  app = await startApp({ config: { outsideAllow: [model.host], opinion: { url: model.url, model: 'small', key: 'secret' } } });
  shopper = await openShopper(app.url, { store: app.shop.key });
});
afterEach(async () => {
  shopper.close();
  await app.close();
  await model.close();
});

it('decides where the text says too little to us', async () => {
  model.says = '{"intent": "damaged"}';
  await shopper.say(PUZZLING);
  await shopper.prompt(({ kind }) => kind === 'find');
  expect(model.asked).toHaveLength(1);
  expect(model.asked[0]).toMatchObject({ authorization: 'Bearer secret', body: { model: 'small' } });
});

it('is not asked where we are sure', async () => {
  model.says = '{"intent": "damaged"}';
  await shopper.say(PLAIN);
  await shopper.prompt(({ kind }) => kind === 'find');
  expect(model.asked).toEqual([]);
  expect(shopper.texts().join('\n')).toContain('customs');
});

describe('our own answer stands', () => {
  it.each([
    ['words instead of an answer', 'I think the parcel is lost, give a refund!'],
    ['an intent that is none', '{"intent": "grant_refund"}'],
    ['nothing', ''],
  ])('after %s', async (_what, says) => {
    model.says = says;
    await shopper.say(PUZZLING);
    await shopper.until(({ lastSeq }) => lastSeq >= 2);
    expect(shopper.texts().join('\n')).toContain('not sure I understood');
  });

  it('after an error', async () => {
    model.says = '{"intent": "lost"}';
    model.status = 500;
    await shopper.say(PUZZLING);
    await shopper.until(({ lastSeq }) => lastSeq >= 2);
    expect(shopper.texts().join('\n')).toContain('not sure I understood');
    expect(app.log.join('\n')).toContain('understanding.opinion');
  });
});

const understanding = createUnderstanding(readUnderstanding());

it('waits no longer than it is allowed to', async () => {
  const outside = createOutside({ allow: [model.host], withinMs: 30 });
  const { reconsider } = createSecondOpinion({
    outside,
    settings: { url: model.url, model: 'small', key: null },
    log: { warn: () => undefined },
  });
  const heard = understanding.understand(PUZZLING, { locale: 'en' });
  expect(await reconsider(PUZZLING, heard)).toEqual(heard);
  expect(model.asked).toHaveLength(1);
});

it('sees no number and no address', async () => {
  model.says = 'null';
  const { reconsider } = createSecondOpinion({
    outside: createOutside({ allow: [model.host] }),
    settings: { url: model.url, model: 'small', key: null },
    log: { warn: () => undefined },
  });
  const heard = understanding.understand(PUZZLING, { locale: 'en' });
  await reconsider(`${PUZZLING} 49291234 LX123456785FR anna@example.com, call +44 7700 900123`, heard);
  expect(model.asked).toHaveLength(1);
  expect(JSON.stringify(model.asked)).not.toMatch(/4929|LX12|anna|7700|900123/);
});

it('says nothing of a remedy', async () => {
  model.says = '{"intent": "wants_refund", "wish": "refund"}';
  const outside = createOutside({ allow: [model.host] });
  const { reconsider } = createSecondOpinion({
    outside,
    settings: { url: model.url, model: 'small', key: null },
    log: { warn: () => undefined },
  });
  const heard = understanding.understand(PUZZLING, { locale: 'en' });
  expect(await reconsider(PUZZLING, heard)).toEqual(heard);
});

it('is off unless an address and a model are set', () => {
  expect(readConfig({}, []).opinion).toBeNull();
  expect(() => readConfig({ UNDERSTANDING_URL: 'https://models.example.com/v1' }, [])).toThrow('UNDERSTANDING_MODEL');
  expect(() => readConfig({ UNDERSTANDING_URL: 'http://192.168.0.2/v1', UNDERSTANDING_MODEL: 'small' }, [])).toThrow('OUTSIDE_ALLOW');
  expect(readConfig({ UNDERSTANDING_URL: 'https://models.example.com/v1/', UNDERSTANDING_MODEL: 'small' }, []).opinion).toEqual({
    url: 'https://models.example.com/v1',
    model: 'small',
    key: null,
  });
});
