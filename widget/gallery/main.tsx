/**
 * Every state of the panel, from fixtures: for eyes, for screenshots and for the accessibility tests.
 * `/gallery/?state=parcel` draws one; `&theme=dark`, `&color=%23f2c230` and `&dir` change the room; without a state, a list.
 */
import '../app/styles/panel.css';
import { render } from 'preact';
import { Panel } from '../app/components/panel.tsx';
import { wordsIn } from '../app/words.ts';
import strings from '../../locales/en/widget.json';
import { galleryActions } from './actions.ts';
import { STATES } from './states.ts';

const wanted = new URLSearchParams(location.search);
const root = document.getElementById('app');
const name = wanted.get('state');
const make = name ? STATES[name] : undefined;
document.documentElement.dataset.theme = wanted.get('theme') ?? 'light';

if (root && make) {
  const state = make();
  const color = wanted.get('color');
  const shown = color && state.store ? { ...state, store: { ...state.store, color } } : state;
  const actions = galleryActions(wanted.get('draft') ?? '');
  render(<Panel state={shown} actions={actions} words={wordsIn('en', strings)} close={() => console.log('close')} />, root);
} else if (root) {
  render(
    <ul>
      {Object.keys(STATES).map((key) => (
        <li key={key}>
          <a href={`?state=${key}`}>{key}</a>
        </li>
      ))}
    </ul>,
    root,
  );
}
