/** The mark: a speech bubble that is also a taped parcel. */
export function Mark() {
  return (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5.5 4h13A1.5 1.5 0 0 1 20 5.5v10a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 3.5V17h-2A1.5 1.5 0 0 1 4 15.5v-10A1.5 1.5 0 0 1 5.5 4M9.6 4v5L12 7.5 14.4 9V4" />
    </svg>
  );
}
