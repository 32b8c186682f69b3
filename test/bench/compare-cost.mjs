/** What comparing costs: two reports of many commitments of several kinds, and two long PDFs against analysing both. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, diff } from '../../dist/index.js';
import { longPdf } from './long-pdf.mjs';
import { least, secondsOf } from './measure.mjs';

const VERBS = ['open', 'repair', 'fund', 'close', 'survey', 'paint', 'extend', 'publish', 'train', 'restore'];
const SYLLABLES = [
  'bar',
  'ten',
  'mor',
  'lin',
  'sed',
  'gol',
  'pra',
  'vik',
  'hum',
  'dox',
  'fer',
  'nal',
  'cus',
  'rim',
  'tob',
  'wey',
];
/** A made-up noun by number: some 4,000 of them. */
const noun = (at) => [at, at >> 4, at >> 8].map((part) => SYLLABLES[part & 15]).join('');

/** Sentences of one kind each, by their number and the edition. */
const KINDS = {
  'of many subjects, one in ten revised': (at, edition) =>
    `We will ${VERBS[at % 10]} the ${noun(at * 7)} ${noun(at * 13 + 5)} in ${noun(at % 97)} by ${2030 + (edition === 2 && at % 10 === 0 ? 2 : 0)}.`,
  'all in the same words': () => 'We will publish a plan for the county by 2030.',
  'the same but for a number': (at, edition) => `We will publish ${at + edition} plans for the county by 2030.`,
  'a line of boilerplate each, all of it revised': (at, edition) =>
    `We will ${edition === 1 ? 'repair' : 'restore'} the ${noun(at % 50)} bridges of ${noun(at)} ${noun(at >> 6)} every year.`,
  'with no word in common': (at, edition) =>
    `We will ${VERBS[at % 10]} ${noun(at * edition * 3 + edition)} ${noun(at * 31 * edition)}.`,
};

async function reportOf(kind, count, edition) {
  const lines = Array.from(
    { length: count },
    (_, at) => (at % 50 === 0 ? `# Part ${at / 50 + 1}\n\n` : '') + KINDS[kind](at, edition),
  );
  const source = { name: `${edition}.md`, text: lines.join('\n\n'), mediaType: 'text/markdown' };
  const report = await analyse(source);
  // A line that comes back too often is taken for furniture, and then there would be nothing to compare.
  if (report.commitments.length < count) throw new Error(`${kind}: ${report.commitments.length} commitments`);
  return report;
}

/** Rows of the table: reports of 5,000 commitments each, and how that grows to 10,000. */
export async function comparingReports() {
  const rows = [];
  for (const kind of Object.keys(KINDS)) {
    const taken = [];
    for (const count of [5000, 10_000]) {
      const [before, after] = [await reportOf(kind, count, 1), await reportOf(kind, count, 2)];
      taken.push(await least(() => diff(before, after)));
    }
    const [five, ten] = taken;
    const cost = `${five.toFixed(2)} s, ${(ten / five).toFixed(2)} × for 10,000`;
    rows.push([`5,000 v 5,000 commitments ${kind}`, cost, '≤ 2 s, ≤ 2.5 ×']);
  }
  return rows;
}

/** The row of the table: two PDFs of 100 pages compared, against the analysis of both. */
export async function comparingPdfs(root, folder) {
  const paths = [2024, 2026].map((year) => {
    const path = join(folder, `${year}.pdf`);
    writeFileSync(path, longPdf(join(root, `fixtures/northshire-${year}.pdf`), 100));
    return { name: `${year}.pdf`, bytes: readFileSync(path) };
  });
  const versions = [];
  let seconds = 0;
  for (const round of [0, 1]) {
    // Warm in the second round.
    if (round === 1) versions.length = 0;
    seconds = await secondsOf(async () => {
      for (const source of paths) {
        let wording;
        const keep = ({ text, passages }) => {
          wording = {
            text,
            passages: passages.map(({ kind, text: said, start, end }) => ({ kind, text: said, start, end })),
          };
        };
        versions.push({ ...(await analyse(source, { onWording: keep })), wording });
      }
    });
  }
  const [before, after] = versions;
  const own = await least(() => diff(before, after));
  return [
    [
      'two PDFs of 100 pages, compared',
      `${((seconds + own) / seconds).toFixed(3)} × analysing both (${own.toFixed(2)} s)`,
      '≤ 1.1',
    ],
  ];
}
