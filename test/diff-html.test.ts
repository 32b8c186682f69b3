/** The page of `pmed diff -f html`: what stands in it, that it is whole by itself, and that no text becomes mark-up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../src/compare/diff.ts';
import type { Diff } from '../src/model/diff.ts';
import type { Report } from '../src/model/report.ts';
import { type DiffPageOptions, renderDiffHtml } from '../src/render/diff/html.ts';
import { type Role, schemes } from '../src/render/html/colours.ts';
import { contrast } from './contrast.ts';
import { all, attribute, type Element, inside, parsedPage, skeleton, textIn } from './page.ts';
import { expectForEverybody, expectWhole } from './page-rules.ts';
import { reportOf, type Said } from './reports.ts';

const by = (year: number) => ({ text: `by ${year}`, end: `${year}-12-31`, precision: 'year' as const });

const before: readonly Said[] = [
  { quote: 'We will open a ward for older patients by 2027.', made: { due: by(2027) } },
  { quote: 'Partners will explore shared data platforms.', made: { actor: 'Partners' } },
  { quote: 'A review will be carried out every year.', made: { actor: null, name: null, verb: 'carry' } },
  { quote: 'We will recruit 40 nurses.', made: { targets: [{ text: '40 nurses', value: 40, unit: 'nurses' }] } },
  { quote: 'We will run the yearly survey of tenants.' },
  { quote: 'We will keep the ferry running.', stem: 'On the water:' },
];
const after: readonly Said[] = [
  { quote: 'We aim to open a ward for older patients by 2029.', made: { strength: 2, due: by(2029) } },
  {
    quote: 'The Audit Committee will carry out a review every year.',
    made: { actor: 'The Audit Committee', verb: 'carry' },
  },
  { quote: 'We will recruit 55 nurses.', made: { targets: [{ text: '55 nurses', value: 55, unit: 'nurses' }] } },
  { quote: 'We will publish waiting times by ethnicity each quarter.' },
  { quote: 'We will run the yearly survey of our tenants.' },
  { quote: 'We will keep the ferry running.', stem: 'On the water:' },
];
const later = { date: { value: '2027-06-02', precision: 'day', source: 'name', quote: null } } as const;

function page(old: Report, now: Report, more: Partial<DiffPageOptions> = {}, made: Partial<Diff> = {}): string {
  const result = { ...diff(old, now), ...made };
  return renderDiffHtml(result, {
    shown: result,
    verdict: null,
    commitments: [old.commitments, now.commitments],
    themes: new Map([['health', 'Health & care']]),
    command: 'pmed diff old.md new.md -f html',
    all: false,
    ...more,
  });
}

const [old, now] = [reportOf(before), reportOf(after, later)];
const themeChanges = [
  { id: 'health', before: 0.1, after: 0.24, significant: true, aligned: null },
  { id: 'sea-travel', before: 0.2, after: 0.19, significant: false, aligned: null },
];
const source = page(old, now, { verdict: { outcome: 'fail', reason: '3 errors (--fail-on error)' } }, { themeChanges });
const read = parsedPage(source);
const text = (name: string): string[] => all(read, name).map((element) => textIn(element).replace(/\s+/g, ' ').trim());
/** The article of the change that quotes these words. */
const changeOf = (words: string): Element => {
  const found = all(read, 'article').find((article) => textIn(article).includes(words));
  if (found === undefined) throw new Error(`no change quotes ${words}`);
  return found;
};
const textsIn = (element: Element, name: string): string[] => inside(element, name).map(textIn);

