import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../../flows/events.ts';
import { CONCEPTS } from '../../../server/understanding/concepts.ts';
import { fingerprint } from '../../../server/understanding/models.ts';
import { createUnderstanding, readModels, readUnderstanding } from '../../../server/understanding/understanding.ts';
import { ROOT } from '../../support/command.ts';

const understanding = createUnderstanding(readUnderstanding());
const LANGUAGES = ['en', 'es', 'zh-CN', 'ar'];
const hear = (text: string, locale = 'en') => understanding.understand(text, { locale });

describe.each(LANGUAGES)('intents, %s', (language) => {
  // "# intent" or "# one|other", then a line for each thing somebody might write.
  const groups = readFileSync(new URL(`lines/${language}.txt`, import.meta.url), 'utf8')
    .split(/^# /m)
    .filter(Boolean)
    .map((block) => block.trim().split('\n'))
    .map(([intent = '', ...lines]) => ({ intent, lines }));

  it.each(groups)('$intent', ({ intent, lines }) => {
    const misheard = lines
      .map((line) => ({ line, heard: hear(line, language).intent }))
      .filter(({ heard }) => !intent.split('|').includes(heard));
    expect(misheard).toEqual([]);
  });
});

describe('more than one thing at once', () => {
  it('keeps the wish beside the trouble', () => {
    expect(hear('it never came, tracking says delivered, i want my money back')).toMatchObject({
      intent: 'not_received_delivered',
      wish: 'refund',
    });
    expect(hear('two mugs are missing, please send them again')).toMatchObject({ intent: 'missing_items', wish: 'resend' });
    expect(hear('faltan dos tazas, quiero un reembolso', 'es')).toMatchObject({ intent: 'missing_items', wish: 'refund' });
    expect(hear('少了两个杯子，我要退款', 'zh-CN')).toMatchObject({ intent: 'missing_items', wish: 'refund' });
    expect(hear('ناقص كوبين، أريد استرداد المال', 'ar')).toMatchObject({ intent: 'missing_items', wish: 'refund' });
  });

  it('hears "no refund" as none', () => {
    expect(hear("it's lost, I don't want a refund, send me a new one").wish).toBe('resend');
    expect(hear('no quiero un reembolso, está roto', 'es').wish).toBeNull();
  });

  it('who asks for a person gets one; the trouble stays among the alternatives', () => {
    const heard = hear('my parcel is stuck in customs and I want to speak to a human');
    expect(heard.intent).toBe('wants_human');
    expect(heard.alternatives).toContain('customs_held');
  });

  it('puts trouble before courtesy', () => {
    expect(hear('hello, thanks for your help, where is my order').intent).toBe('where_is_my_order');
  });

  it('does not take "not delivered" for delivered', () => {
    expect(hear('tracking says not delivered').intent).not.toBe('not_received_delivered');
    expect(hear('it says it will be delivered tomorrow').intent).not.toBe('not_received_delivered');
    expect(hear('显示未签收', 'zh-CN').intent).not.toBe('not_received_delivered');
  });

  it('does not take a lost number for a lost parcel, nor a wrong address for a wrong item', () => {
    expect(hear('I lost my order number').intent).not.toBe('lost');
    expect(hear('I gave you the wrong address').intent).not.toBe('wrong_item');
  });
});

describe('languages', () => {
  it('understands Chinese and Arabic whatever the locale says', () => {
    expect(hear('15天没更新了', 'en')).toMatchObject({ intent: 'in_transit_late', days: 15 });
    expect(hear('أين طلبي', 'en').intent).toBe('where_is_my_order');
  });

  it('tries the other language of the same letters', () => {
    expect(hear('faltan dos tazas', 'en').intent).toBe('missing_items');
    expect(hear('two mugs are missing', 'es').intent).toBe('missing_items');
    expect(hear('where is my order', 'ar').intent).toBe('where_is_my_order');
  });

  it('takes a country’s variant and an unknown locale', () => {
    expect(hear('mi paquete está en la aduana', 'es-MX').intent).toBe('customs_held');
    expect(hear('stuck in customs', 'fr').intent).toBe('customs_held');
  });
});

describe('order, contact, tracking', () => {
  it.each([
    ['1003 · anna@example.com', '1003', 'anna@example.com', null],
    ['#1003', '1003', null, null],
    ['1003', '1003', null, null],
    ['order 10482', '10482', null, null],
    ['my order number is 10482, postcode LS1 4AP', '10482', 'LS1 4AP', null],
    ['its order NF-2044 for anna@example.com', 'NF-2044', 'anna@example.com', null],
    ['1003 28013', '1003', '28013', null],
    ['#1010 28013', '1010', '28013', null],
    ['order 1014, K1P 1J1', '1014', 'K1P 1J1', null],
    ['my zip is 97205', null, '97205', null],
    ['LX 123 456 785 FR', null, null, 'LX123456785FR'],
    ['tracking LX123456785FR for order #1005', '1005', null, 'LX123456785FR'],
    ['ANNA@EXAMPLE.COM', null, 'ANNA@EXAMPLE.COM', null],
    ['I ordered 3 weeks ago', null, null, null],
    ['order placed 100 days ago', null, null, null],
    ['it cost 4820 and came on 03.11.2025 at 14:12', null, null, null],
    ['my phone is +44 7700 900123', null, null, null],
    ['I waited 15-20 days and 3 mugs of 4 are missing', null, null, null],
  ])('"%s"', (text, order, contact, tracking) => {
    expect(hear(text)).toMatchObject({ order, contact, tracking });
  });

  it.each([
    ['es', 'mi número de pedido es 1010 y mi código postal 28013', '1010', '28013'],
    ['zh-CN', '订单号1003，邮编238801', '1003', '238801'],
    ['ar', 'رقم الطلب ١٠٠٣ والرمز البريدي 11937', '1003', '11937'],
  ])('in %s', (locale, text, order, contact) => {
    expect(hear(text, locale)).toMatchObject({ order, contact });
  });

  it('a tracking number alone is that', () => {
    expect(hear('LX123456785FR').intent).toBe('give_tracking_number');
    expect(hear('hi, 1Z5R89390357567127').intent).toBe('give_tracking_number');
    expect(hear('LX123456785FR stuck in customs').intent).toBe('customs_held');
  });
});

describe('how long they waited', () => {
  it.each([
    ['en', 'stuck 9 days', 9],
    ['en', 'nine days now', 9],
    ['en', 'waiting for three whole weeks', 21],
    ['en', "it's been a month", 30],
    ['en', 'no news for a fortnight', 14],
    ['en', 'it must be here in three days', null],
    ['en', 'her birthday is 5 days from now', null],
    ['en', 'I ordered two mugs', null],
    ['es', 'hace quince días', 15],
    ['es', 'llevo dos semanas esperando', 14],
    ['es', 'el cumpleaños es dentro de 3 días', null],
    ['zh-CN', '15天没更新了', 15],
    ['zh-CN', '十五天没更新了', 15],
    ['zh-CN', '等了两个星期', 14],
    ['zh-CN', '半个月了', 15],
    ['zh-CN', '三天后是生日', null],
    ['ar', 'منذ 15 يوما', 15],
    ['ar', 'منذ ١٥ يوما', 15],
    ['ar', 'منذ أسبوعين', 14],
    ['ar', 'منذ تسعة أيام', 9],
    ['ar', 'بعد 3 أيام', null],
  ])('%s: "%s"', (locale, text, days) => {
    expect(hear(text, locale).days).toBe(days);
  });
});

describe('what weighs on them', () => {
  it.each([
    ['en', "it was for my daughter's birthday", 'birthday'],
    ['en', 'the wedding is on saturday', 'wedding'],
    ['en', 'a christmas present', 'holiday'],
    ['en', "it's a gift for a friend", 'gift'],
    ['es', 'era el regalo de cumpleaños de mi hija', 'birthday'],
    ['es', 'es un regalo para mi madre', 'gift'],
    ['es', 'es para la boda', 'wedding'],
    ['zh-CN', '这是生日礼物', 'birthday'],
    ['zh-CN', '给我儿子的', 'child'],
    ['ar', 'كانت هدية', 'gift'],
    ['ar', 'لعيد ميلاد ابنتي', 'birthday'],
  ])('%s: "%s" is %s', (locale, text, occasion) => {
    expect(hear(text, locale).occasion).toBe(occasion);
  });

  it.each([
    ['en', 'my insulin is in there'],
    ['en', 'I will call my lawyer'],
    ['en', 'doing a chargeback today'],
    ['en', 'the label shows someone elses name and address'],
    ['es', 'voy a denunciar, tengo abogado'],
    ['zh-CN', '我要报警'],
    ['ar', 'سأتصل بالشرطة وعندي محامي'],
  ])('%s: "%s" is urgent', (locale, text) => {
    expect(hear(text, locale).urgent).toBe(true);
  });

  it.each(['where is my order', 'two mugs are missing from my box', 'stuck in customs 9 days'])('"%s" is not', (text) => {
    expect(hear(text).urgent).toBe(false);
  });
});

describe('distress', () => {
  it('rises with words and with the shape of the text, and stays between 0 and 1', () => {
    const calm = hear('two mugs are missing from my box').distress;
    const upset = hear("it says delivered but there's NOTHING here, my daughter is in tears!!").distress;
    const wild = hear('THIS IS A SCAM!!! WHERE IS MY PARCEL YOU THIEVES I AM FURIOUS WTF').distress;
    expect(calm).toBe(0);
    expect(upset).toBeGreaterThanOrEqual(0.5);
    expect(wild).toBeGreaterThan(upset);
    expect(wild).toBeLessThanOrEqual(1);
  });

  it('does not take a tracking number for shouting', () => {
    expect(hear('LX123456785FR').distress).toBe(0);
    expect(hear('RB 123 456 785 CN').distress).toBe(0);
  });

  it.each([
    ['es', 'ESTO ES UNA VERGÜENZA, estoy harta!!'],
    ['zh-CN', '太离谱了！！！骗子！'],
    ['ar', 'هذه مهزلة!!! أنا غاضب جدا'],
  ])('hears it in %s', (locale, text) => {
    expect(hear(text, locale).distress).toBeGreaterThanOrEqual(0.5);
  });
});

describe('the data', () => {
  const all = Object.entries(readUnderstanding());

  it('is there in every language', () => {
    expect(all.map(([language]) => language).sort()).toEqual(readdirSync(join(ROOT, 'locales')).sort());
  });

  it.each(all)('%s has words for every concept, and enough of what people write', (_language, { concepts, examples, distress }) => {
    expect(CONCEPTS.filter((concept) => concepts[concept].length === 0)).toEqual([]);
    expect(Object.keys(concepts).filter((name) => !CONCEPTS.some((concept) => concept === name))).toEqual([]);
    expect(INTENTS.filter((intent) => new Set(examples[intent]).size < (intent === 'other' ? 40 : 15))).toEqual([]);
    expect(distress.length).toBeGreaterThan(10);
  });

  it.each(all)('%s holds no line twice, nor under two meanings', (_language, { examples }) => {
    const lines = Object.values(examples)
      .flat()
      .map((line) => line.trim().toLowerCase());
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
  });

  it('is what the models were made from', () => {
    expect(readModels().source, 'run npm run understanding:build').toBe(fingerprint(readUnderstanding()));
  });
});

describe('whatever is typed', () => {
  it('is answered with a whole Understood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom(...LANGUAGES, 'xx', ''), (text, locale) => {
        const heard = hear(text, locale);
        expect(INTENTS).toContain(heard.intent);
        expect(heard.distress).toBeGreaterThanOrEqual(0);
        expect(heard.distress).toBeLessThanOrEqual(1);
        expect(heard.alternatives).not.toContain(heard.intent);
        expect(heard.alternatives.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('comes back soon from hostile text', () => {
    const started = process.cpuUsage();
    for (const bit of ['not yet still where is my ', '1 ', 'a@', '#', 'order ', '没', 'تم التسليم ', '!?', 'a-', '\u0301'])
      hear(bit.repeat(20_000));
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });

  it('needs no words at all', () => {
    expect(INTENTS).toContain(createUnderstanding({}).understand('hello', { locale: 'en' }).intent);
  });
});
