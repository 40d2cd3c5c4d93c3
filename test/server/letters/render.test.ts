import { describe, expect, it } from 'vitest';
import { fillBody, type Block } from '../../../server/letters/fill.ts';
import type { LetterFacts } from '../../../server/letters/values.ts';
import { EVERY_FACT, lettersWith, SHOP } from './world.ts';

const joined = (list: readonly string[]) => list.join(', ');
const fill = (body: string, values: Record<string, string | string[]> = {}) => fillBody(body, new Map(Object.entries(values)), joined);
const paragraph = (text: string): Block => ({ kind: 'paragraph', lines: [[{ text, bold: false }]] });

const letters = lettersWith();
const render = (subject: string, body: string, facts: LetterFacts = EVERY_FACT, locale = 'en') =>
  letters.renderTemplate({ shop: SHOP, letter: 'late', locale, tz: 'Europe/London', facts }, { subject, body });

describe('a place without a value', () => {
  it('takes its paragraph with it, and nothing else', () => {
    expect(fill('One.\n\nBy {{by}}.\n\nThree.')).toEqual([paragraph('One.'), paragraph('Three.')]);
  });

  it('makes way for the other wording', () => {
    expect(fill('Hello {{name}}, || Hello,')).toEqual([paragraph('Hello,')]);
    expect(fill('Hello {{name}}, || Hello,', { name: 'Amal' })).toMatchObject([
      { lines: [[{ text: 'Hello ' }, { text: 'Amal' }, { text: ',' }]] },
    ]);
    expect(fill('By {{by}}. || From {{carrier}}.')).toEqual([]);
  });

  it('takes its line of a list, and the line above when none is left', () => {
    expect(fill('Facts:\n- Sent: {{shipped}}\n- Sure', {})).toMatchObject([{ kind: 'list', items: [[{ text: 'Sure' }]] }]);
    expect(fill('Facts:\n- Sent: {{shipped}}\n- By {{by}}\n\nEnd.')).toEqual([paragraph('End.')]);
  });

  it.each(['constructor', '__proto__', '__proto__.x', 'toString', 'hasOwnProperty', 'price', ' ', ''])(
    '{{%s}} is one, and never read',
    (name) => {
      const { text, html } = render('Hello', `Before.\n\n{{${name}}} stands here.\n\nAfter.`);
      expect(text).toContain('Before.\n\nAfter.');
      expect(html).not.toContain('stands here');
      expect(html + text).not.toMatch(/\{\{|\}\}|native code|\[object/);
    },
  );

  it('leaves the subject with the name of the shop', () => {
    expect(render('About {{constructor}}', 'x').subject).toBe('Kestrel & Co');
  });
});

describe('what a value holds', () => {
  it('is markup for nobody', () => {
    const { html, text } = render('To {{name}}', 'Dear {{name}}', { name: '<img src=x onerror=alert(1)>"\'&' });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(html).not.toContain('<img');
    expect(text).toContain('Dear <img src=x');
  });

  it('is filled in once: it brings no place, bold, line or paragraph of its own', () => {
    const { text, html } = render('s', 'Dear {{name}}!', { name: '{{order}} **b** || c\n\n- d', order: 'SECRET' });
    expect(text).toContain('Dear {{order}} **b** || c - d!');
    expect(html).not.toContain('SECRET');
    expect(html).not.toContain('<strong>');
    expect(html).not.toContain('<li');
  });

  it('can’t turn the text around', () => {
    expect(render('s', 'Dear {{name}}!', { name: 'a\u202eb\u2066c' }).text).toContain('Dear a b c!');
    expect(render('s', 'عزيزي {{name}}!', { name: 'Ann' }, 'ar').text).toContain('عزيزي \u2068Ann\u2069!');
  });

  it('is a line each where the place stands alone in a list, and joined within a sentence', () => {
    const { text } = render('s', 'List:\n- {{promise}}\n\nIn words: {{promise}}.', { promise: ['One', 'Two'] });
    expect(text).toContain('List:\n- One\n- Two\n\nIn words: One, Two.');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x', '//x', 'x'])('is no link: %s', (link) => {
    const { html, text } = render('s', 'Before.\n\n{{link}}\n\nAfter.', { link });
    expect(html).not.toContain('<a ');
    expect(text).toContain('Before.\n\nAfter.');
  });
});

describe('the page', () => {
  it('is right to left in Arabic, and says its language', () => {
    expect(render('s', 'مرحبا', EVERY_FACT, 'ar').html).toContain('<html lang="ar" dir="rtl">');
    expect(render('s', 'hola', EVERY_FACT, 'es').html).toContain('<html lang="es" dir="ltr">');
  });

  it('fetches nothing from anywhere', async () => {
    const { html } = await letters.render({ shop: SHOP, letter: 'lost', locale: 'en', tz: 'UTC', facts: EVERY_FACT });
    expect(html).not.toMatch(/<(img|link|script|iframe|style|object)|url\(|@import|\ssrc=/i);
    expect([...html.matchAll(/https?:[^"<]*/g)].map(([url]) => url)).toEqual([EVERY_FACT['link']]);
  });

  it('has one button, in the colour of the shop with words that stand out', async () => {
    const shop = { ...SHOP, settings: { ...SHOP.settings, color: '#ffe066' } };
    const { html } = await letters.render({ shop, letter: 'late', locale: 'en', tz: 'UTC', facts: EVERY_FACT });
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toMatch(/background:#ffe066;"><a [^>]*color:#23201b/);
  });
});

describe('a wording of a million letters', () => {
  it.each([
    ['of words', 'word '.repeat(200_000)],
    ['of open braces', '{{'.repeat(500_000)],
    ['of open places', '{{name '.repeat(140_000)],
    ['of stars', '**'.repeat(500_000)],
    ['of other wordings', '{{none}} || '.repeat(80_000)],
    ['of empty lines', '\n \n'.repeat(300_000)],
  ])('is read once, from front to back: %s', (_what, body) => {
    const { text } = render('s', body);
    expect(text).not.toMatch(/\{\{|\*\*/);
  });
});
