import './dialogs.css';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { LetterView } from '../../../protocol/desk.ts';
import { Button } from '../../shared/button.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { Icon } from '../../shared/icons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { language, word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { freshId } from './fresh-id.ts';
import { beginIn } from './form.tsx';
import { matching } from './find-in.ts';
import { Locked } from './locked.tsx';
import type { DialogProps } from './props.ts';
import { Unanswered } from './unanswered.tsx';
import { useAnswer } from './use-answer.ts';
import { useAsking, type Asking } from './use-asking.ts';

export interface LettersProps extends DialogProps {
  /** Into the composer, to be read over and changed before it is sent. */
  onInsert: (text: string) => void;
}

/** Replies and letters with the case's facts in them: what the shopper will read beside what it means. */
export function LettersDialog({ wire, conversation, desk, onInsert, onDone, onClose }: LettersProps) {
  // The same however often it is tried, so that one letter goes out once.
  const id = useMemo(freshId, []);
  const asking = useAsking();
  const [answer, again] = useAnswer(() => wire.ask('letters', { conversation }), conversation);
  return (
    <Dialog title={word('dialogs.letters.title')} lead={word('dialogs.letters.lead')} wide class="letters" onClose={onClose}>
      {(close) => {
        if (answer.state !== 'here') return <Unanswered answer={answer} again={again} />;
        const { letters, address } = answer.value;
        if (letters.length === 0) return <Locked text={word('dialogs.letters.none')} close={close} />;
        const insert = (letter: LetterView) => {
          onInsert(letter.text);
          onDone();
          close();
        };
        const send = ({ letter }: LetterView) => {
          if (letter === undefined) return;
          void asking
            .run(() => wire.ask('sendLetter', { conversation, id, letter }))
            .then((isDone) => {
              if (!isDone) return;
              onDone(word('dialogs.letters.sent'));
              close();
            });
        };
        return (
          <Choose
            letters={letters}
            desk={desk}
            hasAddress={address}
            asking={asking}
            pageOf={({ letter = '' }) => `/api/console/print/${encodeURIComponent(conversation)}/${letter}`}
            onInsert={insert}
            onSend={send}
            close={close}
          />
        );
      }}
    </Dialog>
  );
}

interface ChooseProps {
  letters: LetterView[];
  desk: DialogProps['desk'];
  hasAddress: boolean;
  asking: Asking;
  /** Where one that is printed is shown. */
  pageOf: (letter: LetterView) => string;
  onSend: (letter: LetterView) => void;
  onInsert: (letter: LetterView) => void;
  close: () => void;
}

function Choose({ letters, desk: { shopper }, hasAddress, asking, pageOf, onInsert, onSend, close }: ChooseProps) {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shelf = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => beginIn(shelf.current?.parentElement ?? null), []);
  const found = letters.filter(({ title, text: theirs, mine }) => matching(text, title, theirs, mine));
  const at = Math.max(
    0,
    found.findIndex((letter) => letter.id === wanted),
  );
  const letter = found[at];
  const name = firstName(shopper.name);

  function move(to: number): void {
    const next = found[Math.min(found.length - 1, Math.max(0, to))];
    if (!next) return;
    setWanted(next.id);
    list.current?.children[found.indexOf(next)]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: { [key: string]: () => void } = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Enter: () => letter && onInsert(letter),
    };
    const act = event.isComposing ? undefined : moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <>
      <input
        ref={shelf}
        class="input"
        type="search"
        role="combobox"
        list={undefined}
        aria-label={word('dialogs.letters.find')}
        placeholder={word('dialogs.letters.find')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        {...(letter && { 'aria-activedescendant': `${id}-${letter.id}` })}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="shelf">
        <div class="titles" role="listbox" id={`${id}-list`} aria-label={word('dialogs.letters.title')} ref={list}>
          {found.map((one) => (
            <div
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              aria-selected={one === letter}
              onClick={() => setWanted(one.id)}
              onDblClick={() => onInsert(one)}
            >
              <span>{one.title}</span>
              {one.as && <em>{word(one.as === 'mail' ? 'dialogs.letters.sortMail' : 'dialogs.letters.sortPrint')}</em>}
            </div>
          ))}
        </div>
        {letter ? (
          <div class="preview" role="group" tabIndex={0} aria-label={letter.title}>
            <section lang={shopper.locale}>
              <h3 lang={language.value}>{word('dialogs.letters.theirs', { name, language: shopper.language })}</h3>
              <p dir="auto">{letter.text}</p>
            </section>
            {letter.mine !== letter.text && (
              <section>
                <h3>{word('dialogs.letters.yours')}</h3>
                <p dir="auto">{letter.mine}</p>
              </section>
            )}
          </div>
        ) : (
          <p class="none" role="status">
            {word('dialogs.letters.noneFound')}
          </p>
        )}
      </div>
      {letter?.as === 'mail' && !hasAddress && <p class="none">{word('dialogs.letters.noAddress')}</p>}
      <Problem text={asking.problem} />
      <footer>
        <Button onClick={close}>{word('shell.notNow')}</Button>
        {letter?.as === 'mail' && hasAddress && (
          <Button icon="mail" busy={asking.busy} onClick={() => onSend(letter)}>
            {word('dialogs.letters.send')}
          </Button>
        )}
        {letter?.as === 'print' && (
          <a class="btn soft" href={pageOf(letter)} target="_blank" rel="noopener">
            <Icon name="doc" />
            {word('dialogs.letters.print')}
          </a>
        )}
        <Button kind="fill" icon="enter" disabled={!letter} onClick={() => letter && onInsert(letter)}>
          {word('dialogs.letters.insert')}
        </Button>
      </footer>
    </>
  );
}
