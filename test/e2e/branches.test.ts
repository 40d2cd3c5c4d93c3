/** Each branch, from the launcher on the shop's page to an open case or a dated next step. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findParcel, giveAllPhotos, reachPhotos, SIDES } from './roads.ts';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

async function opened(): Promise<Shopper> {
  const shopper = await shop.visit();
  await shopper.open();
  return shopper;
}

/** The stub on the screen and the row in the database are one case. */
async function expectCase(shopper: Shopper, facts: { problem: string; stage: string }): Promise<string> {
  const number = await shopper.caseNumber();
  expect(number).toMatch(/^TW-[A-Z0-9]{4,}$/);
  const { storeId, id } = await shopper.row();
  expect(await shop.app.store.casesOf(storeId, id)).toEqual([expect.objectContaining({ number, ...facts, closedAt: null })]);
  return number;
}

async function expectPromise(shopper: Shopper, kind: string): Promise<void> {
  const { storeId, id } = await shopper.row();
  const promises = await shop.app.store.promisesOf(storeId, id);
  expect(promises.filter(({ state }) => state === 'open')).toEqual([expect.objectContaining({ kind })]);
  expect(promises.at(-1)?.dueAt).toBeGreaterThan(shop.app.clock.now());
}

async function expectProtection(shopper: Shopper): Promise<void> {
  const text = await shopper.caseCard.innerText();
  expect(text).toMatch(shopper.texts.pattern('card:guard.until'));
  expect(text).toMatch(/until \w+,? \d+ \w+/);
}

describe('delivered, but not received', () => {
  it('goes from her own words to a case, by words and by taps', async () => {
    const anna = await opened();
    await anna.say('hi it says delivered yesterday but there is NOTHING here. it was for my daughters birthday!!');
    await anna.hears('bot:heard.weight');
    expect(await anna.log.innerText()).toMatch(anna.texts.pattern('bot:heard.occasion.birthday'));
    await anna.say('1003, anna@example.com');
    await anna.parcelCard.waitFor();
    await anna.hears('bot:delivered.proofPlace');
    await anna.hears('bot:delivered.fresh');
    await anna.tap('checkPlaces');
    await anna.hears('bot:delivered.household');
    await anna.say('no, I asked');
    await anna.hears('bot:delivered.safePlace');
    await anna.tap('looked');
    await anna.log.getByText('12 Mill Lane').last().waitFor();
    await anna.say('yes that is right');
    await anna.caseCard.waitFor();
    await expectCase(anna, { problem: 'delivered', stage: 'carrier' });
    await expectPromise(anna, 'carrierAnswer');
    await expectProtection(anna);
    await anna.leave();
  });

  it('shows how to open a dispute in place', async () => {
    const anna = await opened();
    await findParcel(anna, 'delivered', '1003', 'LS1 4AP');
    await anna.tap('openNow');
    await anna.caseCard.getByRole('button', { name: anna.texts.label('card:guard.how') }).click();
    await anna.caseCard.getByText(anna.texts.label('card:guard.step1')).waitFor();
    await anna.leave();
  });

  it('gives a fresh scan its time, and asks again on a date', async () => {
    const david = await opened();
    await findParcel(david, 'delivered', '1004', 'david@example.com');
    await david.tap('waitForIt');
    await david.hears('bot:delivered.wait');
    await expectPromise(david, 'deliveryCheck');
    expect(await david.parcelCard.innerText()).toMatch(david.texts.pattern('card:guard.until'));
    await david.leave();
  });

  it('takes a wrong address to a person, with a case', async () => {
    const anna = await opened();
    await findParcel(anna, 'delivered', '1003', 'anna@example.com');
    for (const answer of ['checkPlaces', 'asked', 'looked', 'addressWrong']) await anna.tap(answer);
    await anna.hears('bot:delivered.wrongAddress');
    await anna.hears('bot:person.away');
    expect(await anna.row()).toMatchObject({
      status: 'waiting',
      problem: 'delivered',
      caseNumber: expect.stringMatching(/^TW-/) as string,
    });
    await anna.leave();
  });
});

