// Everything here is a comfort; every page works without it.
document.documentElement.classList.add('js');
document.addEventListener('DOMContentLoaded', () => {
  const problem = document.getElementById('problem');
  if (problem) problem.focus();
  for (const form of document.querySelectorAll('form[method=post]')) {
    form.addEventListener('submit', event => {
      if (event.submitter && event.submitter.name === 'choose') return;
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = 'yes';
    });
  }
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
  const input = document.activeElement;
  if (event.target.id === 'kana' && input && input.closest('#kana') && input.matches('input')) input.select();
});
// What a page asks for in passing may fail: the page says so, and keeps what is typed.
const show = (id, shown) => { const line = document.getElementById(id); if (line) line.hidden = !shown; };
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful) { show('session-over', false); show('unreachable', false); }
  else if (event.detail.xhr.status === 401) show('session-over', true);
  else if (event.detail.xhr.status === 0 || event.detail.xhr.status >= 500) show('unreachable', true);
});
