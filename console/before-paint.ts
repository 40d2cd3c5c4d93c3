// The page waits for this file before it paints anything, so that nobody who chose the dark sees a white flash. It can import
// nothing; what is kept under this name is written by `shared/theme.ts`.
{
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem('tracewell:console:theme');
  } catch {
    // Storage is blocked: the device's own choice stands.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
