/** How far an upload has come, 0 to 1. */
export function Ring({ part }: { part: number }) {
  return (
    <span class="veil">
      <svg class="ring" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
        <circle class="part" cx="12" cy="12" r="9" pathLength={100} stroke-dasharray={`${Math.round(part * 100)} 100`} />
      </svg>
    </span>
  );
}
