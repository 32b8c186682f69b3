#!/usr/bin/env node
/**
 * What pmed costs, as ratios that hold on any machine: `npm run bench [-- --rounds 15] [--megabytes 4]`.
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
import { longPdf } from './long-pdf.mjs';
import { wholeTexts } from './peers.mjs';
import { stages } from './stages.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, megabytes: { type: 'string', default: '4' } },
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

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
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

/** Megabytes a CPU second of one stage over all texts. */
async function throughput(stage, { chosen, total }) {
  const before = process.cpuUsage();
  for (const source of chosen) await stage(source);
  const { user, system } = process.cpuUsage(before);
  return total / 1e6 / ((user + system) / 1e6);
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
      const rounds = [];
      for (let round = 0; round < 3; round += 1) rounds.push(await secondsOf(() => analyse(source)));
      taken.push(Math.min(...rounds));
    }
    const [short, long] = taken;
    const cost = `${(1 / long).toFixed(2)} MB/s, ${(long / short).toFixed(2)} × at double length`;
    found.push([`  1 MB of ${what}, whole analysis`, cost, '≤ 2.1 ×']);
  }
  return found;
}

/** CPU seconds of a call. */
async function secondsOf(call) {
  const before = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Lines without an end, of one kind each: [what, the words that are said over and over]. */
const LINES = [
  ['prose', 'We will publish the plan in 2025 and review the fund by March 2026 with the partners of the county '],
  ['dates', '31 March 2025, '],
  ['numbers', '7 '],
  ['digits without a space', '2024'],
  ['brackets and dashes', '[- '],
  ['number words', 'twenty three hundred and four '],
];

/**
 * What finding times costs alone, on texts annotated before: megabytes of text a CPU second on all texts, and how much
 * longer one line of a megabyte takes than one of half a megabyte; the best of three each.
 */
async function timesAlone({ chosen, total }) {
  const { annotate, times } = await stages(root, folder);
  const documents = await Promise.all(chosen.map(async (source) => annotate(await read(source))));
  const least = async (call) => {
    const rounds = [];
    for (let round = 0; round < 3; round += 1) rounds.push(await secondsOf(call));
    return Math.min(...rounds);
  };
  const all = () => documents.forEach(times);
  await least(all);
  const found = [['times alone, warm', `${(total / 1e6 / (await least(all))).toFixed(2)} MB/s`, '≥ 3']];
  const joined = await throughput(async (source) => times(annotate(await read(source))), { chosen, total });
  found.push(['reading, sentences and times, warm', `${joined.toFixed(2)} MB/s`, '']);
  for (const [what, words] of LINES) {
    const [half, whole] = await Promise.all(
      [5e5, 1e6].map(async (size) => {
        const text = words.repeat(Math.ceil(size / words.length)).slice(0, size);
        return annotate(await read({ name: what, text, mediaType: 'text/plain' }));
      }),
    );
    const [short, long] = [await least(() => times(half)), await least(() => times(whole))];
    // What takes next to no time has no ratio.
    const cost = `${(1 / long).toFixed(2)} MB/s, ${(long / short).toFixed(2)} × at double length`;
    found.push([`  one line of 1 MB of ${what}`, long < 0.01 ? 'in no time' : cost, '≤ 2.1 ×']);
  }
  return found;
}

const rows = [];
const row = (what, value, aim) => rows.push([what, value, aim]);
try {
  const ten = join(folder, 'ten.txt');
  const plain = readFileSync(join(root, 'fixtures/northshire-2024-reflowed.txt'), 'utf8');
  writeFileSync(ten, `${plain}\n${plain}`.slice(0, 10_000));
  const commands = {
    'node -e 0': ['-e', '0'],
    'pmed --version': [pmed, '--version'],
    'pmed analyse, 10 KB of text': [pmed, 'analyse', ten],
    'pmed analyse, 6-page PDF': [pmed, 'analyse', join(root, 'fixtures/northshire-2024.pdf')],
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, args] of Object.entries(commands)) times[name].push(cpu(args));
  const base = median(times['node -e 0']);
  const aims = { 'pmed --version': '≤ 1.7', 'pmed analyse, 10 KB of text': '≤ 3' };
  for (const [name, taken] of Object.entries(times))
    row(
      name,
      `${(median(taken) / base).toFixed(2)} × bare node (${(median(taken) * 1000).toFixed(0)} ms)`,
      aims[name] ?? '',
    );

  for (const [name, path] of pdfs()) {
    const { ratio, seconds, megabytes, bareMegabytes } = reading(path, Math.max(3, Math.round(values.rounds / 3)));
    row(`pmed text, ${name}`, `${ratio.toFixed(2)} × bare pdfjs (${seconds.toFixed(2)} s)`, '≤ 1.35');
    row('  memory at most', `${megabytes} MB (bare pdfjs ${bareMegabytes})`, '≤ 250 for 350 pages');
  }

  const all = texts(Number(values.megabytes) * 1e6);
  // Warm: as much again, so that what is measured is compiled.
  await throughput(analyse, all);
  row(`reading alone, warm, ${all.from}`, `${(await throughput(read, all)).toFixed(2)} MB/s`, '');
  // The best of some rounds: other programs on the machine only ever slow one down.
  const rounds = [];
  for (let round = 0; round < 4; round += 1) rounds.push(await throughput(analyse, all));
  row(`whole analysis, warm, ${all.from}`, `${Math.max(...rounds).toFixed(2)} MB/s`, '≥ 3');
  for (const [what, value, aim] of await others(all)) row(what, value, aim);
  for (const [what, value, aim] of await growth()) row(what, value, aim);
  for (const [what, value, aim] of await timesAlone(all)) row(what, value, aim);
  row('memory at the end', `${Math.round(process.memoryUsage().rss / 1e6)} MB`, '');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const wide = rows.reduce((most, [what]) => Math.max(most, what.length), 0);
for (const [what, value, aim] of rows) console.log(`${what.padEnd(wide)}  ${value.padEnd(30)}  ${aim}`.trimEnd());
