/** The page of `pmed check -f html`: what stands in it, that it is whole by itself, and that no text becomes mark-up. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/model/findings.ts';
import type { FindingsPart } from '../src/model/findings-part.ts';
import { type CheckPageOptions, renderCheckHtml } from '../src/render/check/html.ts';
import { findBrowser, startBrowser } from './browser.ts';
import { all, attribute, inside, parsedPage, skeleton, textIn } from './page.ts';
import { expectForEverybody, expectWhole } from './page-rules.ts';
import { reportOf } from './reports.ts';

const report = reportOf([
  { quote: 'We will explore a common ticket for ferries.' },
  { quote: 'We will open the new pier by 2027.' },
  { quote: 'The new pier will open by 2028.' },
]);
const [document] = report.documents;
if (document === undefined) throw new Error('no document');

const finding = (index: number, rule: string, level: Finding['level'], more: Partial<Finding> = {}): Finding => {
  const commitment = report.commitments[index];
  if (commitment === undefined) throw new Error('no commitment');
  return {
    id: `f-${rule}-${index}`,
    rule,
    level,
    documentId: 'd-1',
    commitmentId: commitment.id,
    timeId: null,
    ref: commitment.ref,
    message: `what ${rule} says`,
    evidence: commitment.evidence,
    related: [],
    ...more,
  };
};
const first = report.commitments[1]?.evidence;
if (first === undefined) throw new Error('no evidence');
const findings = [
  finding(0, 'weak-verb', 'warning'),
  finding(0, 'no-deadline', 'warning'),
  finding(2, 'conflicting-dates', 'error', {
    related: [{ documentId: 'd-1', ref: 'C2', message: 'the other date', evidence: first }],
  }),
];
const part = (more: Partial<FindingsPart> = {}): FindingsPart => ({
  document,
  findings,
  suppressed: [
    { finding: finding(1, 'no-measure', 'warning'), by: 'ignore-file', reason: 'A pier is a pier.', until: null },
  ],
  diagnostics: [],
  ...more,
});
const page = (parts: readonly FindingsPart[] = [part()], more: Partial<CheckPageOptions> = {}): string =>
  renderCheckHtml(parts, {
    tool: report.tool,
    verdict: { outcome: 'fail', reason: '1 error (--fail-on error)' },
    rules: [{ id: 'weak-verb', description: 'A verb without an outcome.', remedy: 'Say what will be there.' }],
    command: 'pmed check plan.md -f html',
    all: false,
    ...more,
  });
const read = parsedPage(page());
const text = (name: string): string[] => all(read, name).map(textIn);

describe('a page of findings', () => {
  it('says what was checked and what came of it', () => {
    expect(text('h1')).toEqual(['Plan for Fernhollow']);
    expect(text('.date')).toEqual(['1 Mar 2025']);
    expect(text('.verdict')).toEqual(['Fail 1 error (--fail-on error)']);
    expect(text('.tile')).toEqual(['1 error', '2 warnings', '0 notes', '1accepted']);
    expect(text('footer')[0]).toContain('pmed check plan.md -f html');
  });

  it('quotes a sentence once, with all that is to mend in it', () => {
    const [weak, conflict, accepted] = all(read, 'article');
    if (!weak || !conflict || !accepted) throw new Error('cards are missing');
    expect(inside(weak, 'blockquote').map(textIn)).toEqual(['We will explore a common ticket for ferries.']);
    expect(inside(weak, '.kind').map(textIn)).toEqual(['Weak verb', 'No deadline']);
    expect(inside(conflict, '.related').map(textIn)).toEqual([
      'The other date (C2, l. 2): We will open the new pier by 2027.',
    ]);
    expect(textIn(accepted)).toContain('Accepted by the ignore file: A pier is a pier.');
    expect(inside(accepted, 'li').map((each) => attribute(each, 'data-group'))).toEqual([null]);
  });

  it('explains the rules that found something', () => {
    expect(text('td')).toContain('Say what will be there.');
  });

  it('is whole by itself, the same again, and for everybody', () => {
    expectWhole(page());
    expect(page()).toBe(page());
    expectForEverybody(read, 'Skip to the findings');
    const several = page([part(), part()]);
    expectWhole(several);
    expectForEverybody(parsedPage(several), 'Skip to the findings');
    expect(Buffer.byteLength(page([]))).toBeLessThan(60_000);
  });

  it('says that there is nothing to mend, and how many sentences are left out', () => {
    const notice = (html: string): string => all(parsedPage(html), '.notice').map(textIn).join(' ');
    expect(notice(page([part({ findings: [] })]))).toBe('Nothing to mend was found.');
    const many = Array.from({ length: 1_600 }, (_, index) =>
      finding(0, 'weak-verb', 'note', { id: `f-${index}`, evidence: { ...first, start: index } }),
    );
    expect(notice(page([part({ findings: many })]))).toContain('100 more sentences with findings');
    expect(notice(page([part({ findings: many })], { all: true }))).toBe('');
  });

  it('takes no text of a document, rule or reason for mark-up', () => {
    const bearing = (words: string): string =>
      page(
        [
          part({
            document: { ...document, title: words, name: words, sha256: words, language: words },
            findings: [
              finding(0, words, 'error', {
                id: words,
                ref: words,
                message: words,
                evidence: { ...first, quote: words, page: 2, pageLabel: words },
                related: [{ documentId: words, ref: words, message: words, evidence: { ...first, quote: words } }],
              }),
            ],
            suppressed: [{ finding: finding(1, words, 'note'), by: 'comment', reason: words, until: words }],
            diagnostics: [{ code: words, level: 'note', documentId: words, page: 1, message: words, hint: words }],
          }),
        ],
        { rules: [{ id: words, description: words, remedy: words }], command: words },
      );
    const harmless = new Set(skeleton(parsedPage(bearing('plain words'))));
    for (const words of [
      '</title><script>alert(1)</script>',
      '"><svg onload=alert(1)>',
      "' onclick='alert(1)",
      '</style>',
    ]) {
      const parsed = parsedPage(bearing(words));
      expect(parsed.faults).toEqual([]);
      for (const element of skeleton(parsed)) expect(harmless).toContain(element);
    }
  });
});

const browserPath = findBrowser();
it.skipIf(browserPath === null)(
  'leaves no empty card behind where scripts are off',
  async () => {
    if (browserPath === null) return;
    const folder = mkdtempSync(join(tmpdir(), 'pmed-check-page-'));
    const file = join(folder, 'findings.html');
    writeFileSync(file, page());
    const browser = await startBrowser(browserPath);
    try {
      const tab = await browser.open(file, { width: 1280, scheme: 'light', hasScripts: false });
      const shown = () => tab.evaluate("[...document.querySelectorAll('.card')].map((one) => one.checkVisibility())");
      expect(await shown()).toEqual([true, true, false]);
      await tab.evaluate("document.getElementById('level-error').click()");
      expect(await shown()).toEqual([false, true, false]);
      await tab.evaluate("document.getElementById('group-no-deadline').click()");
      expect(await shown()).toEqual([false, false, false]);
      await tab.evaluate("document.getElementById('level-error').click()");
      expect(await shown()).toEqual([true, false, false]);
      await tab.evaluate("document.querySelector('#accepted details').open = true");
      expect(await shown()).toEqual([true, false, true]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
