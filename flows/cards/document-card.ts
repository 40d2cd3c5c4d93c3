/** Papers and pictures that open beside the talk. */
import type { DocumentCard } from '../../protocol/card.ts';
import type { PRINTED_FOR_SHOPPERS } from '../../protocol/letters.ts';
import { t } from '../../protocol/words.ts';

/** One of our letters, ready to print. */
export function letterCard(letter: (typeof PRINTED_FOR_SHOPPERS)[number]): DocumentCard {
  return {
    kind: 'document',
    icon: 'doc',
    title: t(`card:document.${letter}.title`),
    text: t(`card:document.${letter}.text`),
    label: t('card:document.print'),
    opens: { letter },
  };
}

/** The packing video, where the warehouse has one. */
export function videoCard(href: string): DocumentCard {
  return {
    kind: 'document',
    icon: 'camera',
    title: t('card:document.video.title'),
    text: t('card:document.video.text'),
    label: t('card:document.watch'),
    opens: { href },
  };
}