describe('in transit', () => {
  it('too long without news becomes a search by the carrier', async () => {
    const lin = await opened();
    await findParcel(lin, 'in_transit', '1002', 'lin@example.com');
    await lin.hears('bot:stalled.days');
    await lin.caseCard.waitFor();
    await expectCase(lin, { problem: 'in_transit', stage: 'carrier' });
    await expectPromise(lin, 'traceAnswer');
    await expectProtection(lin);
    await lin.leave();
  });

  it('on its way as it should is told with its date, and looked at again', async () => {
    const jonas = await opened();
    await findParcel(jonas, 'in_transit', '1001', 'jonas@example.com');
    await jonas.hears('bot:moving.ask');
    expect(await jonas.parcelCard.innerText()).toMatch(jonas.texts.pattern('card:guard.until'));
    await jonas.tap('remind');
    await jonas.hears('bot:moving.booked');
    await expectPromise(jonas, 'deliveryCheck');
    await jonas.leave();
  });
});

describe('held by customs', () => {
  it('for duties: amount, date and number, and never a link to pay', async () => {
    const claire = await opened();
    await findParcel(claire, 'customs', '1005', 'claire@example.com');
    await claire.hears('bot:customs.safeWayUntil');
    const card = await claire.parcelCard.innerText();
    for (const row of ['amount', 'askedBy', 'until']) expect(card).toContain(claire.texts.label(`card:row.${row}`));
    expect(card).toMatch(/€\s?\d/);
    expect(card).toContain(claire.texts.label('card:safety'));
    await claire.parcelCard
      .getByRole('button', { name: /^Copy / })
      .last()
      .waitFor();
    await claire.tap('paid');
    await claire.caseCard.waitFor();
    await expectCase(claire, { problem: 'customs', stage: 'customs' });
    await expectPromise(claire, 'customsUpdate');
    await expectProtection(claire);
    expect(await claire.panel.locator('a[href]').count()).toBe(0);
    await claire.leave();
  });

  it('puts the number on the clipboard', async () => {
    const claire = await shop.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await claire.open();
    await findParcel(claire, 'customs', '1005', 'claire@example.com');
    const copy = claire.parcelCard.getByRole('button', { name: /^Copy / }).last();
    const number = (await copy.locator('bdi').innerText()).trim();
    await copy.click();
    await claire.panel.getByText(claire.texts.label('widget:ui.copied')).first().waitFor();
    await claire.composer.press('ControlOrMeta+V');
    expect(await claire.composer.inputValue()).toBe(number);
    await claire.leave();
  });

  it.each([
    ['a missing paper: the shop sends it', '1006', 'rafael@example.com', 'bot:customs.documents', 'documentsSent'],
    ['an inspection: watched, with a date', '1007', 'noura@example.com', 'bot:customs.inspectionCase', 'customsUpdate'],
  ])('for %s', async (_what, order, contact, told, promise) => {
    const shopper = await opened();
    await findParcel(shopper, 'customs', order, contact);
    await shopper.hears(told);
    await shopper.caseCard.waitFor();
    await expectCase(shopper, { problem: 'customs', stage: 'customs' });
    await expectPromise(shopper, promise);
    await expectProtection(shopper);
    await shopper.leave();
  });

  it('for something that may not come in: a person, with the hour by which they answer', async () => {
    const liam = await opened();
    await findParcel(liam, 'customs', '1008', 'liam@example.com');
    await liam.hears('bot:customs.prohibited');
    await liam.hears('bot:person.away');
    expect(await liam.row()).toMatchObject({ status: 'waiting', handOff: { reason: 'prohibited' } });
    await liam.leave();
  });
});

