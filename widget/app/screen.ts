/** Theme and height of the screen, kept on the root for the styles. Called once, before anything is drawn. */
export function fitScreen(): void {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = () => (root.dataset.theme = dark.matches ? 'dark' : 'light');
  theme();
  dark.addEventListener('change', theme);

  // iOS shrinks only the visual viewport for the keyboard. A pinch shrinks it too, and is no keyboard.
  const screen = window.visualViewport;
  screen?.addEventListener('resize', () => {
    if (screen.scale === 1) root.style.setProperty('--height', `${screen.height}px`);
    else root.style.removeProperty('--height');
  });
}
