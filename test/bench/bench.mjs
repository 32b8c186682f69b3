#!/usr/bin/env node
/**
 * What pmed costs, as ratios that hold on any machine: `npm run bench [-- --rounds 15] [--megabytes 4]`,
 * or one part of it: `--only commands|pdf|whole|alone|diff|files`.
 * Commands are measured in turns, so that a busy moment falls on all alike, and by CPU time, not by the clock on the wall.
 * Nothing here passes or fails; docs/performance.md says what is aimed at.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { analyse, read } from '../../dist/index.js';
import { findersAlone } from './alone.mjs';
import { comparingPdfs, comparingReports } from './compare-cost.mjs';
import { everyFormat } from './every-format.mjs';
import { longPdf } from './long-pdf.mjs';
import { least, median, throughput } from './measure.mjs';
import { wholeTexts } from './peers.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    megabytes: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const pmed = join(root, 'bin/pmed.js');
const folder = mkdtempSync(join(tmpdir(), 'pmed-bench-'));

/** CPU seconds of a command, user and system, as bash counts them for a finished child. */
function cpu(args) {
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null';
  const { stderr, status } = spawnSync('bash', ['-c', script, 'bash', process.execPath, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  const [user, system] = stderr.trim().split(' ').map(Number);
  return user + system;
}

/** Texts to analyse, of `bytes` in all: real ones where they are at hand, else the fixtures over and over. */
function texts(bytes) {
  const corpus = join(root, '../shared/corpus');
  const files = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true })
        .map((name) => join(corpus, name))
        .filter((path) => ['.md', '.txt'].includes(extname(path)) && statSync(path).size > 10_000)
        .sort()
    : ['northshire-2024.md', 'northshire-2026.md', 'northshire-2024.txt'].map((name) => join(root, 'fixtures', name));
  const chosen = [];
  let total = 0;
  for (let at = 0; total < bytes; at += 1) {
    // A stride through the sorted files takes some of every kind.
    const path = files[(at * 7) % files.length];
    const text = readFileSync(path, 'utf8');
    chosen.push({ name: `${at}-${path}`, text, mediaType: extname(path) === '.md' ? 'text/markdown' : 'text/plain' });
    total += Buffer.byteLength(text);
  }
  return { chosen, total, from: existsSync(corpus) ? 'corpus' : 'fixtures' };
}

/**
 * CPU seconds of reading a PDF, and the memory it takes at most, against pdfjs alone, as the middle of some rounds in turns.
 * @param {string} path
 */
function reading(path, rounds) {
  const programs = {
    bare: [join(root, 'test/bench/bare-pdfjs.mjs'), path],
    pmed: [pmed, 'text', path],
  };
  const taken = { bare: [], pmed: [] };
  const memory = { bare: [], pmed: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [name, args] of Object.entries(programs)) {
      const said = join(folder, 'cost.json');
      const env = { ...process.env, PMED_COST: said };
      const watched = ['--import', join(root, 'test/bench/cost.mjs'), ...args];
      const { status } = spawnSync(process.execPath, watched, { env, stdio: 'ignore' });
      if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')} ended with ${status}`);
      const { seconds, bytes } = JSON.parse(readFileSync(said, 'utf8'));
      taken[name].push(seconds);
      memory[name].push(bytes);
    }
  const megabytes = (name) => Math.round(median(memory[name]) / 1e6);
  return {
    ratio: median(taken.pmed) / median(taken.bare),
    seconds: median(taken.pmed),
    megabytes: megabytes('pmed'),
    bareMegabytes: megabytes('bare'),
  };
}

/** PDFs to read: one of 350 pages made from a fixture, and some real ones where they are at hand. */
function pdfs() {
  const long = join(folder, 'long.pdf');
  writeFileSync(long, longPdf(join(root, 'fixtures/northshire-2024.pdf'), 350));
  const corpus = join(root, '../shared/corpus');
  const real = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true })
        .map((name) => join(corpus, name))
        .filter((path) => extname(path) === '.pdf' && statSync(path).size > 500_000 && statSync(path).size < 5_000_000)
        .sort()
    : [];
  // Every so many of them, so that they come from many hands.
  const step = Math.max(1, Math.floor(real.length / 5));
  const chosen = real.filter((_, index) => index % step === 0).slice(0, 5);
  return [['350-page PDF', long], ...chosen.map((path) => [basename(path), path])];
}

/** The same of some others on the same texts, warm; nothing where they cannot be installed. */
async function others({ chosen, total }) {
  let peers;
  try {
    peers = wholeTexts(folder);
  } catch (error) {
    return [['  others', `not measured: ${error.message.split('\n')[0]}`, '']];
  }
  const found = [];
  for (const [name, read] of Object.entries(peers)) {
    const stage = ({ text }) => read(text);
    // Warm after a part of the texts: some take minutes for all.
    await throughput(stage, { chosen: chosen.slice(0, 5), total });
    found.push([name, `${(await throughput(stage, { chosen, total })).toFixed(2)} MB/s`, '']);
  }
  return found;
}

