/** The page of `pmed analyse` in a browser: filter, sort, cite, from a commitment to its words and back, and on paper. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { Report } from '../src/model/report.ts';
import { read } from '../src/read/read.ts';
import { type Browser, findBrowser, startBrowser, type Tab } from './browser.ts';
import { folder, pmed } from './run.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
const path = process.env.PMED_NODE === undefined ? findBrowser() : null;
const ROWS = '#commitments tbody tr';

/** The ids of the commitments that the table shows, from top to bottom. */
const shown = (tab: Tab): Promise<unknown> =>
  tab.evaluate(`[...document.querySelectorAll('${ROWS}')].filter((one) => one.checkVisibility()).map(({ id }) => id)`);
const textOf = (tab: Tab, selector: string): Promise<unknown> =>
  tab.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);
/** Whether an element can be seen in the window, without scrolling. */
const isInView = (tab: Tab, id: string): Promise<unknown> =>
  tab.evaluate(`(() => {
    const one = document.getElementById(${JSON.stringify(id)});
    const { top, bottom } = one.getBoundingClientRect();
    return one.checkVisibility() && top >= 0 && bottom <= innerHeight;
  })()`);

describe.skipIf(path === null)('the page of a report', () => {
  const work = folder();
  const file = join(work.path, 'a plan #1 & more.html');
  let browser: Browser;
  let report: Report;

  beforeAll(async () => {
    if (path === null) return;
    const [made, analysed] = await Promise.all([pmed(['analyse', FIXTURE, '-f', 'html']), analyse(FIXTURE)]);
    writeFileSync(file, made.stdout);
    report = analysed;
    browser = await startBrowser(path);
  });
  afterAll(async () => {
    await browser?.close();
    work.remove();
  });

  const open = (hasScripts = true, width = 1280): Promise<Tab> =>
    browser.open(file, { width, height: 900, scheme: 'light', hasScripts });
  const refsOf = (is: (one: Report['commitments'][number]) => boolean): string[] =>
    report.commitments.filter(is).map(({ ref }) => ref);
  const quiet = (tab: Tab): void => {
    expect(tab.complaints).toEqual([]);
    expect(tab.requests).toHaveLength(1);
  };

  it.each([true, false])('filters by strength, scripts on: %s', async (hasScripts) => {
    const tab = await open(hasScripts);
    expect(await shown(tab)).toEqual(refsOf(() => true));
    await tab.click('#commitments input[value=binding]');
    expect(await shown(tab)).toEqual(refsOf(({ strengthLabel }) => strengthLabel === 'binding'));
    await tab.click('#commitments input[value=firm]');
    expect(await shown(tab)).toEqual(refsOf(({ strength }) => strength >= 4));
    await tab.click('#commitments input[value=checkable]');
    expect(await shown(tab)).toEqual(refsOf(({ strength, checkable }) => strength >= 4 && checkable.all));
    quiet(tab);
  });

  it('searches, says how many are shown, and shows all again', async () => {
    const tab = await open();
    await tab.fill('#commitments input[type=search]', 'GENOMIC 12');
    expect(await shown(tab)).toEqual(['C8']);
    expect(await textOf(tab, '#commitments [role=status]')).toBe(`1 of ${report.commitments.length} commitments`);
    await tab.click('#commitments button:text("Show all")');
    expect(await shown(tab)).toEqual(refsOf(() => true));
    quiet(tab);
  });

  it('sorts by a head of the table, and the other way round', async () => {
    const tab = await open();
    const days = (): Promise<unknown> =>
      tab.evaluate(`[...document.querySelectorAll('${ROWS} time')].map(({ dateTime }) => dateTime)`);
    await tab.click('#commitments th button:text("By")');
    const sorted = [await days()].flat().map(String);
    expect(sorted.length).toBeGreaterThan(10);
    expect(sorted).toEqual(sorted.toSorted());
    expect(await tab.evaluate("document.querySelector('#commitments th[aria-sort]').ariaSort")).toBe('ascending');
    await tab.click('#commitments th button:text("By")');
    expect(await days()).toEqual(sorted.toReversed());
    await tab.click('#commitments th button:text("Strength")');
    const strengths = await tab.evaluate(
      `[...document.querySelectorAll('${ROWS}')].map((row) => row.dataset.strength)`,
    );
    expect([strengths].flat()[0]).toBe('binding');
    quiet(tab);
  });

  it.each([true, false])('leads from a commitment to its words and back, scripts on: %s', async (hasScripts) => {
    const tab = await open(hasScripts);
    await tab.click('#C22 a[href="#C22-text"]:visible');
    expect(await tab.evaluate('location.hash')).toBe('#C22-text');
    expect(await isInView(tab, 'C22-text')).toBe(true);
    expect(await textOf(tab, '#C22-text')).toBe(report.commitments.find(({ ref }) => ref === 'C22')?.evidence.quote);
    await tab.click('#text a[href="#C22"]:visible');
    expect(await isInView(tab, 'C22')).toBe(true);
    await tab.back();
    expect(await isInView(tab, 'C22-text')).toBe(true);
    quiet(tab);
  });

  it('shows a commitment that a link leads to although the filter leaves it out', async () => {
    const tab = await open();
    await tab.click('#commitments input[value=wished]');
    expect(await shown(tab)).not.toContain('C22');
    await tab.evaluate("location.hash = '#C22'");
    expect(await shown(tab)).toContain('C22');
    expect(await tab.evaluate("document.querySelector('#C22 details').open")).toBe(true);
    expect(await isInView(tab, 'C22')).toBe(true);
    quiet(tab);
  });

  it('goes by keyboard: the first key leads past the head, and a row opens by Enter', async () => {
    const tab = await open();
    await tab.press('Tab');
    expect(await tab.evaluate('document.activeElement.className')).toBe('skip');
    await tab.press('Enter');
    expect(await tab.evaluate('location.hash')).toBe('#content');
    await tab.evaluate("document.querySelector('#C8 summary').focus()");
    await tab.press('Enter');
    expect(await tab.evaluate("document.querySelector('#C8 details').open")).toBe(true);
    quiet(tab);
  });

  it('gives a quote with its source to the clipboard', async () => {
    const tab = await open();
    await tab.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text; }; 0');
    await tab.click('#C8 button');
    const { quote, cite } = report.commitments.find(({ ref }) => ref === 'C8')?.evidence ?? { quote: '', cite: '' };
    expect(await tab.evaluate('window.copied')).toBe(`“${quote}” (${cite})`);
    expect(await textOf(tab, '#C8 button')).toBe('Copied');
    quiet(tab);
  });

  it('offers nothing without scripts that needs them', async () => {
    const tab = await open(false);
    const useless =
      "[...document.querySelectorAll('button, input[type=search]')].filter((one) => one.checkVisibility())";
    expect(await tab.evaluate(`${useless}.length`)).toBe(0);
    quiet(tab);
  });

  it('is complete on paper, without what paper cannot do', async () => {
    const tab = await open();
    const printed = await read({ name: 'report.pdf', bytes: await tab.pdf() });
    const squeezed = (text: string): string => text.replace(/[\s\u00ad]|(?<=\w)-(?=\s)/g, '');
    const text = squeezed(printed.text);
    for (const { ref, evidence } of report.commitments) {
      expect(text, ref).toContain(squeezed(evidence.quote));
      expect(text, ref).toContain(squeezed(evidence.cite));
    }
    expect(printed.text).not.toMatch(/Show all|Search|Copy as table|p. \d+ Cite/);
    quiet(tab);
  });
});
