// Everything here is a comfort; every page works without it.
document.documentElement.classList.add('js');
document.addEventListener('DOMContentLoaded', () => {
  const problem = document.getElementById('problem');
  if (problem) problem.focus();
});
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.submitter && event.submitter.name === 'choose') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});
// Coming back by the browser's back button, a form can be sent again (under its key, so with one effect).
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
for (const button of document.querySelectorAll('.js-print')) button.addEventListener('click', () => window.print());
// Which steps of a form have begun.
for (const step of document.querySelectorAll('.steps a[href^="#"]')) {
  const part = document.querySelector(step.getAttribute('href'));
  if (part) part.addEventListener('change', () => step.parentElement.classList.add('begun'));
}
// A part that is filled in from elsewhere must not take away what somebody has begun to type in it meanwhile.
document.addEventListener('htmx:beforeSwap', event => {
  const part = event.detail.target;
  if (part && part.id === 'kana' && [...part.querySelectorAll('input')].some(input => input.value !== input.defaultValue)) event.detail.shouldSwap = false;
});
// Whoever is in it already replaces what was filled in by typing.
document.addEventListener('htmx:afterSwap', event => {
  const part = event.detail.target, input = document.activeElement;
  if (part && part.id === 'kana' && part.contains(input) && input.matches('input')) input.select();
});
// What a page asks for in passing may fail: the page says so, and keeps what is typed.
const show = (id, shown) => { const line = document.getElementById(id); if (line) line.hidden = !shown; };
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful) { show('session-over', false); show('unreachable', false); }
  else if (event.detail.xhr.status === 401) show('session-over', true);
  else if (event.detail.xhr.status === 0 || event.detail.xhr.status >= 500) show('unreachable', true);
});
// A page that is open hears that it is out of date, and asks for what changed. Where it cannot listen, it asks now and then.
const live = document.getElementById('live');
if (live) {
  const EVERY = 30000, SETTLES = 700;
  const told = document.getElementById('told');
  let stream, mark = live.dataset.mark, renewed = false, held = false;
  const ask = () => htmx.trigger(live, 'ask');
  const listen = () => {
    stream = new EventSource(`${live.dataset.stream}?mark=${encodeURIComponent(mark)}`);
    stream.addEventListener('changed', event => { mark = event.lastEventId; ask(); });
  };
  // Without the keys of forms, which differ from drawing to drawing though nothing changed.
  const bare = element => element.outerHTML.replace(/<input type="hidden"[^>]*>/g, '').replace(' hx-swap-oob="true"', '');
  // Nobody loses their place, and no finger that is already on its way meets another button than it was meant for.
  live.addEventListener('htmx:beforeRequest', () => { renewed = false; held = false; });
  document.addEventListener('htmx:oobBeforeSwap', event => {
    const { target, fragment } = event.detail, next = fragment.firstElementChild;
    if (target.id === 'seen') {
      event.detail.shouldSwap = !held;
      show('held', held);
      if (renewed) told.textContent = next.dataset.told;
    } else if (bare(target) === bare(next)) event.detail.shouldSwap = false;
    else if (target.contains(document.activeElement)) { held = true; event.detail.shouldSwap = false; }
    else {
      renewed = true;
      next.inert = next.classList.contains('settles');
      if (next.inert) setTimeout(() => { document.getElementById(next.id).inert = false; }, SETTLES);
    }
  });
  document.addEventListener('focusout', () => { if (held) setTimeout(ask, 0); });
  live.addEventListener('htmx:responseError', event => {
    if (event.detail.xhr.status !== 404) return;
    stream.close();
    clearInterval(polling);
    told.textContent = told.dataset.gone;
  });
  const polling = setInterval(() => {
    if (document.hidden || stream.readyState === EventSource.OPEN) return;
    ask();
    if (stream.readyState === EventSource.CLOSED) listen();
  }, EVERY);
  // A tab that nobody sees keeps no line open: a browser has few of them.
  document.addEventListener('visibilitychange', () => { if (document.hidden) stream.close(); else listen(); });
  listen();
}
