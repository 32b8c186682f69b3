/** What a terminal gets that a pipe does not: colour, links, signs by locale and its own width; each decided once. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { folder, pmed } from './run.ts';

const script = fileURLToPath(new URL('../bin/pmed.js', import.meta.url));
const strategy = readFileSync(fileURLToPath(new URL('../fixtures/northshire-2024.md', import.meta.url)), 'utf8');
const shelf = folder({ 'plan.md': strategy.replace(/[^\n -~]/g, '-') });
afterAll(() => shelf.remove());

/** `script` of util-linux, which gives a command a terminal. */
const hasTerminal = spawnSync('script', ['--version']).stdout?.toString().includes('util-linux') === true;
if (!hasTerminal) console.warn("terminal: left out, because there is no 'script' of util-linux");

type Env = Readonly<Record<string, string>>;
const KITTY: Env = { TERM: 'xterm-kitty', LANG: 'en_GB.UTF-8' };

/** What `pmed analyse plan.md` writes to a terminal of 70 columns. */
function onTerminal(env: Env, more = ''): string {
  const command = `stty cols 70; ${process.execPath} ${script} analyse plan.md ${more} 2>/dev/null`;
  return execFileSync('script', ['-qec', command, '/dev/null'], {
    cwd: shelf.path,
    env: { PATH: process.env.PATH ?? '', HOME: shelf.path, SHELL: '/bin/sh', ...env },
  }).toString();
}

const hasColour = (text: string): boolean => /\u001b\[\d+m/.test(text);
const hasLinks = (text: string): boolean => text.includes('\u001b]8;;file:///');
const isAscii = (text: string): boolean => !/[^\n\r\u001b -~]/.test(text);

describe.skipIf(!hasTerminal)('on a terminal', () => {
  test.each<[string, Env, string, { colour: boolean; links: boolean; ascii: boolean }]>([
    ['that shows all', KITTY, '', { colour: true, links: true, ascii: false }],
    ['of which nothing is known', {}, '', { colour: true, links: false, ascii: false }],
    ['that is dumb', { ...KITTY, TERM: 'dumb' }, '', { colour: false, links: false, ascii: false }],
    ['with NO_COLOR', { ...KITTY, NO_COLOR: '1' }, '', { colour: false, links: true, ascii: false }],
    ['with an empty NO_COLOR', { ...KITTY, NO_COLOR: '' }, '', { colour: true, links: true, ascii: false }],
    ['with FORCE_COLOR=0', { ...KITTY, FORCE_COLOR: '0' }, '', { colour: false, links: true, ascii: false }],
    ['in CI', { ...KITTY, CI: 'true' }, '', { colour: true, links: false, ascii: false }],
    ['with LANG=C', { ...KITTY, LANG: 'C' }, '', { colour: true, links: true, ascii: true }],
    ['with C.UTF-8', { ...KITTY, LANG: 'C.UTF-8' }, '', { colour: true, links: true, ascii: false }],
    ['where LC_ALL wins', { ...KITTY, LC_ALL: 'en_GB.ISO-8859-1' }, '', { colour: true, links: true, ascii: true }],
    ['with --ascii', KITTY, '--ascii', { colour: true, links: true, ascii: true }],
    ['with --no-color', { ...KITTY, FORCE_COLOR: '1' }, '--no-color', { colour: false, links: true, ascii: false }],
    ['with --no-hyperlinks', KITTY, '--no-hyperlinks', { colour: true, links: false, ascii: false }],
    ['with --plain', KITTY, '--plain', { colour: false, links: false, ascii: true }],
  ])('%s', (_, env, more, expected) => {
    const text = onTerminal(env, more).replaceAll('\t', ' ');
    expect({ colour: hasColour(text), links: hasLinks(text), ascii: isAscii(text) }).toEqual(expected);
  });

  test('the width is its own, then that of COLUMNS, never under 40', () => {
    const widest = (env: Env): number =>
      Math.max(
        ...onTerminal({ ...env, NO_COLOR: '1' })
          .split('\r\n')
          .map((line) => line.length),
      );
    expect(widest({})).toBeGreaterThan(60);
    expect(widest({})).toBeLessThanOrEqual(70);
    expect(widest({ COLUMNS: '10' })).toBeLessThanOrEqual(40);
    expect(widest({ COLUMNS: 'many' })).toBeGreaterThan(60);
  });
});

describe('a pipe', () => {
  test.each<[Env, string, { colour: boolean; links: boolean }]>([
    [{ ...KITTY, LANG: 'C' }, '', { colour: false, links: false }],
    [{ FORCE_COLOR: '1' }, '', { colour: true, links: false }],
    [{ CLICOLOR_FORCE: '1' }, '', { colour: true, links: false }],
    [{ CLICOLOR_FORCE: '1', NO_COLOR: '1' }, '', { colour: false, links: false }],
    [{ FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }, '', { colour: false, links: false }],
    [{ NO_COLOR: '1' }, '--color=always', { colour: true, links: false }],
    [{ FORCE_HYPERLINK: '1' }, '', { colour: false, links: true }],
  ])('with %j %s', async (env, more, expected) => {
    const args = ['analyse', 'plan.md', ...(more === '' ? [] : [more])];
    const { stdout } = await pmed(args, { cwd: shelf.path, env });
    expect({ colour: hasColour(stdout), links: hasLinks(stdout) }).toEqual(expected);
    expect(isAscii(stdout)).toBe(false);
  });

  test('links to the file in which the place is', async () => {
    const { stdout } = await pmed(['analyse', 'plan.md', '--hyperlinks'], { cwd: shelf.path });
    expect(stdout).toContain(`file://${join(shelf.path, 'plan.md')}\u001b\\l. `);
  });

  test.each(['39', '401', '1e2', '-5', ''])('a width of %j is refused', async (width) => {
    const { code, stderr } = await pmed(['analyse', 'plan.md', `--width=${width}`], { cwd: shelf.path });
    expect(code).toBe(2);
    expect(stderr).toContain('Give a number from 40 to 400');
  });
});
