// Everything is called before the widget's script is there; each event it tells of becomes a line of the list.
{
  const { window, document } = globalThis;

  const calls = [];
  window.Tracewell = function () {
    calls.push(arguments);
  };
  window.Tracewell.q = calls;

  const heard = (line) => {
    const item = document.createElement('li');
    item.textContent = line;
    document.getElementById('heard')?.append(item);
  };

  const { Tracewell } = window;
  for (const name of ['ready', 'open', 'close', 'unread', 'message', 'caseOpened', 'caseClosed', 'error'])
    Tracewell('on', name, (detail) => heard(detail ? `${name} ${JSON.stringify(detail)}` : name));
  window.addEventListener('tracewell:ready', () => heard('tracewell:ready'));
  Tracewell('setLocale', 'es');
  Tracewell('setContext', { order: '1001' });
  Tracewell('setContext', { email: 'maya@example.com' });
  Tracewell('identify', () => Promise.resolve('header.payload.signature'));
  Tracewell('update', { position: 'start', color: '#f2c12e' });
  Tracewell('startFlow', 'missing-items');
}
