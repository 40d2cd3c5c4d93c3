/** The protection line. It stands in every case of something not received or missing, and never asks anybody to wait. */
import type { Guard } from '../../protocol/card.ts';
import type { Policy } from '../../protocol/settings.ts';
import { t } from '../../protocol/words.ts';
import { protectionEndsSoon } from '../deadlines.ts';

/** `endsAt` in epoch ms, or null while the order is not known. */
export function guardOf(endsAt: number | null, policy: Policy, at: number): Guard {
  if (endsAt === null) return { tone: 'plain', text: t('card:guard.unknown'), how };
  const p = { date: { $date: endsAt, as: 'day' } as const };
  if (endsAt <= at) return { tone: 'bad', text: t('card:guard.ended', p), how };
  if (protectionEndsSoon(endsAt, policy, at)) return { tone: 'bad', text: t('card:guard.now', p), how };
  return { tone: 'plain', text: t('card:guard.until', p), how };
}

const how = {
  label: t('card:guard.how'),
  steps: [t('card:guard.step1'), t('card:guard.step2'), t('card:guard.step3'), t('card:guard.step4')],
};