describe('a page of a comparison', () => {
  it('says what was compared and what came of it', () => {
    expect(text('h1')).toEqual(['Plan for Fernhollow']);
    expect(text('.date')).toEqual(['1 Mar 2025', '2 Jun 2027']);
    expect(text('.versions')[0]).toContain('dated in the text: 1 March 2025');
    expect(text('.versions')[0]).toContain('dated from the file name');
    expect(text('.versions')[0]).toContain('plan.md · 100 words');
    expect(text('.versions')[0]).toContain('SHA-256 000000000000');
    expect(text('.verdict')).toEqual(['Fail 3 errors (--fail-on error)']);
    expect(text('.tile')).toEqual([
      '−1 removed',
      '↓1 weaker',
      '≠0 changed',
      '↑2 stronger',
      '+1 added',
      '≈1 reworded',
      '1unchanged',
    ]);
  });

  it('shows groups worst first, and the quotes of both versions with the words that went and came', () => {
    expect(text('h2')).toEqual([
      '−Removed 1',
      '↓Weaker 1',
      '↑Stronger 2',
      '+Added 1',
      '≈Reworded 1',
      'Themes',
      'Unchanged 1',
      'About this page',
    ]);
    const ward = changeOf('older patients');
    expect(textsIn(ward, 'blockquote')).toEqual([
      'We will open a ward for older patients by 2027.',
      'We aim to open a ward for older patients by 2029.',
    ]);
    expect(textsIn(ward, 'del')).toEqual(['will', '2027']);
    expect(textsIn(ward, 'ins')).toEqual(['aim to', '2029']);
    expect(textsIn(ward, 'li')).toEqual([
      'Weakened will open →  became aim to open error',
      'Deadline slipped 2027 →  became 2029 +24 months (731 days) error',
    ]);
    expect(textsIn(ward, 'figcaption')[0]).toBe('Was C1 l. 1 Plan');
  });

  it('says where nothing stands, with what comes closest', () => {
    expect(textIn(changeOf('data platforms'))).toContain('No longer there.');
    expect(textIn(changeOf('by ethnicity'))).toContain('Was not there.');
  });

  it('gives every change an address of its own', () => {
    for (const article of all(read, 'article')) {
      const id = attribute(article, 'id');
      expect(id).toMatch(/^x-/);
      expect(inside(article, 'a').map((link) => attribute(link, 'href'))).toContain(`#${id}`);
    }
  });

  it('folds what stands as before and what was only reworded, with their quotes', () => {
    const folded = all(read, 'details').map(textIn);
    expect(folded.some((words) => words.includes('survey of our tenants'))).toBe(true);
    expect(folded.some((words) => words.includes('On the water: We will keep the ferry running.'))).toBe(true);
  });

  it('tells which themes grew by more than chance', () => {
    const [told, rest] = all(read, '.themes');
    expect(told && inside(told, 'tr').map(textIn)[1]).toBe('Health & care10.0%24.0%+14.0');
    expect(rest && textIn(rest)).toContain('sea travel');
  });

  it('says how it was made', () => {
    expect(text('footer')[0]).toContain('pmed diff old.md new.md -f html');
    expect(text('footer')[0]).toContain('0'.repeat(64));
  });

  it('shows what was accepted before apart, and counts it nowhere', () => {
    const result = diff(old, now);
    const [first, ...others] = result.changes;
    if (first === undefined) throw new Error('nothing changed');
    const suppressed = [{ change: first, by: 'comment', reason: 'Agreed in May.', until: '2027-03-31' }] as const;
    const accepted = parsedPage(
      page(old, now, { shown: { changes: others, dutyChanges: [] } }, { changes: others, suppressed: [...suppressed] }),
    );
    const [section] = all(accepted, 'section').filter((each) => attribute(each, 'id') === 'accepted');
    expect(section && textIn(section)).toContain('Accepted by a comment in the text until 31 Mar 2027: Agreed in May.');
    expect(section && inside(section, 'article').map((each) => attribute(each, 'data-group'))).toEqual([null]);
    expect(all(accepted, 'p').map(textIn)).toContain(`${others.length} changes`);
  });
});

