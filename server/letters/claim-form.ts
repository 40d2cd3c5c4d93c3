/** The claim on the carrier as a filled form: worded once, then written as a page and as plain text. Nothing in it is for us alone. */
import { CHECKS } from '../desk/collected.ts';
import { t, type Param } from '../../protocol/words.ts';
import type { PhotoFinding } from '../../protocol/photo.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { factsOf } from './facts.ts';
import type { Folder } from './folder.ts';
import { onPaper } from './on-paper.ts';
import type { PackPhoto } from './pack.ts';
import { photoWords, timelineOf } from './timeline.ts';
import { valuesOf } from './values.ts';

export interface Form {
  locale: string;
  title: string;
  sections: FormSection[];
}

export interface FormSection {
  title: string;
  rows: { label: string; value: string }[];
  table: { head: string[]; lines: string[][] } | null;
  photos: { name: string; id: string; caption: string; sum: string; notes: string[] }[];
}

export function claimForm(folder: Folder, photos: readonly PackPhoto[], wording: Wording, viewer: Viewer): Form {
  const { context, row, case: opened, promises } = folder;
  const word = (value: Param): string => [...valuesOf({ name: value }, ['name'], wording, viewer).values()].flat().join('');
  const say = (key: string) => wording.text(viewer, `letters:pack.${key}`);
  const facts = onPaper(factsOf({ ...folder, at: viewer.now }));
  const fact = (place: string): string[] => {
    const value = Object.hasOwn(facts, place) ? facts[place] : undefined;
    return value === undefined || (typeof value === 'object' && Array.isArray(value)) ? [] : [word(value as Param)];
  };
  const dated = (at: number | null | undefined): string[] => (at == null ? [] : [word({ $date: at, as: 'dateTime' })]);
  const rows = (lines: [string, string[]][]) =>
    lines.flatMap(([key, [value]]) => (value === undefined || value === '' ? [] : [{ label: say(key), value }]));
  const section = (key: string, about: Partial<FormSection>): FormSection => ({
    title: say(key),
    rows: [],
    table: null,
    photos: [],
    ...about,
  });
  const order = context?.order ?? null;
  const parcel = context?.parcel ?? null;

  return {
    locale: viewer.locale,
    title: wording.text(viewer, 'letters:pack.title', { number: opened?.number ?? row.caseNumber ?? '' }).trim(),
    sections: [
      section('claim', {
        rows: rows([
          ['sender', fact('sender')],
          ['case', fact('case')],
          ['opened', dated(opened?.openedAt)],
          ['made', dated(viewer.now)],
        ]),
      }),
      section('order', {
        rows: rows([
          ['orderNumber', fact('order')],
          ['placed', dated(order?.placedAt)],
          ['recipient', fact('recipient')],
          ['address', fact('address')],
          ['total', order ? [word({ $money: order.total, currency: order.currency })] : []],
        ]),
      }),
      section('parcel', {
        rows: rows([
          ['tracking', parcel ? [word({ $code: parcel.number })] : []],
          ['lastMile', parcel?.lastMile ? [word({ $code: parcel.lastMile.number })] : []],
          ['carrier', fact('carrier')],
          ['shipped', fact('shipped')],
          ['status', fact('status')],
          ['delivered', fact('delivered')],
          ['signed', fact('signed')],
          ['place', parcel?.proof?.place === undefined ? [] : [word(parcel.proof.place)]],
        ]),
      }),
      section('items', { table: itemTable() }),
      section('happened', {
        rows: [
          ...rows([
            ['reason', fact('reason')],
            ['finding', fact('finding')],
          ]),
          ...checked(),
        ],
      }),
      section('timeline', {
        table: {
          head: [say('when'), say('what'), say('where')],
          lines: timelineOf(folder).map(({ at, what, place }) => [...dated(at), word(what), place === null ? '' : word(place)]),
        },
      }),
      section('evidence', { photos: photos.map(photoOf) }),
      section('promises', {
        table: {
          head: [say('promise'), say('due'), say('state')],
          lines: promises.map(({ kind, dueAt, state }) => [word(t(`desk:promise.${kind}`)), ...dated(dueAt), say(`states.${state}`)]),
        },
      }),
    ].filter(({ rows: lines, table, photos: shown }) => lines.length > 0 || (table?.lines.length ?? 0) > 0 || shown.length > 0),
  };

  /** What is missing; where nothing is named, the whole order. */
  function itemTable(): FormSection['table'] {
    if (!order) return null;
    const { currency, items } = order;
    const missing = context?.missing ?? [];
    const priceOf = (id: string) => items.find((item) => item.id === id)?.price;
    const claimed =
      missing.length > 0
        ? missing.map(({ id, name, count }) => ({ name, count, price: priceOf(id) }))
        : items.map(({ name, variant, quantity, price }) => ({
            name: variant === undefined ? name : `${name}, ${variant}`,
            count: quantity,
            price,
          }));
    const money = (amount: number | undefined) => (amount === undefined ? '' : word({ $money: amount, currency }));
    return {
      head: [say('item'), say('count'), say('each'), say('value')],
      lines: claimed.map(({ name, count, price }) => [
        word(name),
        word(count),
        money(price),
        money(price === undefined ? undefined : price * count),
      ]),
    };
  }

  function checked(): FormSection['rows'] {
    return Object.entries(CHECKS).flatMap(([check, answers]) => {
      const answer = answers.find((one) => one === context?.checks[check]);
      return answer === undefined ? [] : [{ label: word(t(`desk:check.${check}.label`)), value: word(t(`desk:check.${check}.${answer}`)) }];
    });
  }

  function photoOf({ name, photo }: PackPhoto): FormSection['photos'][number] {
    return {
      name,
      id: photo.id,
      caption: [word(photoWords(photo.item)), ...dated(photo.createdAt)].join(', '),
      sum: photo.sha256,
      notes: photo.findings.flatMap((finding) => noted(finding)),
    };
  }

  function noted(finding: PhotoFinding): string[] {
    switch (finding.kind) {
      case 'sameLabel':
      case 'otherLabel':
        return [wording.text(viewer, `letters:pack.note.${finding.kind}`, { barcode: word({ $code: finding.barcode }) })];
      case 'dark':
      case 'blurred':
      case 'small':
      case 'noBarcode':
        return [say(`note.${finding.kind}`)];
      // About another photo or another case: for our people alone.
      default:
        return [];
    }
  }
}
