import { describe, expect, it } from 'vitest';
import { createUnderstanding, readUnderstanding } from '../../../server/understanding/understanding.ts';

const { matchChoice } = createUnderstanding(readUnderstanding());
const household = [
  { id: 'asked', label: 'No, I asked' },
  { id: 'willAsk', label: "I'll ask now" },
  { id: 'unsure', label: 'Not sure' },
];
const address = [
  { id: 'same', label: 'Yes' },
  { id: 'other', label: "No, it's different" },
];
const ways = [
  { id: 'dispute', label: 'How do I do that?' },
  { id: 'done', label: "That's all for now" },
  { id: 'person', label: 'Talk to a person' },
];

describe('typed instead of tapped', () => {
  it.each([
    ['the label itself', 'No, I asked', household, 'asked'],
    ['the label, carelessly', 'no i asked', household, 'asked'],
    ['another apostrophe', 'I’ll ask now!', household, 'willAsk'],
    ['its beginning', 'no', household, 'asked'],
    ['yes', 'yes', address, 'same'],
    ['a word like yes', 'yep that is right', address, 'same'],
    ['yes with courtesy', 'yes please', address, 'same'],
    ['no in other words', 'nope', address, 'other'],
    ['unsure in other words', "I don't know", household, 'unsure'],
    ['idk', 'idk', household, 'unsure'],
    ['label and courtesy', 'talk to a person please', ways, 'person'],
    ['a beginning of several words', "that's all", ways, 'done'],
  ])('%s', (_, text, choices, expected) => {
    expect(matchChoice(text, choices, 'en')).toBe(expected);
  });

  it.each([
    ['another matter', 'where is my refund', household],
    ['yes, but', 'yes but the street is wrong', address],
    ['no, and a story', 'no one in this house has ever seen that parcel', household],
    ['a number', '1003', address],
    ['nothing', '   ', address],
    ['"not sure" where it is not offered', 'not sure', address],
    ['an emoji', '👍', address],
    ['a wall of text', 'yes '.repeat(50), address],
    ['no choices', 'yes', []],
    ['a beginning that two share', 'talk', [...ways, { id: 'talkLater', label: 'Talk later' }]],
    ['half a word', 'th', ways],
  ])('%s is no answer', (_, text, choices) => {
    expect(matchChoice(text, choices, 'en')).toBeNull();
  });

  it.each([
    ['es', 'sí', 'Sí', 'same'],
    ['es', 'si, gracias', 'Sí', 'same'],
    ['es', 'no', 'No, es otra', 'other'],
    ['es', 'claro', 'Sí', 'same'],
    ['zh-CN', '是的', '是', 'same'],
    ['zh-CN', '对的，谢谢', '是', 'same'],
    ['zh-CN', '不是', '不是，不一样', 'other'],
    ['ar', 'نعم', 'نعم', 'same'],
    ['ar', 'أكيد شكرا', 'نعم', 'same'],
    ['ar', 'لا', 'لا، مختلف', 'other'],
  ])('%s: "%s"', (locale, text, label, expected) => {
    const labels = { es: ['Sí', 'No, es otra'], 'zh-CN': ['是', '不是，不一样'], ar: ['نعم', 'لا، مختلف'] }[locale] ?? [];
    expect(labels).toContain(label);
    const choices = labels.map((text, i) => ({ id: ['same', 'other'][i] ?? '', label: text }));
    expect(matchChoice(text, choices, locale)).toBe(expected);
  });

  it.each([
    ['es', 'no lo sé', ['No, ya pregunté', 'No lo sé']],
    ['zh-CN', '不知道', ['没有，我问过了', '不确定']],
    ['ar', 'لا أعرف', ['لا، سألت', 'لست متأكدا']],
  ])('%s: not knowing is not "no"', (locale, text, labels) => {
    expect(
      matchChoice(
        text,
        labels.map((label, i) => ({ id: String(i), label })),
        locale,
      ),
    ).toBe('1');
  });

  it('a person may answer in another language than the screen’s', () => {
    expect(
      matchChoice(
        'yes',
        [
          { id: 'yes', label: 'Sí' },
          { id: 'no', label: 'No' },
        ],
        'es',
      ),
    ).toBe('yes');
  });
});
