import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../flows/events.ts';
import { createUnderstanding, readUnderstanding } from '../../../server/understanding/understanding.ts';

const understanding = createUnderstanding(readUnderstanding());
const hear = (text: string, locale: string) => understanding.understand(text, { locale });

const ASKED: Record<string, [string, Ask][]> = {
  en: [
    ['why do you need so many photos?', 'why'],
    ['how long does this take', 'how_long'],
    ['is this a bot?', 'is_bot'],
    ['what happens next?', 'what_next'],
    ['where is it now', 'where_now'],
    ['do I have to pay anything?', 'pay'],
    ['is it my fault?', 'fault'],
    ['who can see my photos', 'privacy'],
    ['can you make it faster', 'faster'],
    ['how do i open a dispute', 'protection'],
  ],
  es: [
    ['¿por qué tantas fotos?', 'why'],
    ['¿cuánto tarda esto?', 'how_long'],
    ['¿eres un bot?', 'is_bot'],
    ['¿qué pasa ahora?', 'what_next'],
    ['¿dónde está mi paquete?', 'where_now'],
    ['¿tengo que pagar algo?', 'pay'],
    ['¿es culpa mía?', 'fault'],
    ['¿quién ve mis fotos?', 'privacy'],
    ['¿puede ser más rápido?', 'faster'],
  ],
  'zh-CN': [
    ['为什么要这么多照片？', 'why'],
    ['要多久？', 'how_long'],
    ['你是机器人吗', 'is_bot'],
    ['接下来怎么办', 'what_next'],
    ['现在到哪了', 'where_now'],
    ['要我付钱吗', 'pay'],
    ['是我的错吗', 'fault'],
    ['谁能看到我的照片', 'privacy'],
    ['能快点吗', 'faster'],
  ],
  ar: [
    ['لماذا كل هذه الصور؟', 'why'],
    ['كم يستغرق هذا؟', 'how_long'],
    ['هل أنت روبوت؟', 'is_bot'],
    ['ماذا يحدث بعد ذلك؟', 'what_next'],
    ['أين طردي؟', 'where_now'],
    ['هل يجب أن أدفع شيئًا؟', 'pay'],
    ['هل هذا خطئي؟', 'fault'],
    ['من يرى صوري؟', 'privacy'],
    ['هل يمكن أن يكون أسرع؟', 'faster'],
  ],
};

describe.each(Object.entries(ASKED))('questions in the middle of a step, %s', (language, asked) => {
  it.each(asked)('%s', (text, asks) => expect(hear(text, language).asks).toBe(asks));
});

it('hears no question in an answer', () => {
  for (const text of ['No, I asked', 'Yes, that is right', '1003 anna@example.com', 'two mugs are missing'])
    expect(hear(text, 'en').asks).toBeNull();
});

it('does not take the question whether it is a robot for the wish to talk to a person', () => {
  for (const [language, text] of [
    ['en', 'are you a robot?'],
    ['zh-CN', '你是机器人吗'],
  ] as const)
    expect(hear(text, language).intent).not.toBe('wants_human');
});

it('hears which checks were done already', () => {
  expect(hear('it says delivered but i asked all my neighbours and looked in the locker', 'en').checked).toEqual([
    'household',
    'safePlace',
  ]);
  expect(hear('ya pregunté a los vecinos', 'es').checked).toEqual(['household']);
  expect(hear('我问过邻居了', 'zh-CN').checked).toEqual(['household']);
  expect(hear('سألت الجيران', 'ar').checked).toEqual(['household']);
});
