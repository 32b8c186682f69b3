/** The page of a report in a browser: pick, search, sort, copy, go from a commitment to its evidence and back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Commitment } from '../src/model/report.ts';
import { type Browser, findBrowser, startBrowser, type Tab } from './browser.ts';
import { reportPage } from './report-page.ts';
import { folder } from './run.ts';

const path = findBrowser();
const ROWS = '.commitments tbody tr';

describe.skipIf(path === null)('in a browser', () => {
  const work = folder();
  const file = join(work.path, 'a report, 100% of it #1.html');
  let browser: Browser;
  let commitments: readonly Commitment[] = [];

  beforeAll(async () => {
    if (path === null) return;
    const { html, parts } = await reportPage('fixtures/northshire-2024.pdf');
    commitments = parts.flatMap((part) => part.commitments);
    writeFileSync(file, html);
    browser = await startBrowser(path);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    work.remove();
  });

  const open = (more: { readonly width?: number; readonly hasScripts?: boolean } = {}): Promise<Tab> =>
    browser.open(file, { width: 1280, scheme: 'light', hasScripts: true, ...more });
  /** The ids of the rows that are shown, in their order. */
  const shown = async (tab: Tab): Promise<unknown> =>
    tab.evaluate(
      `[...document.querySelectorAll('${ROWS}')].filter((one) => one.checkVisibility()).map(({ id }) => id)`,
    );
  const refs = (has: (commitment: Commitment) => boolean): string[] => commitments.filter(has).map(({ ref }) => ref);
  const count = (tab: Tab): Promise<unknown> =>
    tab.evaluate("document.querySelector('.tools [role=status]').textContent");
  const expectQuiet = async (tab: Tab): Promise<void> => {
    expect(tab.requests).toHaveLength(1);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  };

  it.each([true, false])('picks out by strength and state, scripts: %s', async (hasScripts) => {
    const tab = await open({ hasScripts });
    expect(await shown(tab)).toEqual(refs(() => true));
    await tab.click('[name=strength][value=firm]');
    expect(await shown(tab)).toEqual(refs(({ strengthLabel }) => strengthLabel === 'firm'));
    await tab.click('[name=strength][value=binding]');
    expect(await shown(tab)).toEqual(refs(({ strength }) => strength >= 4));
    await tab.click('[name=state][value=undated]');
    expect(await shown(tab)).toEqual(refs(({ strength, deadline }) => strength >= 4 && deadline === null));
    expect(await tab.evaluate("document.querySelectorAll('.tools input, .more').length")).toBe(3);
    expect(await tab.evaluate("document.querySelector('.more').checkVisibility()")).toBe(hasScripts);
    await expectQuiet(tab);
  });

  it('picks out by theme and who, searches for all words, counts, and shows all again', async () => {
    const tab = await open();
    await tab.click('.more summary');
    await tab.click('[name=theme][value=workforce]');
    expect(await shown(tab)).toEqual(refs(({ themes }) => themes.includes('workforce')));
    await tab.click('.tools button:not([hidden])');
    expect(await shown(tab)).toEqual(refs(() => true));
    await tab.click('.more:nth-of-type(2) summary, .more + .more summary');
    await tab.click('[name=who][value=none]');
    expect(await shown(tab)).toEqual(refs(({ actor }) => actor.name === null && actor.text === null));
    await tab.click('[name=who][value=none]');
    await tab.fill('[name=q]', 'GENOMIC  weeks');
    expect(await shown(tab)).toEqual(['C8']);
    expect(await count(tab)).toBe(`1 of ${commitments.length} commitments`);
    await tab.fill('[name=q]', '');
    expect(await count(tab)).toBe(`${commitments.length} commitments`);
    await expectQuiet(tab);
  });

  it('can be linked to as it is picked out', async () => {
    const tab = await open();
    await tab.evaluate("location.hash = '#commitments:strength=firm,state=checkable,q=by%20march'");
    await tab.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
    const wanted = refs(({ strengthLabel, checkable, evidence }) => {
      return strengthLabel === 'firm' && checkable.all && /march/i.test(evidence.quote);
    });
    const now = await shown(tab);
    expect(Array.isArray(now) && now.length).toBeGreaterThan(0);
    for (const ref of wanted) expect(now).toContain(ref);
    expect(await tab.evaluate("document.querySelector('[name=q]').value")).toBe('by march');
    await tab.click('[name=state][value=checkable]');
    expect(await tab.evaluate('location.hash')).toBe('#commitments:strength=firm,q=by%20march');
    await expectQuiet(tab);
  });

  it('is picked out by the numbers at the head of the page', async () => {
    const tab = await open();
    await tab.click('a[data-shows=firm]');
    expect(await shown(tab)).toEqual(refs(({ strength }) => strength >= 4));
    await tab.click('a[data-shows=undated]');
    expect(await shown(tab)).toEqual(refs(({ deadline }) => deadline === null));
    await tab.click('a[data-shows=all]');
    expect(await shown(tab)).toEqual(refs(() => true));
    await expectQuiet(tab);
  });

  it('is sorted by the heads of its columns, with the keyboard too', async () => {
    const tab = await open();
    await tab.click('.commitments thead th:nth-child(5) button');
    const days = await tab.evaluate(
      `[...document.querySelectorAll('${ROWS}')].map((one) => one.cells[4].querySelector('time')?.dateTime ?? '~')`,
    );
    expect(days).toEqual([...commitments.map(({ deadline }) => deadline?.end ?? '~')].sort());
    const sorted = (): Promise<unknown> =>
      tab.evaluate("[...document.querySelectorAll('[aria-sort]')].map((one) => one.ariaSort)");
    expect(await sorted()).toEqual(['ascending']);
    await tab.press('Enter');
    expect(await sorted()).toEqual(['descending']);
    await tab.click('.commitments thead th:nth-child(2) button');
    expect(await tab.evaluate(`document.querySelector('${ROWS}').cells[1].textContent`)).toBe('binding');
    await tab.click('.commitments thead th:nth-child(1) button');
    expect(await shown(tab)).toEqual(refs(() => true));
    await expectQuiet(tab);
  });

  it('leads from a commitment to its evidence and back', async () => {
    const tab = await open();
    const inView = (id: string): Promise<unknown> =>
      tab.evaluate(`(() => {
        const { top, bottom } = document.getElementById('${id}').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })()`);
    await tab.click('#C8 td:nth-of-type(5) a');
    expect(await tab.evaluate('location.hash')).toBe('#C8-text');
    expect(await inView('C8-text')).toBe(true);
    expect(await tab.evaluate("document.querySelector(':target').textContent")).toBe(
      commitments.find(({ ref }) => ref === 'C8')?.evidence.quote,
    );
    await tab.click('a.l[href="#C8"]');
    expect(await tab.evaluate("document.querySelector('#C8 details').open")).toBe(true);
    await tab.back();
    expect(await inView('C8-text')).toBe(true);
    await expectQuiet(tab);
  });

  it('opens what is folded around a link’s end, and shows a row that was picked out', async () => {
    const tab = await open();
    await tab.evaluate("for (const fold of document.querySelectorAll('.body details')) fold.open = false");
    await tab.click('#C8 td:nth-of-type(5) a');
    expect(await tab.evaluate("document.getElementById('C8-text').checkVisibility()")).toBe(true);
    await tab.click('[name=strength][value=binding]');
    expect(await tab.evaluate("document.getElementById('C8').checkVisibility()")).toBe(false);
    await tab.click('a.l[href="#C8"]');
    expect(await tab.evaluate("document.getElementById('C8').checkVisibility()")).toBe(true);
    await expectQuiet(tab);
  });

  it('copies a citation, and what is shown as a table without formulas', async () => {
    const tab = await open();
    const pasted = async (): Promise<unknown> => {
      await tab.evaluate(`{
        const area = Object.assign(document.createElement('textarea'), { id: 'paste' });
        document.getElementById('paste')?.remove();
        document.body.prepend(area);
        area.focus();
      }`);
      await tab.press('Control+V');
      return tab.evaluate("document.getElementById('paste').value");
    };
    await tab.click('#C8 td button');
    const { quote, cite } = commitments.find(({ ref }) => ref === 'C8')?.evidence ?? {};
    expect(await pasted()).toBe(`“${quote}” (${cite})`);
    await tab.evaluate("document.querySelector('#C8 summary').textContent = '=1+1'");
    await tab.fill('[name=q]', '18 weeks to 12 weeks');
    await tab.click('.tools button:last-of-type');
    expect(await pasted()).toBe(
      `Id\tStrength\tWho\tWhat\tBy\tWhere\tThemes\tQuote\tCitation\nC8\tfirm\tWe\t'=1+1\tMar 2028\tp. 1\tAccess to services, Research and innovation\t${quote}\t${cite}\n`,
    );
    await expectQuiet(tab);
  });

  it('shows in the text the passages of a theme', async () => {
    const tab = await open();
    await tab.evaluate(`{
      const select = document.querySelector('.tint select');
      select.value = [...select.options].find(({ text }) => text === 'Governance').value;
      select.dispatchEvent(new Event('change'));
    }`);
    expect(Number(await tab.evaluate("document.querySelectorAll('.body .on').length"))).toBeGreaterThan(0);
    expect(await tab.evaluate("[...document.querySelectorAll('.body .on')].every((one) => one.dataset.t)")).toBe(true);
    await expectQuiet(tab);
  });

  it('is cards on a phone, of the same rows', async () => {
    const tab = await open({ width: 390 });
    const root = 'document.documentElement';
    expect(await tab.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    expect(await tab.evaluate(`document.querySelectorAll('${ROWS}').length`)).toBe(commitments.length);
    expect(await tab.evaluate(`document.querySelector('${ROWS}').getBoundingClientRect().width`)).toBeLessThan(390);
    await tab.click('#C1 summary');
    expect(await tab.evaluate("document.querySelector('#C1 blockquote').checkVisibility()")).toBe(true);
    await tab.click('[name=strength][value=binding]');
    expect(await shown(tab)).toEqual(refs(({ strengthLabel }) => strengthLabel === 'binding'));
    await expectQuiet(tab);
  });
});
