/** The manual pages: there is one for each command, they hold what its help holds, and are sound. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { everywhere } from '../src/cli/flags.ts';
import { manPages } from '../src/cli/man.ts';
import { topics } from '../src/cli/topics.ts';

const folder = fileURLToPath(new URL('../dist/man/', import.meta.url));
const pages = manPages(commands, topics, '2026-01-01');
/** A page without the signs of roff. */
const plain = (text: string): string => text.replaceAll('\\-', '-').replace(/\\f[BIR]/g, '');
const mandoc = (...args: readonly string[]) => spawnSync('mandoc', [...args], { cwd: folder, encoding: 'utf8' });
const hasMandoc = mandoc().error === undefined;

describe('the manual pages', () => {
  test('are built, and named in package.json for npm to link', () => {
    const names = pages.map(({ file }) => file).sort();
    expect(readdirSync(folder).sort()).toEqual(names);
    const { man }: { man: string[] } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect([...man].sort()).toEqual(names.map((name) => `./dist/man/${name}`));
  });

  test('bear no date of the day', () => {
    for (const { file, text } of pages) {
      const built = readFileSync(`${folder}${file}`, 'utf8');
      expect(built.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
      expect(built).toMatch(/^\.TH PMED\S* 1 "\d{4}-\d{2}-\d{2}" "pmed \d+\.\d+\.\d+\S*" "User Commands"$/m);
    }
  });

  test('hold every command, option and example', () => {
    const main = plain(pages[0]?.text ?? '');
    for (const { name } of commands) expect(main).toContain(`.BR pmed-${name} (1)`);
    for (const { long } of everywhere) expect(main).toContain(long);
    for (const { name, groups } of commands) {
      const text = plain(pages.find(({ file }) => file === `pmed-${name}.1`)?.text ?? '');
      for (const { long } of groups.flatMap(({ flags }) => flags)) expect(text).toContain(long);
    }
  });

  test('have no line that is taken for a macro', () => {
    for (const { text } of pages)
      for (const line of text.split('\n')) if (/^[.']/.test(line)) expect(line).toMatch(/^\.(?:TH|SH|TP|PP|B|BR|I)\b/);
  });

  test.skipIf(!hasMandoc)('pass mandoc (skipped where it is absent)', () => {
    const { stdout } = mandoc('-Tlint', ...pages.map(({ file }) => file));
    expect(stdout).toBe('');
  });

  test.skipIf(!hasMandoc)('fit 80 columns', () => {
    for (const { file } of pages) {
      const { stdout } = mandoc('-Tascii', '-Owidth=80', file);
      for (const line of stdout.replace(/.\u0008/g, '').split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});
