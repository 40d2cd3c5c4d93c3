/** How this device tells news while nobody looks: by a notice of the browser, by a sound, each only if it was chosen. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { notes } from '../shared/notes.ts';
import { chime } from './chime.ts';

export interface Notifications {
  readonly shows: ReadonlySignal<boolean>;
  readonly sounds: ReadonlySignal<boolean>;
  /** Resolves to whether it could be: browsers ask the person, who may have said no. */
  setShows(on: boolean): Promise<boolean>;
  /** Lets it be heard at once. */
  setSounds(on: boolean): void;
  /** Tells the news in the ways that were chosen. `onClick`: the notice was pressed. */
  tell(news: { title: string; text: string; about: string; onClick: () => void }): void;
}

const mayShow = () => 'Notification' in window && Notification.permission === 'granted';
const shows = signal(notes.get('notify') === 'on' && mayShow());
const sounds = signal(notes.get('sound') === 'on');

export const notifications: Notifications = {
  shows,
  sounds,
  async setShows(on) {
    const granted = !on || mayShow() || ('Notification' in window && (await Notification.requestPermission()) === 'granted');
    shows.value = on && granted;
    notes.set('notify', shows.value ? 'on' : '');
    return granted;
  },
  setSounds(on) {
    sounds.value = on;
    notes.set('sound', on ? 'on' : '');
    if (on) chime();
  },
  tell({ title, text, about, onClick }) {
    if (sounds.value) chime();
    if (!shows.value || !mayShow()) return;
    try {
      // One notice per conversation; the newer takes the place of the older.
      const notice = new Notification(title, { body: text, tag: `tracewell:${about}` });
      notice.onclick = () => {
        window.focus();
        notice.close();
        onClick();
      };
    } catch {
      // Phones show them from a service worker only. The title and the sound tell it there.
    }
  },
};
