import './styles/owner.css';
import './styles/letters.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Confirm } from '../shared/confirm.tsx';
import { Empty } from '../shared/empty.tsx';
import { hold } from '../shared/router.ts';
import { Skeleton } from '../shared/skeleton.tsx';
import { Tabs } from '../shared/tabs.tsx';
import { tell } from '../shared/toast.tsx';
import { ownName, word } from '../shared/words.ts';
import type { Session } from '../shell/session.ts';
import { LetterBar } from './letter-bar.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { LetterList } from './letter-list.tsx';
import { LetterPaper } from './letter-paper.tsx';
import { createLettersForm, type Opened } from './letters-form.ts';
import { lacksWords, ownedIn } from './lacking.ts';

/** The letters that shoppers get by e-mail and on paper: ours, until the owner puts them in words of their own. */
export function LettersPage({ session }: { session: Session }) {
  const form = useMemo(() => createLettersForm(session.api), [session]);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const [puttingBack, setPuttingBack] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const { value: isDirty } = form.dirty;
  useEffect(() => void form.read(), [form]);
  useEffect(() => form.follow(), [form]);
  // Before the next press can be heard: after the paint, a quick one would lead away unasked.
  useLayoutEffect(() => {
    if (isDirty) return hold((leave) => setLeaving(() => leave));
  }, [isDirty]);

  const { value: view } = form.view;
  const { value: open } = form.open;
  const { value: saved } = form.saved;
  if (!view || !saved) {
    const refusal = form.refusal.value;
    if (!refusal) return <Skeleton kind="page" lines={4} />;
    return (
      <Empty alone icon="off" title={word('shell.notLoaded')} text={refusal.text}>
        <Button kind="fill" onClick={() => void form.read()}>
          {word('shell.tryAgain')}
        </Button>
      </Empty>
    );
  }

  function go(to: Partial<Opened>): void {
    if (isDirty) setLeaving(() => () => form.go(to));
    else form.go(to);
  }

  async function save(): Promise<void> {
    if (await form.save()) return tell({ text: word('letters.saved') });
    page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  async function putBack(): Promise<void> {
    if (await form.putBack()) tell({ text: word('letters.isPutBack') });
  }

  return (
    <div class="owner letters" ref={page}>
      <header class="page-head">
        <h1>{word('shell.letters')}</h1>
        <p>{word('letters.lead')}</p>
      </header>
      <div class="letters-room">
        <LetterList view={view} open={open} onOpen={(letter) => go({ letter })} />
        <div class="letter">
          <Tabs
            label={word('letters.languages')}
            look="line"
            tabs={view.locales.map((id) => ({
              id,
              label: <LanguageName id={id} lacks={lacksWords(view, open.letter, id)} />,
              controls: 'letter-words',
            }))}
            chosen={open.locale}
            onChoose={(locale) => go({ locale })}
          />
          <div id="letter-words" role="tabpanel" aria-label={ownName(open.locale)} class="with-paper">
            <LetterEditor
              key={`${open.letter}.${open.locale}`}
              form={form}
              saved={saved}
              elsewhere={lacksWords(view, open.letter, open.locale) ? ownedIn(view, open.letter) : []}
              onPutBack={() => setPuttingBack(true)}
            />
            <LetterPaper form={form} />
          </div>
        </div>
      </div>
      <LetterBar form={form} onSave={() => void save()} />
      {leaving && (
        <Confirm
          title={word('letters.leaveTitle')}
          yes={word('store.leave')}
          no={word('store.stay')}
          danger
          onYes={() => {
            form.discard();
            leaving();
          }}
          onClose={() => setLeaving(null)}
        >
          <p>{word('letters.leaveWhy')}</p>
        </Confirm>
      )}
      {puttingBack && (
        <Confirm
          title={word('letters.putBackTitle')}
          yes={word('letters.putBack')}
          no={word('letters.keepMine')}
          danger
          onYes={() => void putBack()}
          onClose={() => setPuttingBack(false)}
        >
          <p>{word('letters.putBackWhy')}</p>
        </Confirm>
      )}
    </div>
  );
}

function LanguageName({ id, lacks }: { id: string; lacks: boolean }) {
  return (
    <>
      {ownName(id)} {lacks && <em class="wait">{word('letters.missing')}</em>}
    </>
  );
}