describe('lost', () => {
  it('offers two remedies, none chosen beforehand, and does what was chosen', async () => {
    const sanne = await opened();
    await findParcel(sanne, 'in_transit', '1009', 'sanne@example.com');
    await sanne.hears('bot:lost.carrier');
    const options = sanne.question.getByRole('radio');
    await options.first().waitFor({ state: 'attached' });
    expect(await options.count()).toBe(2);
    expect(await options.evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length)).toBe(0);
    const submit = sanne.question.getByRole('button', { name: sanne.texts.label('prompt:remedy.submit') });
    expect(await submit.getAttribute('aria-disabled')).toBe('true');
    await expectProtection(sanne);

    await sanne.question.getByText(sanne.texts.label('prompt:remedy.refund.label')).click();
    await submit.click();
    await sanne.hears('bot:remedy.refund');
    await expectCase(sanne, { problem: 'lost', stage: 'moving' });
    const { storeId, id } = await sanne.row();
    expect(await shop.app.store.casesOf(storeId, id)).toMatchObject([{ remedy: 'refund' }]);
    await expectPromise(sanne, 'remedyDone');
    await sanne.leave();
  });

  it('asks for the address before it is sent again', async () => {
    const sanne = await opened();
    await findParcel(sanne, 'in_transit', '1009', '1012 AB');
    await sanne.question.getByText(sanne.texts.label('prompt:remedy.resend.label')).click();
    await sanne.question.getByRole('button', { name: sanne.texts.label('prompt:remedy.submit') }).click();
    await sanne.hears('bot:address.ask');
    await sanne.tap('addressRight');
    await sanne.hears('bot:remedy.resend');
    await expectCase(sanne, { problem: 'lost', stage: 'moving' });
    await sanne.leave();
  });
});

describe('items missing', () => {
  it('collects what is missing and every photo, and the warehouse looks by a date', async () => {
    const lucia = await opened();
    await reachPhotos(lucia);
    await giveAllPhotos(lucia);
    await lucia.tap('collectedMe');
    await lucia.hears('bot:missing.case');
    await expectCase(lucia, { problem: 'missing', stage: 'warehouse' });
    await expectPromise(lucia, 'warehouseAnswer');
    await expectProtection(lucia);

    const card = lucia.caseCard;
    expect(await card.locator('[aria-current=step]').innerText()).toBe(lucia.texts.label('card:stage.warehouse'));
    const text = await card.innerText();
    expect(text).toContain(lucia.texts.label('card:case.hearBy'));
    expect(text).toContain(lucia.texts.label('card:case.keep'));

    const { storeId, id } = await lucia.row();
    const photos = await shop.app.store.photosOf(storeId, id);
    expect(photos.map(({ item, slot }) => `${item} ${slot}`).sort()).toEqual(
      ['group one', 'label one', ...SIDES.map((side) => `packaging ${side}`)].sort(),
    );
    await lucia.leave();
  });
});

describe('which order', () => {
  it('answers an unknown order and a wrong e-mail alike, and keeps both in the form', async () => {
    const told: string[] = [];
    for (const [order, contact] of [
      ['9999', 'anna@example.com'],
      ['1003', 'nobody@example.com'],
    ] as const) {
      const anna = await opened();
      await anna.tap('delivered');
      await anna.find(order, contact);
      await anna.hears('bot:identify.notFound');
      told.push(await anna.log.getByText(anna.texts.pattern('bot:identify.notFound')).last().innerText());
      expect(await anna.question.getByLabel(anna.texts.label('prompt:find.order')).inputValue()).toBe(order);
      expect(await anna.question.getByLabel(anna.texts.label('prompt:find.contact')).inputValue()).toBe(contact);
      await anna.leave();
    }
    expect(told[0]).toBe(told[1]);
  });

  it('is known where the shop’s page handed it in', async () => {
    const anna = await shop.visit();
    await anna.page.getByRole('button', { name: /1003/ }).click();
    await anna.composer.waitFor();
    await anna.tap('delivered');
    await anna.parcelCard.waitFor();
    expect(await anna.question.getByLabel(anna.texts.label('prompt:find.order')).count()).toBe(0);
    await anna.leave();
  });
});
