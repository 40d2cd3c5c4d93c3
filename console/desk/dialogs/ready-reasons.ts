/** Reasons that are often needed, in the shopper's language: what an agent sends is not translated on its way. */
import english from '../../../locales/en/console.json';

export const REASONS = ['dark', 'blurred', 'cut', 'other'] as const;
export type Reason = (typeof REASONS)[number];

interface Texts {
  dialogs?: { askAgain?: { ready?: { [reason: string]: { text?: string } } } };
}

const files = import.meta.glob<Texts>('../../../locales/*/console.json', { import: 'default' });
const loaders = new Map(Object.entries(files).map(([path, load]) => [path.split('/').at(-2) ?? '', load]));

/** In `locale`, or the nearest there is, or English; rejects never. */
export async function readyReasons(locale: string): Promise<Record<Reason, string>> {
  const [base = ''] = locale.split('-');
  const near = [...loaders.keys()].find((one) => one === locale) ?? [...loaders.keys()].find((one) => one.split('-')[0] === base);
  const texts = await loaders
    .get(near ?? 'en')?.()
    .catch(() => null);
  const found = texts?.dialogs?.askAgain?.ready ?? {};
  const reasons = english.dialogs.askAgain.ready;
  return Object.fromEntries(REASONS.map((reason) => [reason, found[reason]?.text ?? reasons[reason].text])) as Record<Reason, string>;
}
