/** A PDF of many pages for measuring: those of a fixture over and over, each with its own number in the text. */
import { readFileSync } from 'node:fs';
import { writePdf } from '../../fixtures/write-pdf.mjs';

/**
 * @param {string} path a PDF of ours, whose pages are written without compression
 * @param {number} count how many pages to write
 * @returns {Uint8Array}
 */
export function longPdf(path, count) {
  const file = readFileSync(path, 'latin1');
  const contents = [...file.matchAll(/\/Contents (\d+) 0 R/g)].map(([, number]) => {
    const start = file.indexOf('stream\n', file.indexOf(`\n${number} 0 obj\n`)) + 7;
    return file.slice(start, file.indexOf('\nendstream', start));
  });
  const pages = Array.from({ length: count }, (_, index) =>
    contents[index % contents.length].replaceAll(/\b20\d\d\b/g, String(2000 + (index % 100))),
  );
  return writePdf({ pages });
}
