#!/usr/bin/env node
/**
 * pmed and other finders of dates on the same sentences: `node test/bench/time-peers.mjs probes.jsonl [--seconds 5]`.
 * A line a sentence: `{ text, dct, target?: { start, end }, value, accept?, interval?, role? }`; without a target there is
 * nothing to find. The others are installed from npm into a temporary folder. Each has every benefit: the sentence's day as
 * reference, British order of days, the best of its settings, and of each result every reading that a user could take.
 * Prints a table in Markdown.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { analyse, read } from '../../dist/index.js';
import { judge } from './judge-probe.mjs';
import { install, VERSIONS } from './peers.mjs';
import { stages } from './stages.mjs';

// The others reckon in the time zone of the machine.
process.env.TZ = 'UTC';

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const [file] = positionals;
if (!file) throw new Error('Which sentences?  node test/bench/time-peers.mjs probes.jsonl');
const probes = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line));
const root = fileURLToPath(new URL('../..', import.meta.url));

const DAY = 864e5;
const iso = (ms) => new Date(ms).toISOString().slice(0, 10);
const refOf = (probe) => new Date(`${probe.dct}T12:00:00Z`);

/** A day, its month and its year, by value and by days. */
function cellsOf(day, span) {
  const [year, month] = day.split('-').map(Number);
  const cell = (value, start, end) => ({ span, value, start, end });
  return {
    day: cell(day, day, day),
    month: cell(day.slice(0, 7), `${day.slice(0, 7)}-01`, iso(Date.UTC(year, month, 0))),
    year: cell(day.slice(0, 4), `${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`),
  };
}

/** The day itself; its month or year where no finer is certain; the days from the reference to it, or to it from then. */
function readChrono({ index, text, start, end }, probe) {
  const span = { start: index, end: index + text.length };
  const first = iso(start.date().getTime());
  const cells = cellsOf(first, span);
  const found = [
    cells.day,
    { span, value: '', start: probe.dct, end: first },
    { span, value: '', start: first, end: probe.dct },
  ];
  const isDay = start.isCertain('day') || start.isCertain('weekday');
  if (!isDay) found.push(start.isCertain('month') ? cells.month : cells.year);
  if (end) found.push({ span, value: '', start: first, end: iso(end.date().getTime()) });
  return found;
}

/** A length as TIMEX3 has it, of `{ year: 5 }`. */
function lengthOf(duration) {
  const letters = { year: 'Y', quarter: 'Q', month: 'M', week: 'W', day: 'D' };
  return Object.entries(duration ?? {})
    .filter(([unit, count]) => letters[unit] && count)
    .map(([unit, count]) => `P${count}${letters[unit]}`);
}

function readCompromise({ text, offset, dates, duration }) {
  const span = { start: offset.start, end: offset.start + text.length };
  const found = lengthOf(duration).map((value) => ({ span, value, start: null, end: null }));
  if (!dates?.start && !dates?.end) return [...found, { span, value: null, start: null, end: null }];
  const [first, last] = [dates.start, dates.end].map((time) => (time ? time.slice(0, 10) : null));
  found.push({ span, value: '', start: first, end: last });
  if (first) {
    const cells = cellsOf(first, span);
    found.push(cells[dates.unit] ?? cells.day);
  }
  return found;
}

/** Ends of periods are the first day after them, save where they are days. */
function readRecognizer({ start, end, resolution }) {
  const span = { start, end: end + 1 };
  return (resolution?.values ?? [{}]).flatMap((its) => {
    const timexes = String(its.timex ?? '')
      .replace(/[()]/g, '')
      .split(',');
    const day = (time) => (time && /^\d{4}-\d{2}-\d{2}/.test(time) ? time.slice(0, 10) : null);
    const [first, last] = [day(its.start) ?? day(its.value), day(its.end) ?? day(its.value)];
    const before = last && iso(Date.parse(last) - DAY);
    return [
      ...timexes.map((value) => ({ span, value, start: first, end: last })),
      { span, value: its.value, start: first, end: before },
    ];
  });
}

