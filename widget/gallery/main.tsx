/**
 * Every state of the panel, from fixtures: for eyes, for screenshots and for the accessibility tests.
 * `/gallery/?state=parcel` draws one; `&theme=dark`, `&color=%23f2c230` and `&dir` change the room; without a state, a list.
 */
import '../app/styles/panel.css';
import { render } from 'preact';
import { Panel } from '../app/components/panel.tsx';
import type { ChatState } from '../app/state.ts';
import { loadWords } from '../app/words.ts';
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
  const words = await loadWords(shown.locale);
  const close = () => dispatchEvent(new CustomEvent('tw-action', { detail: { name: 'close', args: [] } }));
  const draw = (now: ChatState) => render(<Panel state={now} actions={actions} words={words} close={close} />, root);
  draw(shown);
  // All of it is here and drawn: the first frame asks for the later parts, the next ones draw them.
  void complete().then(() => (document.documentElement.dataset.ready = ''));
  // Tests move the state on and look at what the panel makes of it.
  addEventListener('tw-state', (e) => draw((e as CustomEvent<ChatState>).detail));
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

async function complete(): Promise<void> {
  await import('../app/components/rest.ts');
  await frames(4);
  while ([...document.querySelectorAll('link')].some((link) => !link.sheet)) await frames(1);
  await frames(4);
}

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}
