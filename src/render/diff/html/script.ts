/** What a comparison does in a browser besides its style sheet: search, count what is shown, and open what is linked to. */

export const diffScript = `(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const search = byId('search');
  const shown = byId('shown');
  const clear = byId('clear');
  if (!search) return;
  const boxes = all('.filters input[type=checkbox]');
  const changes = all('.change');
  const total = changes.filter((change) => change.dataset.group).length;
  const texts = new Map();
  const textOf = (change) => {
    if (!texts.has(change)) texts.set(change, change.textContent.toLowerCase());
    return texts.get(change);
  };
  const picked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  const apply = () => {
    const groups = picked('group');
    const levels = picked('level');
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const change of changes) {
      const { group, level } = change.dataset;
      change.hidden = !(
        (!group || groups.length === 0 || groups.includes(group)) &&
        (!level || levels.length === 0 || levels.includes(level)) &&
        words.every((word) => textOf(change).includes(word))
      );
      if (group && !change.hidden) count++;
    }
    const isNarrow = groups.length + levels.length + words.length > 0;
    for (const group of all('.group')) {
      group.hidden = !group.querySelector('.change:not([hidden])');
      const fold = group.querySelector('details');
      if (fold && isNarrow && !group.hidden) fold.open = true;
    }
    clear.hidden = !isNarrow;
    const of = total === 1 ? '1 change' : total.toLocaleString('en') + ' changes';
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