const folder = mkdtempSync(join(tmpdir(), 'pmed-peers-'));
try {
  const finders = ['chrono-node', 'compromise', 'compromise-dates', '@microsoft/recognizers-text-date-time'];
  const installed = install(folder, finders);
  const chrono = installed('chrono-node');
  const nlp = installed('compromise');
  nlp.plugin(installed('compromise-dates').default ?? installed('compromise-dates'));
  const microsoft = installed('@microsoft/recognizers-text-date-time');
  const { annotate, times } = await stages(root, folder);

  const chronoBy = (parser, forwardDate) => ({
    find: (probe) => parser.parse(probe.text, { instant: refOf(probe), timezone: 0 }, { forwardDate }),
    read: readChrono,
  });
  const compromiseBy = (dmy) => ({
    find: (probe) => {
      const text = nlp(probe.text);
      const dates = text.dates({ today: probe.dct, timezone: 'UTC', dmy }).json({ offset: true, terms: false });
      return [...dates, ...text.durations().json({ offset: true, terms: false })];
    },
    read: readCompromise,
  });
  const microsoftBy = (culture, options) => ({
    find: (probe) => microsoft.recognizeDateTime(probe.text, culture, options, refOf(probe)),
    read: readRecognizer,
  });
  const { None, ExtendedTypes, CalendarMode } = microsoft.DateTimeOptions;
  const peers = {
    [`chrono-node ${VERSIONS['chrono-node']}`]: [
      chronoBy(chrono.en.GB, false),
      chronoBy(chrono.en.GB, true),
      chronoBy(chrono.en.casual, true),
    ],
    [`compromise-dates ${VERSIONS['compromise-dates']} (compromise ${VERSIONS.compromise})`]: [
      compromiseBy(true),
      compromiseBy(false),
    ],
    [`recognizers-text-date-time ${VERSIONS['@microsoft/recognizers-text-date-time']}`]: [
      microsoftBy('en-*', None),
      microsoftBy('en-us', None),
      microsoftBy('en-*', ExtendedTypes ?? CalendarMode ?? None),
    ],
  };

  const rows = [];
  for (const [name, settings] of Object.entries(peers)) {
    const tried = settings.map(({ find, read: readings }) => ({
      find,
      score: scoreOf(probes.map((probe) => find(probe).flatMap((result) => readings(result, probe)))),
    }));
    const best = tried.reduce((a, b) => (b.score.right > a.score.right ? b : a));
    rows.push([name, best.score, '–', await speedOf(best.find)]);
  }
  const found = [];
  for (const { text, dct } of probes) {
    const report = await analyse({ name: 'probe.txt', text, mediaType: 'text/plain' }, { docDate: dct });
    found.push(report.timeline);
  }
  const score = scoreOf(found);
  const finding = async ({ text }) => times(annotate(await read({ name: 'probe.txt', text, mediaType: 'text/plain' })));
  rows.push(['pmed', score, figure(score.role), await speedOf(finding)]);

  const positive = probes.filter(({ target }) => target).length;
  console.log(`${positive} sentences with a time expression, ${probes.length - positive} without`);
  console.log('\n| | found | right | role | negatives left alone | MB/s |\n|---|---|---|---|---|---|');
  for (const [name, { found: some, right, quiet }, role, speed] of rows)
    console.log(`| ${[name, figure(some), figure(right), role, figure(quiet), speed].join(' | ')} |`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function figure(share) {
  return share.toFixed(2).replace(/^0/, '');
}

function scoreOf(found) {
  const judged = probes.map((probe, i) => ({ isPositive: Boolean(probe.target), ...judge(probe, found[i] ?? []) }));
  const share = (list, key) => list.filter((its) => its[key]).length / Math.max(1, list.length);
  const positive = judged.filter(({ isPositive }) => isPositive);
  return {
    found: share(positive, 'found'),
    right: share(positive, 'right'),
    role: share(positive, 'role'),
    quiet: share(
      judged.filter(({ isPositive }) => !isPositive),
      'right',
    ),
  };
}

/** Megabytes a CPU second on paragraphs of ten sentences, a call each, the best round of some seconds. */
async function speedOf(find) {
  const paragraphs = [];
  for (let at = 0; at < probes.length; at += 10)
    paragraphs.push(
      probes
        .slice(at, at + 10)
        .map(({ text }) => text)
        .join(' '),
    );
  const bytes = Buffer.byteLength(paragraphs.join(''));
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0, all = 0; round < 3 || all < 1e6 * Number(values.seconds); round += 1) {
    const before = process.cpuUsage();
    for (const text of paragraphs) await find({ text, dct: probes[0].dct });
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
    all += user + system;
  }
  const speed = bytes / least;
  return speed.toFixed(speed < 0.1 ? 3 : 1);
}
