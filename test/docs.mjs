/**
 * Keeps pages of docs/ true: writes their files into a folder, refuses packs that are faulty or fail their own examples, runs
 * every command in the order of the page and puts what it prints below it; charts that commands of the gallery write go
 * beside it. `node test/docs.mjs` writes the pages; with `--check` it only says where they differ, and exits 1.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const script = join(root, 'bin', 'pmed.js');

/** Packs that a page shows because something is wrong with them. */
const FAILING = new Set(['unlucky.yaml']);

const PAGES = [
  { page: 'docs/rules.md', hasFixtures: false, exits: [0, 1], charts: null },
  // A folder with a file that cannot be read ends with 3, and says so on the screen.
  { page: 'docs/gallery.md', hasFixtures: true, exits: [0, 1, 3], charts: 'docs/gallery' },
];

/** The words of a command line, as a shell parts them at blanks outside quotes. */
const wordsOf = (line) =>
  (line.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));

const faults = [];
const isCheck = process.argv.includes('--check');
for (const { page, hasFixtures, exits, charts } of PAGES) {
  const folder = mkdtempSync(join(tmpdir(), 'pmed-docs-'));
  if (hasFixtures) cpSync(join(root, 'fixtures'), join(folder, 'fixtures'), { recursive: true });
  const before = readFileSync(join(root, page), 'utf8');
  const after = told(before, folder, exits);
  keep(page, before, after);
  const made = charts === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.svg'));
  for (const name of made) {
    const path = join(charts, name);
    const old = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
    keep(path, old, readFileSync(join(folder, name), 'utf8'));
  }
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;

/** The page as it should be, its files and commands tried in a folder. */
function told(text, folder, exits) {
  const pmed = (args) => {
    const { stdout, stderr, status } = spawnSync(process.env.PMED_NODE ?? process.execPath, [script, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
      encoding: 'utf8',
    });
    return { text: `${stderr}${stdout}`.trimEnd(), status };
  };
  return text.replace(/^```(\w+)(?: (\S+))?\n([\s\S]*?)\n```$/gm, (whole, language, name, body) => {
    if (language === 'yaml' || language === 'markdown') {
      if (name === undefined) faults.push(`a block of ${language} has no file name: ${body.slice(0, 40)}`);
      else writeFileSync(join(folder, name), `${body}\n`);
      if (language === 'yaml' && name !== undefined) {
        const sound = pmed(['rules', 'validate', name]);
        if (sound.status !== 0) faults.push(sound.text);
        const tested = pmed(['rules', 'test', name]);
        if (tested.status !== (FAILING.has(name) ? 1 : 0)) faults.push(tested.text);
      }
      return whole;
    }
    if (language !== 'console') return whole;
    const outputs = body
      .split('\n')
      .filter((line) => line.startsWith('$ pmed '))
      .map((line) => {
        const { text: printed, status } = pmed(wordsOf(line.slice(7)));
        if (!exits.includes(status)) faults.push(`${line}: ${printed}`);
        return printed === '' ? line : `${line}\n${printed}`;
      });
    return `\`\`\`console\n${outputs.join('\n')}\n\`\`\``;
  });
}

/** Writes a file as it should be, or says where it differs. */
function keep(path, before, after) {
  if (after === before) return;
  if (!isCheck) {
    writeFileSync(join(root, path), after);
    return;
  }
  const lines = after.split('\n');
  const at = before.split('\n').findIndex((line, index) => line !== lines[index]);
  faults.push(`${path}:${at + 1}: pmed prints something else now: ${lines[at]}
Run node test/docs.mjs and read the change.`);
}
