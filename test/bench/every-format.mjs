/** What writing every format of `-o` costs beside JSON alone, on a report of a hundred pages. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longPdf } from './long-pdf.mjs';
import { median } from './measure.mjs';

const FORMATS = ['json', 'ndjson', 'csv', 'tsv', 'xlsx', 'md', 'html', 'svg', 'ics', 'qdpx'];

/**
 * Measured in turns, with the ratio of each pair, and the size of what each format gives.
 * @param {string} root the checkout, built
 * @param {string} folder for what is made on the way
 * @param {number} rounds
 * @param {(args: readonly string[]) => number} cpu seconds of a command
 * @returns rows: what, how much, the aim
 */
export function everyFormat(root, folder, rounds, cpu) {
  const analyse = (path, formats) => [
    join(root, 'bin/pmed.js'),
    'analyse',
    path,
    '-q',
    ...formats.flatMap((format) => ['-o', join(folder, `every.${format}`)]),
  ];
  return reports(root, folder).flatMap(([name, path]) => {
    const ratios = [];
    const seconds = [];
    for (let round = 0; round < rounds; round += 1) {
      const alone = cpu(analyse(path, ['json']));
      const all = cpu(analyse(path, FORMATS));
      ratios.push(all / alone);
      seconds.push(all);
    }
    const sizes = FORMATS.map((format) => `${format} ${Math.ceil(sizeOf(folder, format) / 1000)}`);
    return [
      [`every format, ${name}`, `${median(ratios).toFixed(2)} × JSON alone (${median(seconds).toFixed(2)} s)`, '≤ 1.3'],
      ['  kB', sizes.join(', '), ''],
    ];
  });
}

/** One of 102 pages made from a fixture, and a real one where it is at hand. */
function reports(root, folder) {
  const long = join(folder, 'hundred.pdf');
  writeFileSync(long, longPdf(join(root, 'fixtures/northshire-2024.pdf'), 102));
  const real = join(root, '../shared/corpus/ai/01-uk-proinnovation-framework.pdf');
  return [['102-page PDF', long], ...(existsSync(real) ? [['93-page PDF of the corpus', real]] : [])];
}

/** Bytes of all files of a format: a family has several. */
const sizeOf = (folder, format) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('every.') && name.endsWith(`.${format}`))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
