/** The page is there, the server can't be reached: a shopper in a hurry writes all the same. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it('keeps what is written before there is a line, and sends it once when there is one', async () => {
  const anna = await shop.visit();
  let cut = true;
  await anna.page.routeWebSocket(/socket\.io/, (socket) => {
    if (cut) void socket.close();
    else socket.connectToServer();
  });
  await anna.launcher.click();
  await anna.composer.waitFor();
  await anna.panel.getByText(anna.texts.pattern('widget:ui.offline')).waitFor();
  await anna.say('my parcel is lost');
  await anna.log.getByText('my parcel is lost').waitFor();
  await anna.log.getByText(anna.texts.pattern('widget:ui.saved')).waitFor();
  cut = false;
  await anna.question.waitFor();
  // The first question comes before what was kept has gone.
  await anna.log.getByText(anna.texts.pattern('widget:ui.saved')).waitFor({ state: 'hidden' });
  const messages = await anna.stored();
  expect(messages.filter(({ body }) => body.kind === 'text' && body.text === 'my parcel is lost')).toHaveLength(1);
  await anna.leave();
});
