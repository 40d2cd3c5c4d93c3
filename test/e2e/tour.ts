/** Past every kind of screen, with a stop at each. */
import { asked, boxFile, cant, findParcel, goOn, pickMugs } from './roads.ts';
import type { Shopper } from './shopper.ts';

export type Look = (screen: string) => Promise<void>;

/** From the welcome to the rating, along the road of missing items. */
export async function tour(shopper: Shopper, look: Look): Promise<void> {
  const { texts, question, panel, page, context } = shopper;
  await shopper.open();
  await question.getByRole('button').first().waitFor();
  await look('welcome');

  await shopper.tap('missing');
  await question.getByLabel(texts.label('prompt:find.order')).waitFor();
  await look('find form');

  await shopper.find('1010', 'lucia@example.com');
  await question.getByRole('checkbox').first().waitFor();
  await shopper.parcelCard.getByRole('button', { expanded: false }).first().click();
  await look('parcel card and items');

  await pickMugs(shopper);
  await look('first photo');
  await shopper.photo('one', await boxFile());
  await goOn(shopper);
  await asked(shopper, 'packaging');
  await shopper.photo('front', await boxFile());
  await shopper.slot('top').setInputFiles({ name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') });
  await shopper.filled('top', 'failed').waitFor();
  await look('six sides, one of them refused');
  await cant(shopper, 'packaging', 'threw_away');
  await asked(shopper, 'label');
  await cant(shopper, 'label', 'not_mine');
  await asked(shopper, 'scale');
  await cant(shopper, 'scale', 'later');
  await shopper.tap('collectedMe');
  await shopper.caseCard.waitFor();
  await shopper.caseCard.getByRole('button', { name: texts.label('card:guard.how') }).click();
  await look('case card');

  await shopper.press('ui.menu');
  await panel.getByRole('dialog').waitFor();
  await look('menu');
  await page.keyboard.press('Escape');
  await panel.getByRole('dialog').waitFor({ state: 'hidden' });

  await context.setOffline(true);
  await panel.getByText(texts.pattern('widget:ui.offline')).waitFor();
  // Too short to tell a language by: the talk stays in the one it is in.
  await shopper.say('Northfold?');
  await panel.getByText(texts.label('widget:ui.saved'), { exact: true }).waitFor();
  await look('offline');
  await context.setOffline(false);
  await panel.getByText(texts.label('widget:ui.saved'), { exact: true }).waitFor({ state: 'hidden' });

  await shopper.press('ui.personAsk');
  await shopper.hears('bot:person.away');
  await question.getByRole('button').first().waitFor();
  await look('a person is asked for');
  await shopper.tap('keepGoing');

  await shopper.tap('done');
  await question.getByRole('radio').first().waitFor({ state: 'attached' });
  await look('rating');
}

/** To the two remedies of a lost parcel. */
export async function tourRemedies(shopper: Shopper, look: Look): Promise<void> {
  await shopper.open();
  await findParcel(shopper, 'in_transit', '1009', 'sanne@example.com');
  await shopper.question.getByRole('radio').first().waitFor({ state: 'attached' });
  await look('remedies');
}
