import { Icon } from './icons.tsx';

/** What went wrong and what to do, told to ears as it appears. Its place is always there, or it would not be heard. */
export function Problem({ text }: { text: string | null }) {
  return (
    <div class="problem" role="alert">
      {text !== null && (
        <p>
          <Icon name="alert" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
