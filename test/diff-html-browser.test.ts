/** The page of `pmed diff` in a browser: filters with and without scripts, widths, and that it asks for nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';
import { renderDiffHtml } from '../src/render/diff/html.ts';
import { type Browser, findBrowser, startBrowser, type Tab } from './browser.ts';

const path = findBrowser();

const isShown = (selector: string): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility()).length`;

describe.skipIf(path === null)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmed-page-'));
  const file = join(folder, 'changes of a plan #1.html');
  let browser: Browser;
  let changes = 0;
  let weaker = 0;

  beforeAll(async () => {
    if (path === null) return;
    const [old, now] = await Promise.all(
      ['fixtures/northshire-2024.md', 'fixtures/northshire-2026.md'].map((name) => analyse(name)),
    );
    if (old === undefined || now === undefined) throw new Error('not read');
    const result = diff(old, now);
    writeFileSync(
      file,
      renderDiffHtml(result, {
        shown: result,
        verdict: null,
        commitments: [old.commitments, now.commitments],
        themes: new Map(),
        command: 'pmed diff',
        all: false,
      }),
    );
    browser = await startBrowser(path);
    const tab = await browser.open(file, { width: 1280, scheme: 'light', hasScripts: true });
    changes = Number(await tab.evaluate("document.querySelectorAll('[data-group]').length"));
    weaker = Number(await tab.evaluate("document.querySelectorAll('[data-group=weaker]').length"));
    expect(weaker).toBeGreaterThan(0);
    expect(changes).toBeGreaterThan(weaker);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const unfold = (tab: Tab): Promise<unknown> =>
    tab.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [320, 'dark'],
  ] as const)('fits %i pixels, by %s, and asks for nothing', async (width, scheme) => {
    const tab = await browser.open(file, { width, scheme, hasScripts: true });
    await unfold(tab);
    const root = 'document.documentElement';
    expect(await tab.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      scheme === 'dark' ? 'rgb(21, 23, 26)' : 'rgb(246, 245, 242)',
    );
    expect(tab.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(tab.requests).toHaveLength(1);
    expect(tab.complaints).toEqual([]);
  });

  it.each([true, false])('filters by group and level, scripts on: %s', async (hasScripts) => {
    const tab = await browser.open(file, { width: 1280, scheme: 'light', hasScripts });
    await unfold(tab);
    expect(await tab.evaluate(isShown('[data-group]'))).toBe(changes);
    await tab.evaluate("document.getElementById('group-weaker').click()");
    expect(await tab.evaluate(isShown('[data-group]'))).toBe(weaker);
    expect(await tab.evaluate(isShown('.group'))).toBe(1);
    await tab.evaluate("document.getElementById('level-error').click()");
    expect(await tab.evaluate(isShown('[data-group]'))).toBe(
      await tab.evaluate("document.querySelectorAll('.card.weaker[data-level=error]').length"),
    );
    await tab.evaluate("document.getElementById('level-error').click()");
    await tab.evaluate("document.getElementById('group-weaker').click()");
    expect(await tab.evaluate(isShown('[data-group]'))).toBe(changes);
  });

  it('searches, says how many are shown, and shows all again', async () => {
    const tab = await browser.open(file, { width: 1280, scheme: 'light', hasScripts: true });
    await tab.evaluate(`{
      const search = document.getElementById('search');
      search.value = 'genetic COUNSELLORS';
      search.dispatchEvent(new Event('input'));
    }`);
    expect(await tab.evaluate(isShown('[data-group]'))).toBe(1);
    expect(await tab.evaluate("document.getElementById('shown').textContent")).toBe(`1 of ${changes} changes`);
    await tab.evaluate("document.getElementById('clear').click()");
    await unfold(tab);
    expect(await tab.evaluate(isShown('[data-group]'))).toBe(changes);
    expect(await tab.evaluate("document.getElementById('shown').textContent")).toBe(`${changes} changes`);
  });

  it('offers nothing without scripts that needs them', async () => {
    const tab = await browser.open(file, { width: 1280, scheme: 'light', hasScripts: false });
    expect(await tab.evaluate(isShown('#search, #clear'))).toBe(0);
    expect(await tab.evaluate(isShown('blockquote del, blockquote ins'))).toBeGreaterThan(0);
  });
});
