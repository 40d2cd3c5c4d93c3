/** The key that does it, for eyes; the control itself carries `aria-keyshortcuts`. */
export function Kbd({ of }: { of: string }) {
  return <kbd aria-hidden="true">{of}</kbd>;
}
