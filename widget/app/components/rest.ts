/**
 * What a talk needs only after its first words: cards, steps, photos, the menu. A file of its own, so that opening the
 * chat stays light; writing and reading never wait for it.
 */
export { MORE_PATHS } from '../../look/more-icons.ts';
export { CardView } from './card-view.tsx';
export { Menu } from './menu.tsx';
export { DevicePhoto, EvidencePhotos, StoredPhoto } from './photo.tsx';
export { Step } from './step.tsx';
