/**
 * What the panel needs only once there is a talk: the thread with its cards, steps and photos, and the menu. It comes as
 * a file of its own, so that opening the chat stays light; `useRest` fetches it.
 */
import '../styles/rest.css';

export { Menu } from './menu.tsx';
export { Thread } from './thread.tsx';
