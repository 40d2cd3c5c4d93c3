import type { BoxSide } from '../../protocol/case.ts';
import type { Icon } from '../../protocol/icons.ts';
import type {
  Choice,
  EvidencePrompt,
  FindPrompt,
  ItemsPrompt,
  Prompt,
  RatePrompt,
  RemedyPrompt,
  TopicsPrompt,
} from '../../protocol/prompt.ts';
import { guard } from './fixtures.ts';

const choice = (label: string, icon?: Icon, detail?: string): Choice<string> => ({
  id: label,
  label,
  ...(icon && { icon }),
  ...(detail && { detail }),
});

export const chips = (...labels: string[]): Prompt<string> => ({ id: 'p', kind: 'choices', choices: labels.map((label) => choice(label)) });

export const topics: TopicsPrompt<string> = {
  id: 'p',
  kind: 'topics',
  title: 'What happened with your parcel?',
  intro: 'I’m a bot. I look things up at once, and a person can join at any time.',
  placeholder: 'Tell us in your own words',
  choices: [
    choice('It says delivered', 'door', 'I don’t have it'),
    choice('It’s taking too long', 'truck', 'Late, or no news'),
    choice('Customs has it', 'gate', 'Held, or asks for money'),
    choice('Something is missing', 'gap', 'The box came, not everything in it'),
    choice('It went back, or it’s lost', 'turn'),
    choice('I’m not sure', 'ask'),
  ],
};

export const find: FindPrompt<string> = {
  id: 'p',
  kind: 'find',
  order: { label: 'Order number', hint: 'It starts with # in your confirmation e-mail.' },
  contact: { label: 'E-mail or postcode', hint: 'The one you gave when you ordered.', value: 'anna@example.com' },
  tracking: { label: 'Tracking number', hint: 'On the label or in the shipping e-mail.' },
  submit: 'Find my order',
  byOrder: 'Use the order number',
  byTracking: 'Use the tracking number',
  choices: [choice('I don’t have it'), choice('Talk to a person')],
};

export const items: ItemsPrompt<string> = {
  id: 'p',
  kind: 'items',
  items: [
    { id: 'mug', name: 'Mug, speckled', detail: 'Blue', quantity: 4 },
    { id: 'plate', name: 'Dinner plate', quantity: 2 },
    { id: 'bowl', name: 'Serving bowl with a rather long name that has to wrap somewhere', quantity: 1 },
  ],
  submit: 'These are missing',
  choices: [choice('I’m not sure')],
};

const cant = {
  label: 'I can’t take these photos',
  title: 'What stands in the way?',
  reasons: [
    { id: 'threw_away' as const, label: 'I threw the box away' },
    { id: 'no_camera' as const, label: 'I have no camera here' },
    { id: 'not_mine' as const, label: 'The parcel isn’t with me' },
    { id: 'later' as const, label: 'I’ll do it later' },
    { id: 'other' as const, label: 'Something else' },
  ],
};

const side = (id: BoxSide, label: string, photoId?: string) => ({ id, label, ...(photoId && { photoId }) });

export const box: EvidencePrompt<string> = {
  id: 'p',
  kind: 'evidence',
  item: 'packaging',
  step: 3,
  of: 4,
  left: 'about 2 minutes left',
  title: 'All six sides of the box',
  why: 'A cut or a second layer of tape shows where it was opened. The carrier asks for this first.',
  example: 'box',
  slots: [
    side('top', 'Top', 'top'),
    side('left', 'Left'),
    side('front', 'Front'),
    side('right', 'Right', 'right'),
    side('back', 'Back'),
    side('bottom', 'Bottom'),
  ],
  cant,
  next: 'Go on',
  enough: true,
  choices: [],
};

export const one = (example: 'group' | 'label' | 'scale', title: string, again?: string): EvidencePrompt<string> => ({
  ...box,
  item: example,
  step: 1,
  title,
  why: 'It lets the warehouse compare with the packing video.',
  note: 'Only the people on this case see it. It is deleted after **90 days**.',
  example,
  slots: [{ id: 'one', label: 'Photo' }],
  enough: false,
  ...(again && { again }),
});

export const three: EvidencePrompt<string> = {
  ...one('group', 'Everything you received'),
  slots: [
    { id: 'one', label: 'Together', photoId: 'front' },
    { id: 'two', label: 'Closer' },
    { id: 'three', label: 'The gap' },
  ],
  enough: true,
};

export const certificate: EvidencePrompt<string> = {
  ...three,
  item: 'certificate',
  step: 1,
  of: 2,
  title: 'The paper of your post office',
  why: 'Our claim on the carrier is filed with it. What the shop owes you does not depend on it.',
  note: 'It should name the tracking number, the missing item and how many.',
  example: 'paper',
  slots: [
    { id: 'one', label: 'Photo 1' },
    { id: 'two', label: 'Photo 2' },
    { id: 'three', label: 'Photo 3' },
  ],
  enough: false,
  choices: [choice('I don’t have it yet'), choice('Why the post office?')],
};

const noticed = <P extends EvidencePrompt<string>>(prompt: P, hints: Record<string, string[]>): P => ({
  ...prompt,
  slots: prompt.slots.map((slot) => (hints[slot.id] ? { ...slot, photoId: slot.photoId ?? slot.id, hints: hints[slot.id] } : slot)),
  enough: true,
});

export const darkLabel = noticed(one('label', 'The label with the barcode'), { one: ['It came out dark'] });

export const twoAlike = noticed(box, {
  left: ['It is the same picture as “Top”'],
  right: ['It came out blurred', 'It is very small, so details are hard to see'],
});

export const darkThree = noticed(three, { one: ['It came out dark'] });

export const remedies: RemedyPrompt<string> = {
  id: 'p',
  kind: 'remedies',
  legend: 'Resend or refund',
  options: [
    {
      id: 'resend',
      label: 'Send it again',
      headline: 'with you by Mon 31 Aug',
      detail: 'The same lamp, in stock. Leaves on Monday, tracked to the door.',
    },
    {
      id: 'refund',
      label: 'Get the money back',
      headline: '£64.00 by Fri 21 Aug',
      detail: 'To the card you paid with. All of it, with postage.',
    },
  ],
  submit: 'This is what I choose',
  openUntil: 'Take your time. Both stay open to **Fri 28 Aug**.',
  guard,
  choices: [choice('And if it’s lost again?'), choice('Not sure yet')],
};

export const rate: RatePrompt<string> = {
  id: 'p',
  kind: 'rate',
  title: 'Was it easy to get this put right?',
  low: 'Very hard',
  high: 'Very easy',
  comment: 'What should we do better?',
  submit: 'Send',
  skip: 'Skip',
  notSettled: 'It isn’t settled for me',
  choices: [
    { id: 'skip', label: 'Skip' },
    { id: 'notSettled', label: 'It isn’t settled for me' },
  ],
};
