#!/usr/bin/env node
/**
 * Keeps the README true: runs every command and program in it and puts what they print below them.
 * `node test/readme.mjs` writes the README; with `--check` it only says where it differs, and exits 1.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = fileURLToPath(new URL('../README.md', import.meta.url));

function output(args) {
  const env = { PATH: process.env.PATH };
  const { stdout, stderr, status } = spawnSync(process.env.PMED_NODE ?? process.execPath, args, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr}`);
  return stdout.trimEnd();
}

/** The words of a command line, as a shell parts them at blanks outside single quotes. */
const wordsOf = (line) => (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));

const before = readFileSync(file, 'utf8');
const after = before
  .replace(/(^```console\n\$ pmed (.*))[\s\S]*?(?=\n```$)/gm, (_, head, args) => {
    return `${head}\n${output(['bin/pmed.js', ...wordsOf(args)])}`;
  })
  .replace(/(^```js\n([\s\S]*?)\n```\n\n```text)[\s\S]*?(?=\n```$)/gm, (_, head, program) => {
    return `${head}\n${output(['--input-type=module', '-e', program])}`;
  });

if (!process.argv.includes('--check')) writeFileSync(file, after);
else if (after !== before) {
  const lines = after.split('\n');
  const at = before.split('\n').findIndex((line, index) => line !== lines[index]);
  console.log(
    `README.md:${at + 1}: pmed prints something else now: ${lines[at]}\nRun node test/readme.mjs and read the change.`,
  );
  process.exitCode = 1;
}
