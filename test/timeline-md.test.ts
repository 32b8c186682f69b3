/** The timeline as Markdown: tables that keep their columns, quotes with their places, and no mark-up from documents. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../src/model/report.ts';
import { markdownTable, markdownText } from '../src/render/markdown.ts';
import { timelineMarkdown } from '../src/render/timeline/md.ts';
import { planOf } from '../src/render/timeline/plan.ts';
import { type DatedSaid, dated, partOf } from './dated.ts';

function markdownOf(report: Report, asOf: string | null = null): string {
  return timelineMarkdown(planOf(partOf(report), { from: null, to: null, asOf }), asOf);
}

const bridges: DatedSaid = {
  text: '2028',
  end: '2028-12-31',
  precision: 'year',
  role: 'deadline',
  relation: 'by',
  quote: 'We will open *two* bridges | a weir by 2028.',
  due: 'open *two* bridges | a weir',
};

describe('Markdown', () => {
  test('of any text is one line that means the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const markdown = markdownText(text);
        expect(markdown).not.toMatch(/[\n\r<>]|(?<!\\)(?:\\\\)*[|*`[\]~$]/);
        const meant = markdown
          .replace(/\\([!-/:-@[-`{-~])/g, '$1')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        expect(meant).toBe(
          markdownText('') +
            text.replaceAll(/[\u0000-\u001f\u007f]/g, (c) =>
              /[\n\r\t]/.test(c) ? ' ' : c === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + c.charCodeAt(0)),
            ),
        );
      }),
    );
  });

  test('keeps words with underscores as they are', () => {
    expect(markdownText('a snake_case name, _not_ emphasis')).toBe('a snake_case name, \\_not\\_ emphasis');
  });

  test('tables have as many cells in every row', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const table = markdownTable(
          ['a', 'b'],
          rows.map((row) => row.map(markdownText)),
        );
        for (const line of table.trimEnd().split('\n')) expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(3);
      }),
    );
  });
});

describe('the timeline as Markdown', () => {
  test('to the letter', () => {
    const report = dated([
      bridges,
      {
        text: 'due course',
        role: 'vague',
        value: 'FUTURE_REF',
        vagueness: 'open',
        quote: 'We will say more in due course.',
        due: 'say more',
      },
      { text: 'every year', role: 'recurrence', recurrence: 'P1Y', quote: 'Reports are due every year.' },
      { text: '2019', start: '2019-01-01', end: '2019-12-31', precision: 'year', quote: 'The <b>flood</b> of 2019.' },
      { text: 'two weeks', type: 'DURATION', value: 'P2W', role: 'period', quote: 'It takes two weeks.' },
    ]);
    const [first] = report.commitments;
    const mill = first && {
      ...first,
      id: 'c-9',
      ref: 'C9',
      deadline: null,
      action: { ...first.action, text: 'mend the mill' },
    };
    expect(markdownOf({ ...report, commitments: [...report.commitments, ...(mill ? [mill] : [])] }, '2027-01-01')).toBe(
      `# Plan for Fernhollow

plan.md · Fernhollow Council · from 1 Mar 2025 · as of 1 Jan 2027

| When | Status | Kind | Id | Who and what | Quote | Where |
| --- | --- | --- | --- | --- | --- | --- |
| by 2028 | due | deadline | C1 | We: open \\*two\\* bridges \\| a weir | "We will open \\*two\\* bridges \\| a weir by 2028." | l. 1 |

## Again and again

| When | Kind | Id | Who and what | Quote | Where |
| --- | --- | --- | --- | --- | --- |
| yearly | recurrence | T3 |  | "Reports are due every year." | l. 3 |

## Without a day

- "in due course" (vague)
  - C2 We: say more: "We will say more in due course." l. 2

## Commitments without a date

- C9 We: mend the mill
  "We will open \\*two\\* bridges \\| a weir by 2028." l. 1

## Before the document

| When | Kind | Id | Who and what | Quote | Where |
| --- | --- | --- | --- | --- | --- |
| 2019 | date mentioned | T4 |  | "The &lt;b&gt;flood&lt;/b&gt; of 2019." | l. 4 |

## Other expressions of time

- Durations: "two weeks" l. 5
`,
    );
  });

  test('says so where there are no dates', () => {
    expect(markdownOf(dated([]))).toBe(
      '# Plan for Fernhollow\n\nplan.md · Fernhollow Council · from 1 Mar 2025\n\nNo dates.\n',
    );
  });

  test('names every time of the document', () => {
    const report = dated([bridges, { ...bridges, due: undefined, text: '2029', end: '2029-12-31' }]);
    for (const ref of ['C1', 'T2']) expect(markdownOf(report)).toContain(`| ${ref} |`);
  });
});