describe('duties of others', () => {
  it('stand apart, with both quotes, and in no count', () => {
    const duty = (quote: string): Said => ({ quote, statement: 'obligation' });
    const [was, is] = [
      reportOf([...before, duty('Each landlord must test the alarms of a house every year.')]),
      reportOf([...after, duty('Each landlord should test the alarms of a house every year.')], later),
    ];
    const { dutyChanges } = diff(was, is);
    expect(dutyChanges).toHaveLength(1);
    const parsed = parsedPage(page(was, is));
    const [section] = all(parsed, 'section').filter((each) => attribute(each, 'id') === 'duties');
    if (section === undefined) throw new Error('no section of duties');
    expect(inside(section, 'del').map(textIn)).toEqual(['must']);
    expect(inside(section, 'ins').map(textIn)).toEqual(['should']);
    expect(inside(section, 'article').map((each) => attribute(each, 'data-group'))).toEqual([null]);
    expect(all(parsed, '.tile').map(textIn)).toEqual(all(read, '.tile').map(textIn));
  });
});

describe('what has words of its own', () => {
  const notice = (html: string): string => all(parsedPage(html), '.notice').map(textIn).join(' ');

  it('nothing changed', () => {
    expect(notice(page(old, old))).toBe('Nothing changed in what is promised.Both versions are the same file.');
    const reworded = diff(old, now).changes.filter(({ kinds }) => kinds.includes('reworded'));
    const quiet = page(old, now, { shown: { changes: reworded, dutyChanges: [] } }, { changes: reworded });
    expect(notice(quiet)).toContain('1 commitment is only reworded or moved.');
    const other = reportOf(before, { sha256: '1'.repeat(64) });
    expect(notice(page(old, other))).toContain('All 6 commitments stand as before.');
    expect(notice(page(reportOf([]), reportOf([], { sha256: '1'.repeat(64) })))).toContain('Neither version makes');
  });

  it('two texts that are no versions of each other', () => {
    const html = page(old, reportOf(before, { language: 'cy' }));
    expect(notice(html)).toMatch(/^Not compared: .*[^.]\.Give two versions of the same document/);
    expect(all(parsedPage(html), 'article')).toEqual([]);
  });

  it('changes that were not asked for', () => {
    const result = diff(old, now);
    const html = page(old, now, { shown: { changes: result.changes.slice(0, 2), dutyChanges: [] } });
    expect(all(parsedPage(html), '.key').map(textIn)).toEqual(['4 changes left out by --only or --level.']);
  });

  it('more changes than a browser lays out', () => {
    const many = Array.from({ length: 1_600 }, (_, index) => ({ quote: `We will mend bridge number ${index}.` }));
    const both = [reportOf([]), reportOf(many, { sha256: '1'.repeat(64) })] as const;
    const few = page(...both, {}, { comparable: true });
    expect(all(parsedPage(few), 'article')).toHaveLength(1_500);
    expect(notice(few)).toContain('100 more changes, less grave than these');
    expect(all(parsedPage(page(...both, { all: true }, { comparable: true })), 'article')).toHaveLength(1_600);
  });
});

describe('one file that is whole by itself', () => {
  it('is HTML by the standard', () => {
    expect(read.faults).toEqual([]);
  });

  it('is the same whenever it is made', () => {
    expect(page(old, now)).toBe(page(reportOf(before), reportOf(after, later)));
  });

  it('loads nothing, and allows its own style and script only', () => {
    expectWhole(source);
  });

  it('keeps to its size', () => {
    const bare = page(reportOf([]), reportOf([]));
    expect(Buffer.byteLength(bare)).toBeLessThan(60_000);
    const quote = (index: number, year: number): string =>
      `Together with partners in the county and the voluntary bodies that look after those who cannot travel, we will open clinic ${index} in one of the market towns, with evening hours and a desk for interpreters, by the end of March ${year}.`;
    const report = (year: number) =>
      reportOf(
        Array.from({ length: 500 }, (_, index) => ({ quote: quote(index, year), made: { due: by(year) } })),
        { sha256: String(year).repeat(16) },
      );
    const full = page(report(2027), report(2029));
    expect(all(parsedPage(full), 'article')).toHaveLength(500);
    expect(Buffer.byteLength(full)).toBeLessThan(1_500_000);
  });
});

