/** Elements one by one: `innerHTML` is refused where a page requires trusted types. */
export function add<K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K, className = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  return parent.appendChild(element);
}

/** Returns the path, so that its drawing can be changed. */
export function addIcon(parent: Node, drawing = MARK): Element {
  const svg = parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  const path = svg.appendChild(document.createElementNS(svg.namespaceURI, 'path'));
  svg.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', drawing);
  return path;
}

/** A speech bubble that is also a taped parcel. */
export const MARK =
  'M5.5 4h13A1.5 1.5 0 0120 5.5v10a1.5 1.5 0 01-1.5 1.5H12l-4.5 3.5V17h-2A1.5 1.5 0 014 15.5v-10A1.5 1.5 0 015.5 4zM9.6 4v5L12 7.5 14.4 9V4';

/**
 * The sheet at that place of the root. A constructed one passes a policy without `unsafe-inline`; elsewhere a `<style>` with the script's own nonce.
 */
export function dress(root: ShadowRoot, at: number, css: string, nonce: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets[at] = sheet;
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
}
