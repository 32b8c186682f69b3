#!/usr/bin/env node
/**
 * Compares the pairs of real documents in ../shared/corpus: `npm run pairs [-- part-of-a-name]`. Revisions must be
 * comparable, translations and responses must not, and two forms of one text may differ in few of its commitments.
 * Documents are analysed once. Ends with 1 where a pair is judged wrongly.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse, diff } from '../../dist/index.js';

/** Of each kind of pair, whether it is to be compared; editions may be new texts or old ones brought up to date. */
const COMPARABLE = new Map([
  ['revision', true],
  ['draft-to-final', true],
  ['same-content-other-format', true],
  ['translation', false],
  ['recommendation-to-response', false],
]);
/** Share of commitments that may seem changed in two forms of one text; where one was recognised from a scan, words differ. */
const MOST_CHANGED = 0.01;

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
if (!existsSync(corpus)) {
  console.log(`${corpus} is not there: nothing to compare`);
  process.exit(0);
}
const analysed = new Map();
async function version(name) {
  if (!analysed.has(name)) {
    let wording;
    const keep = ({ text, passages }) => {
      wording = {
        text,
        passages: passages.map(({ kind, text: said, start, end }) => ({ kind, text: said, start, end })),
      };
    };
    const report = await analyse(join(corpus, name), { onWording: keep });
    analysed.set(name, wording === undefined ? report : { ...report, wording });
  }
  return analysed.get(name);
}

const wanted = process.argv[2] ?? '';
let wrong = 0;
for (const pair of JSON.parse(readFileSync(join(corpus, 'pairs.json'), 'utf8'))) {
  if (!pair.id.includes(wanted)) continue;
  const [before, after] = [await version(pair.old), await version(pair.new)];
  const { comparable, changes, unchanged } = diff(before, after);
  const most = Math.max(before.commitments.length, after.commitments.length, 1);
  const share =
    changes.filter(({ kinds }) => kinds.some((kind) => kind !== 'moved' && kind !== 'reworded')).length / most;
  const isOtherLanguage = before.documents[0]?.language !== after.documents[0]?.language;
  const expected = isOtherLanguage ? false : COMPARABLE.get(pair.kind);
  const isScan = /ocr/i.test(pair.id);
  const isLoud = pair.kind === 'same-content-other-format' && !isScan && share > MOST_CHANGED;
  const isWrong = (expected !== undefined && expected !== comparable) || isLoud;
  if (isWrong) wrong += 1;
  const verdict = comparable
    ? `${changes.length} changes, ${(100 * share).toFixed(1)} %, ${unchanged} unchanged`
    : 'not compared';
  console.log(`${isWrong ? '!' : ' '} ${pair.id.padEnd(38)} ${pair.kind.padEnd(26)} ${verdict}`);
}
console.log(wrong === 0 ? 'all as they should be' : `${wrong} judged wrongly`);
process.exitCode = wrong === 0 ? 0 : 1;