describe('for everybody', () => {
  it('has landmarks, headings in order, and names for all that can be used', () => {
    expectForEverybody(read, 'Skip to the changes');
  });

  it('says in words what signs and colours say', () => {
    const weaker = changeOf('older patients');
    expect(textsIn(weaker, 'h3')[0]).toMatch(/^Weaker: /);
    expect(textsIn(weaker, '.level')).toEqual(['error', 'error']);
    for (const sign of all(read, '.sign')) expect(attribute(sign, 'aria-hidden')).toBe('true');
  });

  const grounds: readonly Role[] = ['ground', 'sheet', 'band'];
  const inks: readonly Role[] = ['ink', 'quiet', 'link', 'worse', 'open', 'better', 'new'];
  it.each(Object.entries(schemes))('is legible by %s', (_, colours) => {
    for (const ink of inks)
      for (const ground of grounds) expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(4.5);
    for (const [ink, ground] of [
      ['ink', 'worse-ground'],
      ['worse', 'worse-ground'],
      ['ink', 'better-ground'],
      ['better', 'better-ground'],
      ['sheet', 'worse'],
    ] as const) {
      expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(4.5);
    }
    // What is drawn around something that can be used (WCAG 2.2, 1.4.11).
    for (const ground of grounds) expect(contrast(colours.edge, colours[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe('texts of documents', () => {
  const hostile = [
    '</title><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onclick='alert(1)",
    '</style><style>*{display:none}</style>',
    '<!-- ]]> --> &lt;b&gt; &#x3c;',
    'javascript:alert(1)',
    '\u202Ereversed\u001b[31m',
  ];
  const bearing = (words: string): string => {
    const sides = [before, after].map((side, index) => {
      const plain = reportOf(
        side.map((said) => ({ ...said, quote: `${said.quote} ${words}`, section: words })),
        {
          title: words,
          name: words,
          publisher: words,
          sha256: words,
          date: { value: `202${index}-01-01`, precision: 'day', source: 'text', quote: words },
        },
      );
      const commitments = plain.commitments.map((each) => ({
        ...each,
        action: { ...each.action, text: words },
        actor: { ...each.actor, text: words, name: words },
        evidence: { ...each.evidence, page: 3, pageLabel: words },
        ref: words,
      }));
      return { ...plain, commitments };
    });
    const [one = old, two = now] = sides;
    const diagnostics: Diff['diagnostics'] = [
      { code: words, level: 'note', documentId: null, page: 1, message: words, hint: words },
    ];
    return page(
      one,
      two,
      { themes: new Map([['health', words]]), command: words, verdict: { outcome: 'none', reason: words } },
      { themeChanges, diagnostics },
    );
  };

  it('become no mark-up', () => {
    const harmless = new Set(skeleton(parsedPage(bearing('plain words'))));
    for (const words of hostile) {
      const parsed = parsedPage(bearing(words));
      expect(parsed.faults).toEqual([]);
      for (const element of skeleton(parsed)) expect(harmless).toContain(element);
      expect(bearing(words)).not.toMatch(/[\u202e\u001b]/);
    }
    expect(
      parsedPage(bearing('<b>bold</b>'))
        .elements.filter(({ tagName }) => tagName === 'h1')
        .map(textIn),
    ).toEqual(['<b>bold</b>']);
  });

  it('become no mark-up, whatever they are', () => {
    const expected = new Set(skeleton(parsedPage(bearing('plain words'))));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (words) => {
        for (const element of skeleton(parsedPage(bearing(words)))) expect(expected).toContain(element);
      }),
      { numRuns: 20 },
    );
  });

  it('in another language say so', () => {
    const welsh = { language: 'cy' };
    const html = page(reportOf(before, welsh), reportOf(after, welsh));
    for (const quote of all(parsedPage(html), 'blockquote')) expect(attribute(quote, 'lang')).toBe('cy');
  });
});
