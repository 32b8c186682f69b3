/** What people type into review sheets: read by the heads of columns, with the place of every fault. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReviewedDocument } from '../src/model/review.ts';
import { ReviewSchema } from '../src/model/review.ts';
import { renderReview } from '../src/render/review/yaml.ts';
import { mergeReview } from '../src/review/merge.ts';
import { readSheets } from '../src/review/rows.ts';
import type { Sheet, SheetCell } from '../src/review/sheet.ts';
import { checkYaml } from '../src/yaml/check.ts';
import { readYaml } from '../src/yaml/read.ts';

const HEAD = [
  'ref',
  'quote',
  'verdict',
  'who',
  'what',
  'by',
  'note',
  'document',
  'id',
  'found_who',
  'found_what',
  'found_by',
];
type Row = Readonly<Record<string, SheetCell>>;

const FOUND: Row = {
  ref: 'C1',
  quote: 'We will mend the bridge by 2027.',
  who: 'The Council',
  what: 'mend the bridge',
  by: '2027',
  document: 'plan.md',
  id: 'c-00000001',
  found_who: 'The Council',
  found_what: 'mend the bridge',
  found_by: '2027',
};

function sheet(rows: readonly Row[], heads: readonly string[] = HEAD, name = 'Review'): Sheet {
  const cells = rows.map((row, index) => ({ number: index + 2, cells: heads.map((head) => row[head] ?? null) }));
  return { name, rows: [{ number: 1, cells: heads }, ...cells] };
}

const faultsOf = (row: Row) =>
  readSheets([sheet([{ ...FOUND, ...row }])]).faults.map(({ place, message }) => `${place}: ${message}`);
const entryOf = (row: Row) => readSheets([sheet([{ ...FOUND, ...row }])]).documents[0]?.verdicts[0];

describe('a row', () => {
  test.each([
    ['keep', { verdict: 'Keep ' }, { verdict: 'keep' }],
    ['no commitment', { verdict: 'not a commitment' }, { verdict: 'not-a-commitment' }],
    ['another body', { verdict: 'edit', who: 'The Trust' }, { verdict: 'edit', who: 'The Trust' }],
    ['nobody', { verdict: 'edit', who: null }, { verdict: 'edit', who: null }],
    ['an edit without a verdict', { what: 'mend  both bridges' }, { verdict: 'edit', what: 'mend both bridges' }],
    ['a number as a year', { verdict: 'edit', by: 2029 }, { verdict: 'edit', by: '2029' }],
    ['no deadline', { verdict: 'edit', by: null }, { verdict: 'edit', by: null }],
    ['no deadline in words', { verdict: 'edit', by: 'None' }, { verdict: 'edit', by: null }],
    ['a year as a number that is the same', { verdict: 'keep', by: 2027 }, { verdict: 'keep' }],
  ])('%s', (_, row, expected) => {
    expect(faultsOf(row)).toEqual([]);
    expect(entryOf(row)).toMatchObject(expected);
    for (const name of ['who', 'what', 'by']) if (!(name in expected)) expect(entryOf(row)).not.toHaveProperty(name);
  });

  test.each<[string, Row, string]>([
    [
      'another verdict',
      { verdict: 'maybe' },
      "Review!C2: 'maybe' is no verdict. Choose one of: keep, not a commitment, edit.",
    ],
    [
      'a date of another form',
      { by: '31/03/2027' },
      "Review!F2: '31/03/2027' is no date. Write a year, month or day: 2026, 2026-03 or 2026-03-31",
    ],
    ['a day that there is not', { by: '2027-02-30' }, "Review!F2: '2027-02-30' is no date."],
    [
      'how spreadsheets count days',
      { by: 46_112 },
      "Review!F2: '46112' is no date; it is how spreadsheets count 2026-03-31.",
    ],
    ['no action', { what: null }, 'Review!E2: what is to be done is gone.'],
    ['an edit that is none', { verdict: 'edit' }, 'Review!C2: the verdict is edit, and nothing was edited.'],
    [
      'a rejection with an edit',
      { verdict: 'not a commitment', who: 'X' },
      "Review!D2: 'who' was edited, and the verdict is 'not a commitment'.",
    ],
    ['a note alone', { note: 'hm' }, 'Review!G2: a note without a verdict.'],
    ['a broken id', { id: '#REF!', verdict: 'keep' }, "Review!I2: '#REF!' is no id of a commitment."],
    ['no quote', { quote: null, verdict: 'keep' }, 'Review!B2: the quote is gone'],
    ['an id that is gone', { id: null, verdict: 'keep' }, 'Review!I2: the id of this row is gone.'],
  ])('%s is a fault with its cell', (_, row, expected) => {
    expect(faultsOf(row)[0]).toContain(expected);
    expect(faultsOf(row)).toHaveLength(1);
  });

  test('that nobody has judged is left open', () => {
    expect(readSheets([sheet([FOUND])])).toEqual({ documents: [], open: 1, faults: [] });
  });

  test('that was copied is read once, and refused where the copies differ', () => {
    const row = { ...FOUND, verdict: 'keep' };
    expect(readSheets([sheet([row, row])]).documents[0]?.verdicts).toHaveLength(1);
    const [fault] = readSheets([sheet([row, { ...row, verdict: 'not a commitment' }])]).faults;
    expect(fault).toEqual({
      place: 'Review!I3',
      message: 'c-00000001 has another verdict at Review!I2. Keep one of the two rows.',
    });
  });
});

describe('a file', () => {
  test('may have columns in any order, rows in any order, other sheets, and a title above the head', () => {
    const heads = [...HEAD].reverse();
    const { rows } = sheet([{ ...FOUND, verdict: 'keep' }], heads);
    const moved = rows.map(({ number, cells }) => ({ number: number + 3, cells }));
    const titled = { name: 'Work', rows: [{ number: 1, cells: ['Our review'] }, ...moved] };
    const own = { name: 'Pivot', rows: [{ number: 1, cells: ['id', 'count'] }] };
    const read = readSheets([own, titled]);
    expect(read.faults).toEqual([]);
    expect(read.documents[0]?.verdicts[0]).toMatchObject({ id: 'c-00000001', verdict: 'keep' });
  });

  test('says which head was renamed', () => {
    const [fault] = readSheets([
      sheet(
        [FOUND],
        HEAD.map((head) => (head === 'verdict' ? 'verdicts' : head)),
      ),
    ]).faults;
    expect(fault?.message).toContain("the column 'verdict' is missing. Is it the one called 'verdicts'?");
  });

  test('that is the table of an analysis tells no more than the verdicts', () => {
    const heads = HEAD.filter((head) => !head.startsWith('found_'));
    const { documents, faults } = readSheets([sheet([{ ...FOUND, verdict: 'keep' }], heads)]);
    expect(faults).toEqual([]);
    expect(documents[0]?.verdicts).toEqual([{ id: 'c-00000001', quote: FOUND.quote, verdict: 'keep' }]);
  });

  test('that is the table of an analysis repeats corrections of the review file, and takes no others', () => {
    const heads = HEAD.filter((head) => !head.startsWith('found_'));
    const table = [sheet([{ ...FOUND, what: 'mend both bridges', verdict: 'edit' }], heads)];
    const corrected = { id: 'c-00000001', quote: 'We will mend the bridge by 2027.', verdict: 'edit' as const };
    const recorded = [{ document: 'plan.md', verdicts: [{ ...corrected, what: 'mend both bridges' }] }];
    expect(readSheets(table, recorded)).toEqual({ documents: [], open: 0, faults: [] });
    expect(readSheets(table).faults[0]?.message).toContain('this sheet has no cells to correct');
  });

  test('without the columns that tell what was edited is refused', () => {
    const heads = HEAD.filter((head) => head !== 'found_by');
    const [fault] = readSheets([sheet([FOUND], heads)]).faults;
    expect(fault?.message).toContain("the column 'found_by' is missing");
  });

  test('of something else says so', () => {
    expect(readSheets([{ name: 'Budget', rows: [{ number: 1, cells: ['a', 'b'] }] }]).faults[0]?.message).toContain(
      'are not in any of its sheets (Budget)',
    );
  });

  test('has what pmed missed in rows without an id, or in a sheet of its own', () => {
    const missed: Sheet = {
      name: 'Missed',
      rows: [
        { number: 1, cells: ['document', 'quote', 'page', 'by'] },
        { number: 2, cells: [null, 'We shall plant trees.', 7, '2031'] },
        { number: 3, cells: ['plan.md', null, null, null] },
      ],
    };
    const added = { quote: 'We shall swim.', verdict: 'missed' };
    const { documents, faults } = readSheets([sheet([FOUND, added]), missed]);
    expect(faults).toEqual([]);
    expect(documents).toMatchObject([
      {
        document: 'plan.md',
        missed: [{ quote: 'We shall swim.' }, { quote: 'We shall plant trees.', page: '7', by: '2031' }],
      },
    ]);
  });
});

test('a table of analyse has verdicts too, and nothing is known of what was found when they were given', () => {
  const heads = HEAD.filter((head) => !head.startsWith('found_'));
  const { documents, faults } = readSheets([sheet([{ ...FOUND, verdict: 'not a commitment' }], heads, 'Commitments')]);
  expect(faults).toEqual([]);
  expect(documents[0]?.verdicts).toEqual([
    { id: 'c-00000001', quote: 'We will mend the bridge by 2027.', verdict: 'not-a-commitment' },
  ]);
  expect(readSheets([sheet([{ ...FOUND, verdict: 'edit' }], heads)]).faults).toHaveLength(1);
});

describe('merging', () => {
  const one = readSheets([
    sheet([
      { ...FOUND, verdict: 'keep' },
      { ...FOUND, id: 'c-00000002', quote: 'We will run.', verdict: 'keep' },
    ]),
  ]);
  const two = readSheets([sheet([{ ...FOUND, verdict: 'edit', by: '2030' }])]);

  test('lets the later win, keeps the others, and counts', () => {
    const first = mergeReview([], one.documents);
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    const second = mergeReview(first.documents, two.documents);
    expect(second).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(second.documents[0]?.verdicts?.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['c-00000001', 'edit'],
      ['c-00000002', 'keep'],
    ]);
    expect(mergeReview(second.documents, two.documents)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  test('knows an entry by its words where its id has changed', () => {
    const moved = readSheets([sheet([{ ...FOUND, id: 'c-00000009', verdict: 'keep' }])]);
    const { documents } = mergeReview(mergeReview([], two.documents).documents, moved.documents);
    expect(documents[0]?.verdicts?.map(({ id }) => id)).toEqual(['c-00000009']);
  });

  test('gives the same bytes again, in whatever order rows come', () => {
    const { documents } = mergeReview([], one.documents);
    const reversed = one.documents.map((its) => ({ ...its, verdicts: [...its.verdicts].reverse() }));
    expect(renderReview(mergeReview([], reversed).documents)).toBe(renderReview(documents));
    expect(renderReview(mergeReview(documents, one.documents).documents)).toBe(renderReview(documents));
  });
});

const text = fc.string({ unit: 'binary', minLength: 1 }).filter((its) => /\S/.test(its));
const maybe = fc.option(text, { nil: undefined });
const verdicts = fc.array(
  fc.record(
    {
      id: fc.stringMatching(/^c-[0-9a-z]{8}(#[1-9])?$/),
      quote: text,
      verdict: fc.constant('edit' as const),
      who: fc.option(text, { nil: null }),
      by: fc.constantFrom('2026-03', '2026-03-31', null),
      note: text,
    },
    { requiredKeys: ['id', 'quote', 'verdict', 'who'] },
  ),
);

test('a review file reads back as what was written, whatever stands in it', () => {
  fc.assert(
    fc.property(text, verdicts, maybe, (document, entries, quote) => {
      const documents: ReviewedDocument[] = [
        { document, verdicts: entries, ...(quote === undefined ? {} : { missed: [{ quote }] }) },
      ];
      const [first] = readYaml(renderReview(documents), 'pmed.review.yaml');
      if (first === undefined) throw new Error('nothing was written');
      const checked = checkYaml(first, ReviewSchema);
      expect(checked).toEqual({
        ok: true,
        value: {
          version: 1,
          documents: documents.map(({ verdicts: some = [], ...rest }) =>
            some.length === 0 ? rest : { ...rest, verdicts: some },
          ),
        },
      });
    }),
  );
});
