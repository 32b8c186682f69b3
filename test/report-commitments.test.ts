/** The table of commitments on the page of a report: what its rows tell, that hostile words stay words, and how long it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportPart } from '../src/model/part.ts';
import type { Commitment } from '../src/model/report.ts';
import { all, attribute, type Element, inside, type ParsedPage, parsedPage, skeleton, textIn } from './page.ts';
import { expectForEverybody, expectWhole } from './page-rules.ts';
import { markdown, pageOfParts, reportPage } from './report-page.ts';
import { reportOf, type Said } from './reports.ts';

const words = (node: Element): string => textIn(node).replace(/\s+/g, ' ').trim();
const rowOf = (page: ParsedPage, ref: string): Element => {
  const row = all(page, 'tr').find((one) => attribute(one, 'id') === ref);
  if (row === undefined) throw new Error(`no row ${ref}`);
  return row;
};
const cells = (row: Element): Element[] => row.childNodes.filter((one) => 'tagName' in one);
/** What a row tells when it is open, by name. */
const told = (row: Element): Record<string, string> => {
  const [names, values] = ['dt', 'dd'].map((name) => inside(row, name).map(words));
  return Object.fromEntries((names ?? []).map((name, at) => [name, values?.[at] ?? '']));
};

const said: readonly Said[] = [
  {
    quote: 'We will cut waits from 18 to 12 weeks by 2027, subject to funding.',
    stem: 'On waits:',
    made: {
      due: { text: 'by 2027', end: '2027-12-31', precision: 'year' },
      targets: [{ text: 'from 18 to 12 weeks', value: 12, unit: 'weeks' }],
      conditions: ['subject to funding'],
    },
  },
  { quote: 'A review will be held.', made: { actor: null, name: null } },
  { quote: 'We will cut waits again.', section: 'Later' },
];
/** A page of records made by hand, which have no text around them. */
function handMade(change: (its: Commitment, at: number) => Partial<Commitment>, sentences = said): string {
  const { tool, documents, themes, ...report } = reportOf(sentences);
  const [document = null] = documents;
  const commitments = report.commitments.map((its, at) => ({ ...its, ...change(its, at) }));
  const part: ReportPart = { ...report, document, commitments, themes };
  return pageOfParts([part], tool);
}

describe('a row', () => {
  const html = handMade((its, at) => ({
    ...(at === 0 ? { attribution: 'reported', themes: ['health'] } : {}),
    ...(at === 1 ? { confidence: { level: 'low', reasons: ['nobody is named who acts'] } } : {}),
    ...(at === 2
      ? {
          restates: 'c-0',
          review: { verdict: 'edit', by: 'Ada', note: 'as in the table', before: null, quoteChanged: false },
        }
      : { id: at === 0 ? 'c-0' : its.id }),
  }));
  const page = parsedPage(html);

  it('says who, what, how firmly, by when and where', () => {
    expectWhole(html);
    expectForEverybody(page, 'Skip to the results');
    expect(cells(rowOf(page, 'C1')).map(({ tagName }) => tagName)).toEqual(['th', 'td', 'td', 'td', 'td', 'td', 'td']);
    const [id, strength, who, , by, where, themes] = cells(rowOf(page, 'C1')).map(words);
    expect([id, strength, by, where, themes]).toEqual(['C1', 'firm', '2027', 'l. 1', 'health']);
    expect(who).toMatch(/\(reported\)$/);
    expect(inside(rowOf(page, 'C1'), 'time').map((time) => attribute(time, 'datetime'))).toEqual(['2027-12-31']);
    expect(cells(rowOf(page, 'C2')).map(words)[4]).toBe('no date');
  });

  it('opens its words, those that make it a commitment marked, and where they are from', () => {
    const row = rowOf(page, 'C1');
    const [quote] = all({ elements: inside(row, 'span') }, '.q');
    expect(quote && textIn(quote)).toBe(said[0]?.quote);
    expect(inside(row, 'b').map((one) => [attribute(one, 'class'), textIn(one)])).toEqual([
      ['cue', 'will'],
      ['aim', 'from 18 to 12 weeks'],
      ['due', 'by 2027'],
      ['if', 'subject to funding'],
    ]);
    expect(inside(row, 'p').map(words)[0]).toBe('On waits:');
    expect(inside(row, 'cite').map(words)).toEqual(['Fernhollow Council (2025)']);
    expect(told(row)).toMatchObject({
      'How much': 'from 18 to 12 weeks',
      When: '“by 2027”: no later than 31 Dec 2027',
      Condition: 'subject to funding',
      Reported: 'the document says this of another body',
      'Also said': 'C3 (l. 3)',
    });
  });

  it('says how sure pmed is, what is restated, and what a review said', () => {
    expect(told(rowOf(page, 'C2'))).toMatchObject({
      Who: 'nobody is named',
      Confidence: 'low; nobody is named who acts',
    });
    expect(told(rowOf(page, 'C3'))).toMatchObject({
      'Said before': 'C1 (l. 1)',
      Reviewed: 'edit by Ada; as in the table',
    });
    expect(inside(rowOf(page, 'C3'), 'a').map((link) => attribute(link, 'href'))).toEqual(['#C3', '#C1']);
  });

  it('can be picked out by what it is', () => {
    const has = (name: string): string[] =>
      all(page, 'input')
        .filter((box) => attribute(box, 'name') === name)
        .map((box) => attribute(box, 'value') ?? '');
    expect(has('strength')).toEqual(['firm']);
    expect(has('state')).toEqual(['undated', 'reported', 'first', 'reviewed', 'unsure']);
    expect(has('theme')).toEqual(['health']);
    expect(has('who')).toContain('none');
    expect(attribute(rowOf(page, 'C2'), 'data-state')).toBe('undated first unsure');
    expect(attribute(rowOf(page, 'C2'), 'data-who')).toBe('none');
  });
});

