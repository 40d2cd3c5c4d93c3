/** Roads through the talk that several tests walk, in whichever language the shopper reads. */
import { boxPhoto, labelPhoto } from '../support/images.ts';
import type { PhotoFile, Shopper } from './shopper.ts';

export const SIDES = ['top', 'left', 'front', 'right', 'back', 'bottom'] as const;

export async function boxFile(name = 'IMG_0001.jpg'): Promise<PhotoFile> {
  return { name, mimeType: 'image/jpeg', buffer: await boxPhoto() };
}

export async function labelFile(number = 'LX123456785FR'): Promise<PhotoFile> {
  return { name: 'IMG_0009.jpg', mimeType: 'image/jpeg', buffer: await labelPhoto(number) };
}

/** From the first screen to the parcel's card, by a topic and the form. */
export async function findParcel(shopper: Shopper, topic: string, order: string, contact: string): Promise<void> {
  await shopper.tap(topic);
  await shopper.find(order, contact);
  await shopper.parcelCard.waitFor();
}

/** To the first photo asked for, with two mugs picked. */
export async function reachPhotos(shopper: Shopper): Promise<void> {
  await findParcel(shopper, 'missing', '1010', 'lucia@example.com');
  await pickMugs(shopper);
}

export async function pickMugs(shopper: Shopper): Promise<void> {
  const { question, texts } = shopper;
  await question.getByRole('checkbox', { name: /Stoneware mug/ }).check();
  await question.getByRole('button', { name: texts.label('widget:ui.more'), exact: true }).click();
  await question.getByRole('button', { name: texts.label('prompt:items.submit'), exact: true }).click();
  await asked(shopper, 'group');
}

/** Waits until that piece of evidence is what the bot asks for. */
export async function asked(shopper: Shopper, item: string): Promise<void> {
  await shopper.question.getByRole('heading', { name: shopper.texts.label(`prompt:evidence.${item}.title`) }).waitFor();
}

export async function goOn(shopper: Shopper): Promise<void> {
  await shopper.question.getByRole('button', { name: shopper.texts.label('prompt:evidence.next'), exact: true }).click();
}

/** Says why a piece can't be had. */
export async function cant(shopper: Shopper, item: string, reason: string): Promise<void> {
  const { question, panel, texts } = shopper;
  await question
    .getByRole('button', { name: texts.label(item === 'scale' ? 'prompt:evidence.skipScale' : 'prompt:evidence.cant') })
    .click();
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: texts.label(`prompt:evidence.reason.${reason}`), exact: true })
    .click();
}

/** Every photo that is asked for, the scale left out, to the open case with the warehouse. */
export async function giveAllPhotos(shopper: Shopper): Promise<void> {
  const photo = await boxFile();
  await shopper.photo('one', photo);
  await goOn(shopper);
  await asked(shopper, 'packaging');
  for (const side of SIDES) await shopper.photo(side, photo);
  await goOn(shopper);
  await asked(shopper, 'label');
  await shopper.photo('one', await labelFile());
  await goOn(shopper);
  await asked(shopper, 'scale');
  await cant(shopper, 'scale', 'other');
  await shopper.hears('bot:missing.collected');
}
