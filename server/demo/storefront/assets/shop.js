// The owner's side of the embed: calls wait in a queue until the widget's script has come.
const { window, document } = globalThis;

window.Tracewell =
  window.Tracewell ||
  function () {
    (window.Tracewell.q = window.Tracewell.q || []).push(arguments);
  };

document.addEventListener('click', (event) => {
  const order = event.target.closest('.order');
  if (!order) return;
  window.Tracewell('setContext', { order: order.dataset.order, email: order.dataset.email });
  window.Tracewell('open');
});
