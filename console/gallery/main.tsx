/**
 * States of the console from samples: for eyes, for screenshots and for the accessibility tests; no part of the product.
 * `?entry=talk/locked` draws one; `&theme=dark`, `&dir=rtl` and `&lang=es` change the room; without an entry, a list.
 */
import '../shared/styles/console.css';
import '../shell/styles/shell.css';
import { render } from 'preact';
import { Toasts } from '../shared/toast.tsx';
import { beginWords, chooseLanguage } from '../shared/words.ts';
import type { Entries } from './entry.ts';

const files = import.meta.glob<Entries>('./*.entries.tsx', { import: 'entries' });

void start();

async function start(): Promise<void> {
  const wanted = new URLSearchParams(location.search);
  const root = document.getElementById('app');
  if (!root) return;
  const { documentElement: page } = document;
  page.dataset.theme = wanted.get('theme') ?? 'light';
  await beginWords();
  await chooseLanguage(wanted.get('lang') ?? 'en');
  const dir = wanted.get('dir');
  if (dir) page.dir = dir;

  const [group, name] = (wanted.get('entry') ?? '').split('/');
  const load = files[`./${group}.entries.tsx`];
  const draw = name === undefined ? undefined : (await load?.())?.[name];
  if (draw) {
    render(
      <>
        {draw()}
        <Toasts />
      </>,
      root,
    );
  } else render(<List names={await names()} />, root);
  // Effects of the first frame ask, those of the next draw what was answered.
  for (let i = 0; i < 6; i++) await new Promise(requestAnimationFrame);
  page.dataset.ready = '';
}

async function names(): Promise<string[]> {
  const loaded = await Promise.all(
    Object.entries(files).map(async ([path, load]) => {
      const group = path.replace(/^\.\/|\.entries\.tsx$/g, '');
      return Object.keys(await load()).map((name) => `${group}/${name}`);
    }),
  );
  return loaded.flat();
}

function List({ names }: { names: string[] }) {
  return (
    <main>
      <h1>States of the console</h1>
      <ul id="entries">
        {names.map((name) => (
          <li key={name}>
            <a href={`?entry=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
