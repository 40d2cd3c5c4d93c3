import './shared/styles/console.css';
import './shell/styles/shell.css';
import './sign-in/sign-in.css';
import { render } from 'preact';
import { Console } from './shell/console.tsx';
import { createSession } from './shell/session.ts';
import { keepTime } from './shared/clock.ts';
import { keepRoute } from './shared/router.ts';
import { keepTheme } from './shared/theme.ts';
import { beginWords } from './shared/words.ts';

void start();

async function start(): Promise<void> {
  keepTheme();
  keepTime();
  keepRoute();
  const session = createSession({ fetch: window.fetch.bind(window), url: location.origin });
  const words = beginWords();
  const asked = session.begin(words);
  await words;
  const root = document.getElementById('app');
  if (root) render(<Console session={session} />, root);
  await asked;
}
