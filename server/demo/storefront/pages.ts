import { escape } from './escape.ts';
import { GOODS, type Good } from './goods.ts';

export interface DemoOrder {
  number: string;
  email: string;
  /** What was bought. */
  title: string;
  /** What became of the parcel. */
  story: string;
}

export interface Shop {
  widget: string;
  storeKey: string;
  orders: DemoOrder[];
  locale: string | null;
}

export function homePage(shop: Shop): string {
  return page(shop, { title: 'Northfold, things for quiet rooms', main: hero() + grid(GOODS) + help(shop.orders) });
}

/** Resets that shout, prototypes that bite, and a message handler of its own. */
export function hostilePage(shop: Shop): string {
  const head = '<link rel="stylesheet" href="/assets/hostile.css"><script src="/assets/hostile.js"></script>';
  return page(shop, { title: 'Northfold, hostile', head, main: grid(GOODS.slice(0, 3)) + help(shop.orders) });
}

/** Calls everything before the widget's script has come; what it heard stands in the list. */
export function latePage(shop: Shop): string {
  const main = '<section class="wrap plain"><h1>Called early</h1><ol id="heard"></ol></section>';
  return page(shop, { title: 'Northfold, early', head: '<script src="/assets/late.js"></script>', main });
}

/** Links swap the whole body, as Turbo and its like do. */
export function spaPage(shop: Shop, path: string): string {
  const place = path.replace(/^\/spa\/?/, '') || 'start';
  const link = (to: string, name: string) => `<a href="/spa/${to}"${to === place ? ' aria-current="page"' : ''}>${name}</a>`;
  const nav = `<nav class="wrap places" aria-label="Places">${link('start', 'Start')}${link('goods', 'Goods')}${link('help', 'Order help')}</nav>`;
  const main = place === 'help' ? help(shop.orders) : place === 'goods' ? grid(GOODS) : hero();
  return page(shop, { title: `Northfold, ${place}`, head: '<script type="module" src="/assets/spa.js"></script>', main: nav + main });
}

function page(shop: Shop, { title, head = '', main }: { title: string; head?: string; main: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/shop.css">
${head}
<script type="module" src="/assets/shop.js"></script>
</head>
<body>
<header class="bar"><div class="wrap"><a class="name" href="/">Northfold</a><nav aria-label="Shop"><a href="/#goods">Goods</a><a href="/#help">Order help</a></nav></div></header>
<main>${main}</main>
<footer class="wrap"><p>Northfold is a made-up shop. Nothing is for sale and no parcel is real.</p></footer>
${snippet(shop)}
</body>
</html>
`;
}

/** Exactly the line that an owner is given. */
function snippet({ widget, storeKey, locale }: Shop): string {
  const language = locale === null ? '' : ` data-locale="${escape(locale)}"`;
  return `<script async src="${escape(widget)}" data-store="${escape(storeKey)}"${language}></script>`;
}

function hero(): string {
  return `<section class="hero wrap"><h1>Things for quiet rooms</h1><p>Made in small runs, packed by hand, sent from Leeds and Shenzhen.</p></section>`;
}

function grid(goods: Good[]): string {
  const cards = goods.map(
    ({ name, note, price, drawing }) =>
      `<li class="good"><div class="pic"><svg viewBox="0 0 160 160" aria-hidden="true">${drawing}</svg></div><h3>${escape(name)}</h3><p>${escape(note)}</p><p class="price">${escape(price)}</p></li>`,
  );
  return `<section class="wrap" id="goods" aria-labelledby="goods-title"><h2 id="goods-title">New this season</h2><ul class="grid">${cards.join('')}</ul></section>`;
}

function help(orders: DemoOrder[]): string {
  const rows = orders.map(
    ({ number, email, title, story }) =>
      `<li><button type="button" class="order" data-order="${escape(number)}" data-email="${escape(email)}"><span class="what"><b>${escape(title)}</b><span>${escape(story)}</span></span><span class="codes"><bdi>${escape(number)}</bdi><bdi>${escape(email)}</bdi></span></button></li>`,
  );
  return `<section class="help" id="help" aria-labelledby="help-title"><div class="wrap"><h2 id="help-title">Where is my order?</h2><p class="lead">These orders are there to be tried. Choose one to open the chat with it, or open the chat yourself and type its number and e-mail.</p><ul class="orders">${rows.join('')}</ul></div></section>`;
}
