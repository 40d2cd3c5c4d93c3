import { phoneLink } from './phone-link.ts';
import type { ChatActions } from '../app/state.ts';
import { drawnPhoto } from './photos.ts';

/** Actions that only tell what was asked of them, on the console and as `tw-action` events for tests. */
export function galleryActions(draft: string): ChatActions {
  const told =
    (name: string) =>
    (...args: unknown[]) => {
      dispatchEvent(new CustomEvent('tw-action', { detail: { name, args } }));
    };
  return {
    shown: told('shown'),
    hidden: told('hidden'),
    say: told('say'),
    choose: told('choose'),
    find: told('find'),
    pickItems: told('pickItems'),
    addPhotos: told('addPhotos'),
    removePhoto: told('removePhoto'),
    keepPhoto: told('keepPhoto'),
    evidenceDone: told('evidenceDone'),
    evidenceCant: told('evidenceCant'),
    chooseRemedy: told('chooseRemedy'),
    rate: told('rate'),
    wantPerson: told('wantPerson'),
    startOver: told('startOver'),
    end: told('end'),
    retry: told('retry'),
    discard: told('discard'),
    setLocale: told('setLocale'),
    typing: told('typing'),
    ask: (...args: unknown[]) => {
      told('ask')(...args);
      // What it answers to is seen in the gallery; all else goes unanswered.
      return Promise.resolve((args[0] === 'phoneLink' ? { ok: true, ...phoneLink } : null) as never);
    },
    photoUrl: (id) => (id === 'gone' ? Promise.reject(new Error('gone')) : Promise.resolve(drawnPhoto(id))),
    saveDraft: () => {},
    draft: () => draft,
  };
}
