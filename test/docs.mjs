/**
 * Keeps docs/rules.md true: writes its files into a folder, refuses packs that are faulty or fail their own examples, runs
 * every command in the order of the page and puts what it prints below it. `node test/docs.mjs` writes the page; with
 * `--check` it only says where it differs, and exits 1.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../docs/rules.md', import.meta.url));
const script = fileURLToPath(new URL('../bin/pmed.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pmed-docs-'));
/** Packs that the page shows because something is wrong with them. */
const FAILING = new Set(['unlucky.yaml']);

function pmed(args) {
  const { stdout, stderr, status } = spawnSync(process.env.PMED_NODE ?? process.execPath, [script, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder },
    encoding: 'utf8',
  });
  return { text: `${stderr}${stdout}`.trimEnd(), status };
}

/** The words of a command line, as a shell parts them at blanks outside quotes. */
const wordsOf = (line) =>
  (line.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));

const faults = [];
const before = readFileSync(page, 'utf8');
const after = before.replace(/^```(\w+)(?: (\S+))?\n([\s\S]*?)\n```$/gm, (whole, language, name, body) => {
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
      const { text, status } = pmed(wordsOf(line.slice(7)));
      if (status !== 0 && status !== 1) faults.push(`${line}: ${text}`);
      return `${line}\n${text}`;
    });
  return `\`\`\`console\n${outputs.join('\n')}\n\`\`\``;
});
rmSync(folder, { recursive: true, force: true });

for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
else if (!process.argv.includes('--check')) writeFileSync(page, after);
else if (after !== before) {
  const lines = after.split('\n');
  const at = before.split('\n').findIndex((line, index) => line !== lines[index]);
  console.log(
    `docs/rules.md:${at + 1}: pmed prints something else now: ${lines[at]}\nRun node test/docs.mjs and read the change.`,
  );
  process.exitCode = 1;
}
