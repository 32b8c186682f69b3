#!/usr/bin/env node
/**
 * Sets pmed's diff beside what else compares two versions of a text, where every change is known:
 * `npm run build && node test/bench/diff-peers.mjs [folder of revisions ...] [--text FILE] [--twin FILE --twin OTHER]`.
 * The others are `git diff` by lines, the same by words on one sentence a line, and the sentences of which only one
 * version has any. Folders hold v1.md, v2.md and changes.json; without any, those of test/revisions are taken. Of a text,
 * forms are made that say the same (other line ends, running heads, other quotes, two paragraphs swapped); twins are two
 * files of one text, which the others are given as pmed reads it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { analyse, diff } from '../../dist/index.js';

const folder = mkdtempSync(join(tmpdir(), 'pmed-peers-'));

/** What `git diff` prints of two texts, or nothing where they are alike to it. */
function gitDiff(before, after, ...flags) {
  writeFileSync(join(folder, 'a'), before);
  writeFileSync(join(folder, 'b'), after);
  const settings = ['diff', '--no-index', '--no-color', '-U0', ...flags, 'a', 'b'];
  return spawnSync('git', settings, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout;
}

/** One sentence a line, however lines ended before. */
const sentences = (text) =>
  text
    .split(/\n\s*\n|\n(?=\s*(?:[-*•#|]|\d+\.) ?)/)
    .flatMap((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .trim()
        .split(/(?<=[.!?]) (?=[A-Z])/),
    )
    .filter(Boolean);
const letters = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The places that a `git diff` lists: of each hunk what was said before and what is said now. */
const hunks = (printed) =>
  printed
    .split(/^@@.*$/m)
    .slice(1)
    .map((hunk) => {
      const lines = hunk.split('\n');
      const side = (mark, other) =>
        lines.flatMap((line) => (line.startsWith(mark) ? [line.slice(1)] : line.startsWith(other) ? [] : [line]));
      return [side('-', '+'), side('+', '-')].map((some) => some.join('\n').trim());
    });
/** The same of a diff by words, whose marks stand within a line. */
const markedHunks = (printed) =>
  printed
    .split(/^@@.*$/m)
    .slice(1)
    .map((hunk) => [
      hunk.replace(/\{\+.*?\+\}/gs, '').replace(/\[-|-\]/g, ''),
      hunk.replace(/\[-.*?-\]/gs, '').replace(/\{\+|\+\}/g, ''),
    ]);

/** A text with what pmed needs to look into sentences without a commitment, as the command does. */
async function version(input, options) {
  let wording;
  const onWording = ({ text, passages }) => {
    wording = {
      text,
      passages: passages.map(({ kind, text: said, start, end }) => ({ kind, text: said, start, end })),
    };
  };
  const report = await analyse(input, { ...options, onWording });
  return { ...report, wording };
}

/** Of each peer the places that it lists between two versions: what is said on both sides, and what pmed calls it. */
const PEERS = {
  'line diff': (a, b) => hunks(gitDiff(a, b)).map((said) => ({ said })),
  'word diff of sentences': (a, b) => {
    const [before, after] = [a, b].map((text) => `${sentences(text).join('\n')}\n`);
    return markedHunks(gitDiff(before, after, '--word-diff=plain')).map((said) => ({ said }));
  },
  'sentences of one side': (a, b) => {
    const [before, after] = [sentences(a), sentences(b)];
    const only = (some, others) => {
      const known = new Set(others.map(letters));
      return some.filter((one) => letters(one) !== '' && !known.has(letters(one)));
    };
    return [...only(before, after), ...only(after, before)].map((one) => ({ said: [one] }));
  },
  pmed: async (a, b, options = {}) => {
    const [before, after] = [a, b].map((text, at) => ({ name: `v${at + 1}.md`, text, mediaType: 'text/markdown' }));
    return listed(diff(await version(before, options), await version(after, options)));
  },
};

/** What pmed lists, but for what was only moved. */
const listed = ({ changes }) =>
  changes
    .filter(({ kinds }) => kinds.some((kind) => kind !== 'moved'))
    .map(({ kinds, before, after }) => ({
      kinds,
      said: [before, after].flatMap((side) => (side === null ? [] : [side.evidence.quote])),
    }));

/** Whether a place is of a listed edit: one of its sides has the words of before or after, or a good part of them. */
function isOf({ said }, { old, new: now, old_parts = [], new_parts = [] }) {
  const texts = [old, now, ...old_parts, ...new_parts].flatMap((text) => (text ? [letters(text)] : []));
  const sides = said.map(letters);
  return sides.some((side) => texts.some((text) => side.includes(text) || (side.length > 40 && text.includes(side))));
}

/** Words that a reader of the places has to read. */
const wordsIn = (places) =>
  places
    .flatMap(({ said }) => said)
    .join(' ')
    .split(/\s+/).length;

/** Forms of a text that say the same, by name. */
function forms(plain) {
  const paragraphs = plain.split('\n\n');
  const isPlain = (paragraph) => !/^\s*(?:[-*•#|>]|\d+\.)|[:]$/m.test(paragraph);
  const wrapped = (width) =>
    paragraphs.map((one) =>
      isPlain(one)
        ? one
            .replace(/\s+/g, ' ')
            .replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')
            .trim()
        : one,
    );
  const swapped = [...paragraphs];
  const at = paragraphs.findIndex((one, place) => place > 4 && isPlain(one) && isPlain(paragraphs[place + 1] ?? '#'));
  [swapped[at], swapped[at + 1]] = [swapped[at + 1], swapped[at]];
  return {
    'lines of 50': wrapped(50).join('\n\n'),
    'lines of 78': wrapped(78).join('\n\n'),
    'running heads': paragraphs
      .map((one, place) => (place % 5 === 4 ? `${one}\n\nStrategy 2025 | Page ${(place + 1) / 5}` : one))
      .join('\n\n'),
    'other quotes and dashes': plain.replace(/'/g, '’').replace(/ - /g, ' – '),
    'two paragraphs swapped': swapped.join('\n\n'),
  };
}

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { text: { type: 'string', multiple: true }, twin: { type: 'string', multiple: true } },
});
const { text: texts = [], twin: twins = [] } = values;
const own = fileURLToPath(new URL('../revisions', import.meta.url));
const columns = (cells) => console.log(cells.map((cell, at) => String(cell).padEnd(at === 0 ? 26 : 12)).join(''));

try {
  for (const set of named.length === 0 ? [own] : named) {
    const revisions = readdirSync(set, { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => {
        const text = (file) => readFileSync(join(set, name, file), 'utf8');
        return { gold: JSON.parse(text('changes.json')), before: text('v1.md'), after: text('v2.md') };
      });
    const made = revisions.reduce((sum, { gold }) => sum + gold.changes.length, 0);
    console.log(`${set}: ${revisions.length} revisions, ${made} changes made`);
    columns(['', 'changes', 'places', 'without a', 'words', 'copy edits', 'kinds']);
    columns(['', 'listed', 'listed', 'change', 'to read', 'listed', 'named']);
    for (const [peer, places] of Object.entries(PEERS)) {
      const sum = { found: 0, listed: 0, astray: 0, words: 0, copies: 0, kinds: 0, named: 0 };
      for (const { gold, before, after } of revisions) {
        const told = await places(before, after, gold.publisher ? { publisher: gold.publisher } : {});
        sum.listed += told.length;
        sum.words += wordsIn(told);
        sum.astray += told.filter((place) => !gold.changes.some((one) => isOf(place, one))).length;
        for (const change of gold.changes) {
          const its = told.filter((place) => isOf(place, change));
          if (its.length > 0) sum.found += 1;
          for (const kind of change.kinds) {
            sum.kinds += 1;
            if (its.some((place) => place.kinds?.includes(kind))) sum.named += 1;
          }
        }
        const edits = gold.unchanged_but_touched ?? [];
        const isLoud = ({ kinds }) => kinds === undefined || kinds.some((one) => one !== 'moved' && one !== 'reworded');
        sum.copies += edits.filter((edit) => told.some((place) => isLoud(place) && isOf(place, edit))).length;
      }
      const kinds = peer === 'pmed' ? `${sum.named} of ${sum.kinds}` : '–';
      columns([peer, sum.found, sum.listed, sum.astray, sum.words, sum.copies, kinds]);
    }
    console.log();
  }
  if (texts.length > 0) {
    columns(['places listed in', ...Object.keys(PEERS).map((peer) => peer.split(' ')[0])]);
    for (const file of texts) {
      const text = readFileSync(file, 'utf8')
        .replace(/\r/g, '')
        .trim()
        .replace(/[ \t]+$/gm, '')
        .replace(/\n{3,}/g, '\n\n');
      for (const [form, other] of Object.entries(forms(text))) {
        const counts = [];
        for (const places of Object.values(PEERS)) counts.push((await places(text, other)).length);
        columns([form, ...counts]);
      }
    }
  }
  const [one, other] = twins;
  if (one !== undefined && other !== undefined) {
    const [before, after] = [await version(one, {}), await version(other, {})];
    for (const [peer, places] of Object.entries(PEERS)) {
      const told =
        peer === 'pmed' ? listed(diff(before, after)) : await places(before.wording.text, after.wording.text);
      columns([peer, told.length, wordsIn(told)]);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