/** Texts of one kind each, said over and over: [what, the text]. */
const REPEATED = [
  ['prose', 'The council runs three libraries in the north of the county. We will open a fourth by March 2026.\n\n'],
  ['one line', 'The council runs three libraries in the north of the county. We will open a fourth by March 2026. '],
  ['words without marks', 'the council runs three libraries in the north of the county and we will open a fourth '],
  [
    'nested lists',
    'We will:\n- improve the service by\n  - opening three libraries\n    - with longer hours by 2027\n\n',
  ],
  ['capitals', 'THE COUNCIL RUNS THREE LIBRARIES IN THE NORTH OF THE COUNTY. WE WILL OPEN A FOURTH BY MARCH 2026.\n\n'],
  ['pledges', 'We will publish the plan. '],
];

/** How much longer the whole analysis of a megabyte takes than that of half a megabyte, of texts of one kind each. */
async function growth() {
  const found = [];
  for (const [what, words] of REPEATED) {
    const taken = [];
    for (const size of [5e5, 1e6]) {
      const text = words.repeat(Math.ceil(size / words.length)).slice(0, size);
      const source = { name: what, text, mediaType: 'text/markdown' };
      taken.push(await least(() => analyse(source)));
    }
    const [short, long] = taken;
    const cost = `${(1 / long).toFixed(2)} MB/s, ${(long / short).toFixed(2)} × at double length`;
    found.push([`  1 MB of ${what}, whole analysis`, cost, '≤ 2.1 ×']);
  }
  return found;
}

/** What commands cost from a cold start, against a Node that does nothing. */
function commands() {
  const ten = join(folder, 'ten.txt');
  const plain = readFileSync(join(root, 'fixtures/northshire-2024-reflowed.txt'), 'utf8');
  writeFileSync(ten, `${plain}\n${plain}`.slice(0, 10_000));
  const all = {
    'node -e 0': { args: ['-e', '0'], aim: '' },
    'pmed --version': { args: [pmed, '--version'], aim: '≤ 1.7' },
    'pmed analyse, 10 KB of text': { args: [pmed, 'analyse', ten], aim: '≤ 3' },
    'pmed analyse, 6-page PDF': { args: [pmed, 'analyse', join(root, 'fixtures/northshire-2024.pdf')], aim: '' },
  };
  const times = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, { args }] of Object.entries(all)) times[name].push(cpu(args));
  const base = median(times['node -e 0']);
  return Object.entries(all).map(([name, { aim }]) => {
    const taken = median(times[name]);
    return [name, `${(taken / base).toFixed(2)} × bare node (${(taken * 1000).toFixed(0)} ms)`, aim];
  });
}

/** What reading PDFs costs. */
function readingPdfs() {
  return pdfs().flatMap(([name, path]) => {
    const { ratio, seconds, megabytes, bareMegabytes } = reading(path, Math.max(3, Math.round(values.rounds / 3)));
    return [
      [`pmed text, ${name}`, `${ratio.toFixed(2)} × bare pdfjs (${seconds.toFixed(2)} s)`, '≤ 1.35'],
      ['  memory at most', `${megabytes} MB (bare pdfjs ${bareMegabytes})`, '≤ 250 for 350 pages'],
    ];
  });
}

/** What reading and the whole analysis give a second, beside others, and how that grows. */
async function wholeAnalysis(all) {
  const analyseAll = async () => {
    for (const source of all.chosen) await analyse(source);
  };
  // Warm: as much again, so that what is measured is compiled.
  await analyseAll();
  return [
    [`reading alone, warm, ${all.from}`, `${(await throughput(read, all)).toFixed(2)} MB/s`, ''],
    [`whole analysis, warm, ${all.from}`, `${(all.total / 1e6 / (await least(analyseAll, 4))).toFixed(2)} MB/s`, '≥ 3'],
    ...(await others(all)),
    ...(await growth()),
  ];
}

const parts = {
  commands,
  pdf: readingPdfs,
  whole: () => wholeAnalysis(texts(Number(values.megabytes) * 1e6)),
  alone: () => findersAlone(texts(Number(values.megabytes) * 1e6), root, folder),
  files: () => everyFormat(root, folder, Math.max(3, Math.round(values.rounds / 2)), cpu),
  diff: async () => [...(await comparingReports()), ...(await comparingPdfs(root, folder))],
};
const rows = [];
try {
  for (const [name, part] of Object.entries(parts))
    if (values.only === undefined || values.only === name) rows.push(...(await part()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
rows.push(['memory at the end', `${Math.round(process.memoryUsage().rss / 1e6)} MB`, '']);
const wide = rows.reduce((most, [what]) => Math.max(most, what.length), 0);
for (const [what, value, aim] of rows) console.log(`${what.padEnd(wide)}  ${value.padEnd(30)}  ${aim}`.trimEnd());
