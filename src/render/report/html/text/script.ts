/** Shows in the text the passages of a theme that is chosen. */

export const tintScript = `for (const select of document.querySelectorAll('.tint select')) {
  const body = select.closest('section').querySelector('.body');
  select.addEventListener('change', () => {
    for (const one of body.querySelectorAll('[data-t]')) {
      one.classList.toggle('on', one.dataset.t.split(' ').includes(select.value));
    }
    body.querySelector('.on')?.scrollIntoView({ block: 'center' });
  });
  select.parentElement.hidden = false;
}`;