it('shows what stands around a quote', async () => {
  const { html } = await reportPage(
    markdown(
      'Long ago it rained. We will publish a plan by 2027. Then the sun came out.\n\n| Act | By |\n|---|---|\n| We will fund a well | 2029 |\n',
    ),
  );
  const page = parsedPage(html);
  expect(all({ elements: inside(rowOf(page, 'C1'), 'span') }, '.x').map(words)).toEqual([
    'Long ago it rained.',
    'Then the sun came out.',
  ]);
  expect(inside(rowOf(page, 'C2'), 'p').map(words)[0]).toBe('Act | By');
  expect(inside(rowOf(page, 'C2'), 'a').map((link) => attribute(link, 'href'))).toContain('#C2-text');
});

it('says that there are no commitments', async () => {
  const { html } = await reportPage(markdown('The path was dry.'));
  const [notice] = all(parsedPage(html), '.notice');
  expect(notice && words(notice)).toBe('No commitments were found.');
});

it('makes no mark-up of what a document says', () => {
  const bearing = (hostile: string): ParsedPage =>
    parsedPage(
      handMade((its) => ({
        actor: { text: hostile, name: `${hostile}.`, resolvedBy: 'heading' },
        action: { ...its.action, text: hostile },
        beneficiary: hostile,
        conditions: [{ text: hostile, kind: 'event' }],
        themes: [hostile],
        evidence: { ...its.evidence, quote: hostile, cite: hostile, page: 3, pageLabel: hostile },
        stem: { quote: hostile, start: 0, end: 1 },
        rules: [hostile],
        confidence: { level: 'low', reasons: [hostile] },
        review: { verdict: 'keep', by: hostile, note: hostile, before: null, quoteChanged: true },
      })),
    );
  const expected = new Set(skeleton(bearing('plain words')));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom(
          '</td></tr></table><script>alert(1)</script>',
          '"><img src=x onerror=alert(1)>',
          "' onclick='x",
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      ),
      (hostile) => {
        const page = bearing(hostile);
        expect(page.faults).toEqual([]);
        for (const element of skeleton(page)) expect(expected).toContain(element);
      },
    ),
    { numRuns: 40 },
  );
});

it('keeps a report of 130 pages with 500 commitments under 1.5 MB', async () => {
  const prose =
    'Rivers rise in the hills to the north of the county, and the towns along them have grown with the mills and the railway. ';
  const text = Array.from(
    { length: 500 },
    (_, at) =>
      `${at % 10 === 0 ? `## Part ${at / 10 + 1}\n\n` : ''}${prose.repeat(4)}We will publish plan number ${at} for the towns of valley ${at % 37} by March ${2026 + (at % 9)}. The council should read it.\n`,
  ).join('\n');
  expect(text.split(/\s+/).length).toBeGreaterThan(130 * 330);
  const { html, parts } = await reportPage(markdown(text));
  expect(parts[0]?.commitments).toHaveLength(500);
  expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
}, 60_000);
