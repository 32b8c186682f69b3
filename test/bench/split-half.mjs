#!/usr/bin/env node
/**
 * How often two random halves of one text are said to differ in a theme: `npm run stability [-- --seeds 20] [files]`.
 * Halves are drawn of single passages, and of runs of five and of twenty, as chapters go; the text is scored whole and then
 * parted, or parted and then scored, when neighbours lend each half other themes. 5 % is what the test of pmed promises:
 * more for single passages ends with exit code 1.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { read } from '../../dist/index.js';
import { fromSources } from './stages.mjs';

/** Ten long documents of many kinds. */
const LONG = [
  'ai/01-uk-proinnovation-framework.pdf',
  'climate/norfolk-va-equal-adaptation-mitigation-cap-2019.pdf',
  'environment/za-draft-national-spatial-development-framework-2019.txt',
  'environment/za-national-climate-change-response-white-paper.txt',
  'health/leeds-community-annual-report-2324.md',
  'health/ltht-annual-report-2024-25-final.md',
  'health/realising-the-nh-nhs.md',
  'inquiry/thespaceeconomyresponse.pdf',
  'manifesto/uk-2010-libdem-markdown.md',
  'manifesto/uk-2017-forward-together-eng.pdf',
];
const PROMISED = 0.05;
const ENTRY = `
export { annotate } from './src/annotate/annotate.ts';
export { themeChanges } from './src/compare/themes.ts';
export { designEffect } from './src/extract/design-effect.ts';
export { findThemes } from './src/extract/themes.ts';
export { fromPack } from './src/rules/load.ts';
export { compileThemes } from './src/rules/themes.ts';
`;

const { values, positionals } = parseArgs({
  options: { seeds: { type: 'string', default: '20' } },
  allowPositionals: true,
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = join(root, '../shared/corpus');
const files = positionals.length > 0 ? positionals : LONG.map((name) => join(corpus, name));
if (positionals.length === 0 && !existsSync(corpus)) {
  console.log('Skipped: the ten long documents are not here. Name files of your own: npm run stability -- a.pdf b.md');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'pmed-stability-'));
try {
  await measure(await parts(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The functions under test, from the sources. */
async function parts(into) {
  const its = await fromSources(root, into, ENTRY);
  const pack = JSON.parse(readFileSync(join(root, 'dist/packs/en.compiled.json'), 'utf8'));
  const { themes } = await its.fromPack(pack);
  return { ...its, schemes: its.compileThemes(themes.filter(({ scheme }) => scheme === 'policy')) };
}

async function measure({ annotate, themeChanges, designEffect, findThemes, schemes }) {
  /** By way of parting: themes that either half has, and those of them said to differ. */
  const table = new Map();
  const count = (way, halves) => {
    const row = table.get(way) ?? { themes: 0, different: 0 };
    table.set(way, row);
    row.themes += new Set(halves.flatMap(({ themes }) => themes.map(({ id }) => id))).size;
    row.different += themeChanges(...halves.map(reportOf)).filter(({ significant }) => significant).length;
  };
  for (const file of files) {
    const annotated = annotate(await read(file));
    const whole = findThemes(annotated, schemes, { documentId: 'd-1' });
    const passages = annotated.sentences.filter(({ kind }) => kind !== 'heading');
    for (let seed = 1; seed <= Number(values.seeds); seed++)
      for (const run of [1, 5, 20]) {
        const side = sidesOf(passages.length, run, seed);
        const ways = run === 1 ? 'passages' : `runs of ${run}`;
        const halves = [0, 1].map((half) => passages.filter((_, at) => side[at] === half));
        count(
          `${ways}, scored whole`,
          halves.map((half) => counted(half, whole, designEffect)),
        );
        // Scoring takes long: a quarter of the seeds will do.
        if (seed % 4 !== 0) continue;
        const scored = halves.map((half) => {
          const text = partOf(annotated, new Set(half.map(({ index }) => index)));
          return { passages: half.length, themes: findThemes(text, schemes, { documentId: 'd-1' }).themes };
        });
        count(`${ways}, scored apart`, scored);
      }
  }
  let isStable = true;
  for (const [way, { themes, different }] of [...table].sort()) {
    const share = different / themes;
    if (way.startsWith('passages') && share > PROMISED) isStable = false;
    console.log(`${way.padEnd(26)} ${`${different} of ${themes}`.padStart(14)}  ${(100 * share).toFixed(1)} %`);
  }
  if (!isStable) process.exitCode = 1;
}

/** What of a report the comparison of themes looks at. */
function reportOf({ passages, themes }) {
  return {
    documents: [{ id: 'd-1', words: 10_000, passages }],
    themes: themes.map((theme) => ({ ...theme, documentId: 'd-1', lowEvidence: false })),
  };
}

/** The themes of some passages as the whole text has them. */
function counted(half, { ofSentence }, designEffect) {
  const carrying = new Map();
  half.forEach(({ index }, at) => {
    for (const id of ofSentence[index]) {
      if (!carrying.has(id)) carrying.set(id, []);
      carrying.get(id).push(at);
    }
  });
  const themes = [...carrying].map(([id, its]) => ({
    id,
    scheme: 'policy',
    share: its.length / half.length,
    designEffect: designEffect(its, half.length),
  }));
  return { passages: half.length, themes };
}

/** A text with some of its passages and all of its headings. */
function partOf(annotated, kept) {
  const sentences = [];
  const places = new Map();
  for (const sentence of annotated.sentences) {
    if (sentence.kind !== 'heading' && !kept.has(sentence.index)) continue;
    places.set(sentence.index, sentences.length);
    sentences.push({ ...sentence, index: sentences.length });
  }
  const sections = annotated.sections.map((section) => ({ ...section, heading: places.get(section.heading) ?? -1 }));
  return { ...annotated, sentences, sections };
}

/** For each passage the half that it falls to, runs of passages together. */
function sidesOf(passages, run, seed) {
  const random = seeded(seed);
  const order = Array.from({ length: Math.ceil(passages / run) }, (_, at) => at);
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  const first = new Set(order.slice(0, order.length >> 1));
  return Array.from({ length: passages }, (_, at) => (first.has(Math.floor(at / run)) ? 0 : 1));
}

/** Numbers in [0, 1), the same for the same seed: a linear congruential generator (Numerical Recipes). */
function seeded(seed) {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
