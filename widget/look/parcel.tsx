/** A taped parcel from above: the greeting, and the thing that is sent again. */
export function Parcel() {
  return (
    <svg class="pic" viewBox="0 0 64 64" aria-hidden="true">
      <path class="k1" d="M32 10l24 12-24 12L8 22z" />
      <path class="k2" d="M8 22l24 12v24L8 46z" />
      <path class="k3" d="M56 22L32 34v24l24-12z" />
      <path class="tape" d="M22.6 14.7l-5.2 2.6 24 12v7.4l5.2-2.6v-7.4z" />
      <path class="paper" d="M12 34l11 5.5v9.6L12 43.6z" />
      <path class="ink" d="M14 37.7l7 3.5M14 40.7l4.5 2.2" />
    </svg>
  );
}

/** The same parcel from the front, small enough to ride on the road. */
export function ParcelFront() {
  return (
    <>
      <path class="k2" d="M4 9a2 2 0 0 1 2-2h20a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z" />
      <path class="k1" d="M4 9a2 2 0 0 1 2-2h20a2 2 0 0 1 2 2v4H4z" />
      <path class="tape" d="M13.5 7h5v8L16 13.4 13.5 15z" />
      <path class="paper" d="M7 19h9v5H7z" />
    </>
  );
}

/** A bank card: money that goes back the way it came. */
export function BankCard() {
  return (
    <svg class="pic" viewBox="0 0 64 64" aria-hidden="true">
      <path class="k2" d="M13 16h38a6 6 0 0 1 6 6v22a6 6 0 0 1-6 6H13a6 6 0 0 1-6-6V22a6 6 0 0 1 6-6z" />
      <path class="k3" d="M7 25h50v7H7z" />
      <path class="paper" d="M14 38h13v4.5H14z" />
    </svg>
  );
}
