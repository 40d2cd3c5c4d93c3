/** What the bot collected besides: claims, their wait, their occasion, their answers to its checks. As words, for whoever reads it. */
import type { FlowContext } from '../../flows/context.ts';
import { t, type Words } from '../../protocol/words.ts';

export interface Fact<W = Words> {
  label: Words;
  value: W | string;
}

export function collected(context: FlowContext): Fact[] {
  return [...claims(context), ...heard(context), ...checks(context)];
}

/** As given, until the order is proven; then the order says it better. */
function claims({ given, order, parcel }: FlowContext): Fact[] {
  const facts: Fact[] = [];
  if (order === null && given.order !== null) facts.push({ label: t('desk:fact.givenOrder'), value: given.order });
  if (order === null && given.contact !== null) facts.push({ label: t('desk:fact.givenContact'), value: given.contact });
  if (parcel === null && given.tracking !== null) facts.push({ label: t('desk:fact.givenTracking'), value: given.tracking });
  return facts;
}

function heard({ heard: { days, occasion, wish, distressed }, remedyUntil }: FlowContext): Fact[] {
  const facts: Fact[] = [];
  if (occasion !== null) facts.push({ label: t('desk:fact.occasion'), value: t(`desk:occasion.${occasion}`) });
  if (days !== null) facts.push({ label: t('desk:fact.wait'), value: t('desk:fact.days', { count: days }) });
  if (wish !== null) facts.push({ label: t('desk:fact.wish'), value: t(`desk:remedy.${wish}`) });
  if (distressed) facts.push({ label: t('desk:fact.mood'), value: t('desk:fact.distressed') });
  if (remedyUntil !== null) facts.push({ label: t('desk:fact.choiceUntil'), value: { $date: remedyUntil, as: 'dayTime' } });
  return facts;
}

/** The bot's checks with the answers it knows; each has its words. */
export const CHECKS: Record<string, readonly string[]> = {
  household: ['asked', 'willAsk', 'unsure'],
  safePlace: ['looked', 'willLook', 'unsure'],
  address: ['right', 'wrong', 'unsure'],
  split: ['no', 'unsure'],
  collected: ['me', 'other', 'unsure'],
  intact: ['yes', 'no', 'unsure'],
};

function checks({ checks: answers }: FlowContext): Fact[] {
  return Object.entries(CHECKS).flatMap(([check, known]) => {
    const answer = known.find((one) => one === answers[check]);
    return answer === undefined ? [] : [{ label: t(`desk:check.${check}.label`), value: t(`desk:check.${check}.${answer}`) }];
  });
}
