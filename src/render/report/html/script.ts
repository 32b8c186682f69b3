/** What a report's page does in a browser besides its style sheet; everything is there without it. */
import { tableScript } from './commitments/script.ts';
import { tintScript } from './text/script.ts';

/** Opens what is folded around the target of a link, and what is folded in a row; asks for what filters hide. */
const reveal = `const reveal = () => {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {}
  const target = document.getElementById(id);
  if (!target) return;
  if (target.closest('[hidden]')) target.dispatchEvent(new Event('reveal', { bubbles: true }));
  const own = target.querySelector(':scope > td > details');
  if (own) own.open = true;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', reveal);
reveal();`;

export const pageScript = `(() => {\n${tableScript}\n${tintScript}\n${reveal}\n})();`;
