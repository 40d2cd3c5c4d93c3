/** The next step; while it has to wait it says for what, and stays in reach of the keyboard. One at a time. */
export function Locked({ label, why, soft, onClick }: { label: string; why: string | null; soft?: boolean; onClick: () => void }) {
  return (
    <div class="locked">
      <button
        class={`btn wide ${soft ? 'soft' : 'fill'}`}
        aria-disabled={why !== null}
        aria-describedby={why ? 'why' : undefined}
        onClick={() => why === null && onClick()}
      >
        {label}
      </button>
      {why && (
        <small id="why" role="status">
          {why}
        </small>
      )}
    </div>
  );
}
