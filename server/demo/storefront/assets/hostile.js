// What old libraries and careless themes do to a page, all at once.
{
  const { window, document, JSON } = globalThis;

  const bite = (name) => () => {
    throw new Error(`This page has its own ${name}`);
  };
  for (const name of ['forEach', 'map', 'filter', 'find', 'some', 'every', 'includes', 'indexOf', 'splice', 'concat', 'reduce', 'join'])
    Array.prototype[name] = bite(name);
  Array.prototype.remove = bite('remove');
  Object.prototype.extend = bite('extend');
  Object.prototype.inherited = 'junk';
  JSON.stringify = () => '"patched"';
  JSON.parse = bite('JSON.parse');

  let messages = 0;
  window.onmessage = () => {
    messages += 1;
    document.documentElement.setAttribute('data-messages', messages);
  };
}
