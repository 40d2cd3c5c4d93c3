import { Icon } from '../../shared/icons.tsx';
import { Menu } from '../../shared/menu.tsx';
import { word } from '../../shared/words.ts';
import type { DeskModel } from '../desk-model.ts';
import type { Talk } from '../talk/talk-state.ts';

/** The way back to the bot, named by the step it goes on at. */
export function GiveBack({ desk, talk }: { desk: DeskModel; talk: Talk }) {
  const { steps } = talk.view.value;
  const current = steps.find((step) => step.current) ?? steps[0];
  return (
    <Menu
      class="give"
      above
      label={current ? `${word('composer.giveBackAt')} ${current.label}` : word('composer.giveBack')}
      button={
        <>
          <Icon name="undo" />
          <span class="long">{word('composer.giveBackAt')}</span> <b>{current?.label}</b>
          <Icon name="down" />
        </>
      }
      groups={[
        steps.map((step) => ({
          label: step.label,
          ...(step.current && { checked: true }),
          onChoose: () => desk.actions.giveBack(step.id),
        })),
        [{ label: word('composer.giveBackMap'), icon: 'map', keys: 'M', onChoose: desk.actions.openMap }],
      ]}
    />
  );
}
