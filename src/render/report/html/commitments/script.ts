/** What the table of commitments does in a browser: search, pick out, count, sort, copy. */

/**
 * Filters can be linked to: `#commitments:strength=firm,state=checkable,q=waiting%20times`. Values of a facet widen, facets
 * and states narrow what is shown. A link with `data-shows` leads to the table without a script, and filters it with one.
 */
export const tableScript = `for (const section of document.querySelectorAll('.commitments:has(table)')) {
  const find = (selector) => section.querySelector(selector);
  const make = (name, text) => Object.assign(document.createElement(name), { textContent: text, type: 'button' });
  const body = find('tbody');
  const rows = [...body.rows];
  const boxes = [...section.querySelectorAll('.chips input')];
  const search = find('[name=q]');
  const status = find('[role=status]');
  const clear = make('button', 'Show all');
  const table = make('button', 'Copy as table');
  const noun = rows.length === 1 ? ' commitment' : ' commitments';
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) {
      const own = row.cloneNode(true);
      for (const around of own.querySelectorAll('.x, dt')) around.remove();
      texts.set(row, own.textContent.toLowerCase());
    }
    return texts.get(row);
  };
  const has = (row, { name, value }) => row.dataset[name].split(' ').includes(value);
  const shown = () => [...body.rows].filter((row) => !row.hidden);
  const apply = () => {
    const ticked = boxes.filter((box) => box.checked);
    const narrowing = ticked.filter((box) => box.name === 'state');
    const widening = ['strength', 'theme', 'who']
      .map((name) => ticked.filter((box) => box.name === name))
      .filter((own) => own.length > 0);
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    for (const row of rows) {
      row.hidden = !(
        narrowing.every((box) => has(row, box)) &&
        widening.every((own) => own.some((box) => has(row, box))) &&
        words.every((word) => textOf(row).includes(word))
      );
    }
    const count = shown().length;
    const isAll = ticked.length + words.length === 0;
    status.textContent = (isAll ? '' : count.toLocaleString('en') + ' of ') + rows.length.toLocaleString('en') + noun;
    clear.hidden = isAll;
    for (const fold of section.querySelectorAll('.more')) {
      const own = fold.querySelectorAll(':checked').length;
      fold.firstElementChild.dataset.count = own ? own + ' chosen' : '';
    }
  };
  const remember = () => {
    const parts = boxes.filter((box) => box.checked).map((box) => box.name + '=' + box.value);
    if (search.value.trim()) parts.push('q=' + encodeURIComponent(search.value.trim()));
    try {
      history.replaceState(null, '', '#' + section.id + (parts.length ? ':' + parts.join(',') : ''));
    } catch {}
  };
  const set = (parts) => {
    for (const box of boxes) box.checked = parts.includes(box.name + '=' + box.value);
    const words = parts.find((part) => part.startsWith('q='));
    search.value = '';
    try {
      if (words) search.value = decodeURIComponent(words.slice(2));
    } catch {}
    apply();
  };
  const follow = () => {
    const [id, parts] = location.hash.slice(1).split(':');
    if (id !== section.id || parts === undefined) return;
    set(parts.split(','));
    section.scrollIntoView();
  };
  section.addEventListener('change', (event) => { if (boxes.includes(event.target)) { apply(); remember(); } });
  search.addEventListener('input', apply);
  search.addEventListener('change', remember);
  clear.addEventListener('click', () => { set([]); remember(); search.focus(); });
  section.addEventListener('reveal', () => set([]));
  addEventListener('hashchange', follow);
  const only = { firm: 'strength=binding,strength=firm', checkable: 'state=checkable', undated: 'state=undated' };
  for (const link of document.querySelectorAll('a[data-shows][href="#' + section.id + '"]')) {
    link.addEventListener('click', () => set([]));
    const parts = only[link.dataset.shows];
    if (parts) link.href += ':' + parts;
  }

  const strengths = ['wished', 'aimed', 'planned', 'firm', 'binding'];
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const time = cell.querySelector('time');
    if (column === 0 || column === 5) return rows.indexOf(row);
    if (column === 1) return -strengths.indexOf(cell.className);
    if (column === 4) return time ? time.dateTime : (cell.className ? '~' : 'a') + cell.textContent;
    return (cell.querySelector('summary') ?? cell).textContent.toLowerCase() || '~';
  };
  const compare = (a, b) => (typeof a === 'number' ? a - b : a < b ? -1 : Number(a > b));
  const heads = [...find('thead tr').cells];
  heads.forEach((head, column) => {
    const button = make('button', head.textContent);
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const turn = head.ariaSort === 'ascending' ? -1 : 1;
      for (const one of heads) one.ariaSort = null;
      head.ariaSort = turn === 1 ? 'ascending' : 'descending';
      const keyed = rows.map((row, at) => ({ row, at, key: keyOf(row, column) }));
      keyed.sort((a, b) => turn * compare(a.key, b.key) || a.at - b.at);
      body.append(...keyed.map(({ row }) => row));
    });
  });
  heads[0].ariaSort = 'ascending';

  const said = make('span', '');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(make('textarea', ''), { value: text, className: 'unseen' });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      button.focus();
    }
    const words = button.textContent;
    said.textContent = button.textContent = 'Copied';
    button.disabled = true;
    setTimeout(() => { button.textContent = words; said.textContent = ''; button.disabled = false; }, 1500);
  };
  const quoteOf = (row) => row.querySelector('.q').textContent;
  const citeOf = (row) => row.querySelector('cite').textContent;
  for (const row of rows) {
    const button = make('button', 'Cite');
    button.setAttribute('aria-label', 'Cite ' + row.id + ': copy its quote and source');
    button.addEventListener('click', () => copy('“' + quoteOf(row) + '” (' + citeOf(row) + ')', button));
    row.cells[5].append(' ', button);
  }
  table.addEventListener('click', () => {
    const clean = (text) => text.replace(/\\s+/g, ' ').trim().replace(/^[=+@-]/, "'$&");
    const lines = shown().map((row) => {
      const cells = [...row.cells].map((cell) => (cell.querySelector('summary, a') ?? cell).textContent);
      return [...cells, quoteOf(row), citeOf(row)].map(clean).join('\\t');
    });
    const head = [...heads.map((one) => one.textContent), 'Quote', 'Citation'].join('\\t');
    copy([head, ...lines].join('\\n') + '\\n', table);
  });
  search.parentElement.hidden = false;
  for (const fold of section.querySelectorAll('.more')) fold.hidden = false;
  find('.tools').append(clear, table, said);
  apply();
  follow();
}`;
