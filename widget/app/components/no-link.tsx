import { Icon } from '../../look/icons.tsx';

/** A link that opens nothing: why, and how to go on all the same. */
export function NoLink(props: { title: string; text: string; goOn: string; onGoOn: () => void }) {
  return (
    <main class="thread refused">
      <Icon name="alert" />
      <h1>{props.title}</h1>
      <p role="alert">{props.text}</p>
      <button class="btn soft" onClick={props.onGoOn}>
        {props.goOn}
      </button>
    </main>
  );
}
