// Client-side navigation that swaps the body and runs its scripts again.
const { window, document, location, history, DOMParser, fetch } = globalThis;

async function go(url, push) {
  const answer = await fetch(url);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const body = document.adoptNode(next.body);
  for (const old of body.querySelectorAll('script')) {
    const script = document.createElement('script');
    for (const { name, value } of old.attributes) script.setAttribute(name, value);
    old.replaceWith(script);
  }
  if (push) history.pushState(null, '', url);
  document.body.replaceWith(body);
  document.title = next.title;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/spa/"]');
  if (!link) return;
  event.preventDefault();
  void go(link.href, true);
});
window.addEventListener('popstate', () => void go(location.href, false));
