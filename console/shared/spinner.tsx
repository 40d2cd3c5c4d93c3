/** Something is at work here. What it is stands in words beside it. */
export function Spinner() {
  return (
    <svg class="i spinner" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="7" pathLength={100} />
    </svg>
  );
}
