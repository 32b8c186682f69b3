/** What axe finds wrong with a page for people who see, hear or use it in other ways than most. */
import axe from 'axe-core';
import type { Tab } from './browser.ts';

/**
 * The faults of a page as it is shown now, its folds opened: rule, element, what to do. Empty where there is none.
 * Where axe cannot tell, as with words over a picture, that counts as a fault too; not so the contrast of a lone sign
 * such as an arrow, which it never tells. The page's policy keeps foreign scripts out; what a debugger brings in, as axe
 * here, is none of the page.
 * @param hasScripts whether the tab was opened with scripts; without, no timer runs there, and axe waits by promises
 */
export async function faultsByAxe(tab: Tab, hasScripts: boolean): Promise<readonly string[]> {
  await tab.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
  if ((await tab.evaluate('typeof axe')) === 'undefined') {
    if (!hasScripts) await tab.evaluate(TIMER_BY_PROMISE);
    await tab.evaluate(`${axe.source}; 0`);
  }
  const faults: unknown = await tab.evaluate(RUN);
  if (!Array.isArray(faults)) throw new Error('axe gave no answer');
  return faults.map(String);
}

const TIMER_BY_PROMISE =
  'window.setTimeout = (what, _, ...given) => { Promise.resolve().then(() => what(...given)); return 0; }; 0';

const RUN = `axe.run(document, { preload: false, resultTypes: ['violations', 'incomplete'] }).then((found) =>
  [...found.violations, ...found.incomplete].flatMap(({ id, nodes }) => {
    const faults = nodes.flatMap(({ target, any, all, none }) => {
      const checks = [...any, ...all, ...none];
      if (checks.every(({ data }) => data?.messageKey === 'nonBmp')) return [];
      return id + ': ' + target.join(' ') + ': ' + checks.map(({ message }) => message).join('; ');
    });
    return faults.length < 4 ? faults : [...faults.slice(0, 2), id + ': ' + (faults.length - 2) + ' more'];
  }))`;
