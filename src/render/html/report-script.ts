/** What reports do in a browser besides their style sheet: search, count what is shown, and open what is linked to. */

export const reportScript = `(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const search = byId('search');
  const shown = byId('shown');
  const clear = byId('clear');
  if (!search) return;
  const boxes = all('.filters input[type=checkbox]');
  const cards = all('.card');
  const noun = shown.dataset.noun;
  // What is filtered is a card, or several things in one.
  const items = new Map(
    cards.map((card) => [card, card.dataset.group ? [card] : [...card.querySelectorAll('[data-group]')]]),
  );
  const total = [...items.values()].reduce((sum, { length }) => sum + length, 0);
  const texts = new Map();
  const textOf = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };
  const picked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  const apply = () => {
    const groups = picked('group');
    const levels = picked('level');
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const [card, own] of items) {
      let met = 0;
      for (const item of own) {
        const { group, level } = item.dataset;
        item.hidden = !(
          (groups.length === 0 || groups.includes(group)) &&
          (levels.length === 0 || levels.includes(level))
        );
        if (!item.hidden) met++;
      }
      card.hidden = (own.length > 0 && met === 0) || !words.every((word) => textOf(card).includes(word));
      if (!card.hidden) count += met;
    }
    const isNarrow = groups.length + levels.length + words.length > 0;
    for (const group of all('.group')) {
      group.hidden = !group.querySelector('.card:not([hidden])');
      const fold = group.querySelector('details');
      if (fold && isNarrow && !group.hidden) fold.open = true;
    }
    clear.hidden = !isNarrow;
    const of = total.toLocaleString('en') + ' ' + noun + (total === 1 ? '' : 's');
    shown.textContent = isNarrow ? count.toLocaleString('en') + ' of ' + of : of;
  };
  const reset = () => {
    for (const box of boxes) box.checked = false;
    search.value = '';
    apply();
  };
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && byId(id);
    if (!target) return;
    if (target.closest('[hidden]')) reset();
    const fold = target.querySelector(':scope > details') || target.closest('details');
    if (fold) fold.open = true;
    target.scrollIntoView();
  };
  search.parentElement.hidden = false;
  for (const box of boxes) box.addEventListener('change', apply);
  search.addEventListener('input', apply);
  clear.addEventListener('click', () => { reset(); boxes.find((box) => !box.disabled)?.focus(); });
  addEventListener('hashchange', reveal);
  apply();
  reveal();
})();`;
