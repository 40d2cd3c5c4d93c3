import type { ChatState } from '../app/state.ts';
import { card, found, state, talk } from './fixtures.ts';
import { chips, twoAlike } from './prompts.ts';

/** The road runs the other way; codes, amounts and times keep their own direction. */
export function arabic(): ChatState {
  const parcel = {
    ...found,
    road: {
      ...found.road,
      name: 'الطريق من شنجن إلى جدة؛ الطرد في المرحلة الثانية',
      stops: [
        { name: 'شنجن', note: 'غادر 24 يوليو', done: true },
        { name: 'الحدود', note: 'خرج 9 أغسطس', done: true },
        { name: 'جدة', note: 'قبل 19 أغسطس', done: false },
      ],
    },
    fact: { label: 'نتوقع وصوله حتى', value: 'الأربعاء 19 أغسطس', count: { value: '5', label: 'أيام متبقية' } },
    events: found.events.map((event) => ({ ...event, text: 'في مركز الفرز', place: 'جدة', at: 'أمس، 21:40' })),
    todo: [{ text: 'أدخل الرقم', copy: 'LX123456785FR' }],
    guard: {
      tone: 'good' as const,
      text: 'حماية المشتري سارية حتى **الثلاثاء 8 سبتمبر**.',
      how: { label: 'كيف تفتح نزاعًا', steps: ['افتح صفحة الطلب.'] },
    },
  };
  const messages = talk(
    ['shopper', 'لم يصل المصباح حتى الآن. كان هدية عيد ميلاد أمي.'],
    ['bot', 'يؤسفني أن الهدية تأخرت. وجدتُها: **مصباح السيراميك**، الطلب 10482.'],
    ['bot', card(parcel)],
  );
  return state(messages, { locale: 'ar', prompt: chips('ذكّروني', 'فات الأوان', 'لستُ متأكدًا') }, { locale: 'ar' });
}

/** The box keeps its left and right; what is said about it runs the other way. */
export function arabicNoticed(): ChatState {
  const names: Record<string, string> = {
    top: 'الأعلى',
    left: 'اليسار',
    front: 'الأمام',
    right: 'اليمين',
    back: 'الخلف',
    bottom: 'الأسفل',
  };
  const prompt = {
    ...twoAlike,
    left: 'يبقى نحو دقيقتين',
    title: 'الجوانب الستة للعلبة',
    why: 'يُظهر أي قطع أو شريط لاصق إضافي أين فُتحت. الناقل يسأل عنها أولًا.',
    next: 'متابعة',
    cant: { ...twoAlike.cant, label: 'لا أستطيع التقاط هذه الصور' },
    slots: twoAlike.slots.map((slot) => ({
      ...slot,
      label: names[slot.id] ?? slot.label,
      ...(slot.hints && { hints: [slot.id === 'left' ? 'هي نفس صورة «الأعلى»' : 'الصورة غير واضحة'] }),
    })),
  };
  return state([], { locale: 'ar', prompt }, { locale: 'ar' });
}
