import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../../shared/icons.tsx';
import { Menu } from '../../shared/menu.tsx';
import { notes } from '../../shared/notes.ts';
import { Tabs } from '../../shared/tabs.tsx';
import { word } from '../../shared/words.ts';
import type { DialogName } from '../actions.ts';
import type { DeskModel } from '../desk-model.ts';
import { theirLanguage } from '../names.ts';
import type { Talk } from '../talk/talk-state.ts';
import { enterSends, Field } from './field.tsx';
import { GiveBack } from './give-back.tsx';

/** The talk is ours: a reply or a note, what else can be sent, and the way back to the bot. */
export function Writing({ desk, talk }: { desk: DeskModel; talk: Talk }) {
  const mode = desk.mode.value;
  const panel = `write-${mode}`;
  return (
    <div class="write open">
      <div class="bar">
        <Tabs
          label={word('composer.modes')}
          look="line"
          tabs={[
            { id: 'reply', label: word('composer.reply'), controls: 'write-reply' },
            { id: 'note', label: word('composer.note'), controls: 'write-note' },
          ]}
          chosen={mode}
          onChoose={desk.actions.write}
        />
        <TheirLanguage talk={talk} />
        <GiveBack desk={desk} talk={talk} />
      </div>
      <div role="tabpanel" id={panel} aria-label={word(`composer.${mode}`)}>
        <Field key={mode} desk={desk} talk={talk} mode={mode} {...(mode === 'reply' && { tools: <Tools desk={desk} /> })} />
      </div>
    </div>
  );
}

/** Named where one writes, and how it is known: whoever answers in another makes them guess. */
function TheirLanguage({ talk }: { talk: Talk }) {
  const { desk: file } = talk.view.value;
  return (
    <p class="their-language">
      {file && (
        <>
          <Icon name="globe" />
          <span>{theirLanguage(file.shopper)}</span>
        </>
      )}
    </p>
  );
}

function Tools({ desk }: { desk: DeskModel }) {
  const tool = (name: DialogName, icon: IconName, label: string, keys: string) => (
    <button type="button" class="tool" title={label} aria-keyshortcuts={keys} onClick={() => desk.actions.openDialog(name)}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
  return (
    <div class="tools" role="group" aria-label={word('composer.tools')}>
      {tool('letters', 'mail', word('composer.letter'), 'l')}
      {tool('remedy', 'box', word('composer.offer'), 'o')}
      {tool('promise', 'calendar', word('composer.promise'), 'p')}
      {tool('askAgain', 'camera', word('composer.askAgain'), 'a')}
      <HowEnterWorks />
    </div>
  );
}

function HowEnterWorks() {
  const [sends, setSends] = useState(enterSends);
  const choose = (on: boolean) => {
    notes.set('enter', on ? '' : 'line');
    setSends(on);
  };
  return (
    <Menu
      class="start tool-menu"
      above
      label={word('composer.settings')}
      button={<Icon name="keyboard" />}
      groups={[
        [
          { label: word('composer.enterSends'), checked: sends, onChoose: () => choose(true) },
          { label: word('composer.enterNewline'), checked: !sends, onChoose: () => choose(false) },
        ],
      ]}
    />
  );
}
