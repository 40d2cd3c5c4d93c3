import { useId } from 'preact/hooks';

/** The next step; while it has to wait it says for what, and stays in reach of the keyboard. */
export function Locked({ label, why, soft, onClick }: { label: string; why: string | null; soft?: boolean; onClick: () => void }) {
  const id = useId();
  return (
    <div class="locked">
      <button
        class={`btn wide ${soft ? 'soft' : 'fill'}`}
        aria-disabled={why !== null}
        aria-describedby={why ? id : undefined}
        onClick={() => why === null && onClick()}
      >
        {label}
      </button>
      {why && (
        <small id={id} role="status">
          {why}
        </small>
      )}
    </div>
  );
}
