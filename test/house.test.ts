/** The house stands as drawn: import direction, no cycles, and no clock, chance, network or disk outside their rooms. */
import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './house/check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(): Map<string, string> {
  const found = new Map<string, string>();
  const folder = `${root}src`;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(ts|mts|cts|js|mjs|cjs)$/.test(entry.name)) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    found.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return found;
}

test('src keeps to the picture of the house', () => {
  const files = sources();
  expect(files.size).toBeGreaterThan(20);
  expect(faultsOf(files)).toEqual([]);
});

test('only what belongs there stands at the top', () => {
  const made = new Set(['.git', 'node_modules', 'dist', '.build', 'coverage']);
  const allowed = new Set([
    ...['bin', 'ci', 'docs', 'fixtures', 'src', 'test', '.ci', '.github'],
    ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.types.json', 'biome.json', 'knip.json'],
    ...['build.mjs', 'vitest.config.ts', '.gitignore', '.gitattributes', '.npmrc'],
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'action.yml', '.pre-commit-hooks.yaml'],
  ]);
  const strangers = readdirSync(root).filter((name) => !made.has(name) && !allowed.has(name) && !name.endsWith('.tgz'));
  expect(strangers).toEqual([]);
});

describe('the check sees', () => {
  const say = '/** A file. */\n';
  /** Two rooms where `read/a.ts` may import `model/m.ts` and not `extract/e.ts`. */
  const around = {
    'model/m.ts': `${say}export const m = 1;\n`,
    'extract/e.ts': `${say}export type E = 1;\nexport const e = 1;\n`,
    'read/other.ts': `${say}export const other = 1;\n`,
  };
  const faults = (file: string, code: string) =>
    faultsOf(new Map(Object.entries({ ...around, [file]: `${say}${code}\n` })));

  test.each([
    ['a static import', "import { e } from '../extract/e.ts';"],
    ['a default import', "import e from '../extract/e.ts';"],
    ['a namespace import', "import * as e from '../extract/e.ts';"],
    ['a type import', "import type { E } from '../extract/e.ts';"],
    ['an inline type import', "import { type E } from '../extract/e.ts';"],
    ['an import for its side effects', "import '../extract/e.ts';"],
    ['a re-export', "export { e } from '../extract/e.ts';"],
    ['a type re-export', "export type { E } from '../extract/e.ts';"],
    ['a re-export of everything', "export * from '../extract/e.ts';"],
    ['a named re-export of everything', "export * as e from '../extract/e.ts';"],
    ['a dynamic import', "export const e = await import('../extract/e.ts');"],
    ['a dynamic import in a template', 'export const e = await import(`../extract/e.ts`);'],
    ['require', "export const e = require('../extract/e.ts');"],
    ['import require', "import e = require('../extract/e.ts');"],
    ['a created require', "export const e = createRequire(import.meta.url)('../extract/e.ts');"],
    ['an import type expression', "export type X = import('../extract/e.ts').E;"],
    ['typeof an import', "export type X = typeof import('../extract/e.ts');"],
    ['a reference comment', '/// <reference path="../extract/e.ts" />'],
    ['an attribute import', "import e from '../extract/e.ts' with { type: 'json' };"],
  ])('%s of a room that lies later', (_, code) => {
    expect(faults('read/a.ts', code)).toEqual([expect.stringMatching(/^read\/a\.ts:\d+: read may not import extract/)]);
  });

  test.each([
    ['a path worked out at run time', 'read/a.ts', "const n = 'x'; export const e = await import(n);"],
    ['a file outside src', 'read/a.ts', "import '../../test/x.ts';"],
    ['a file that is not there', 'read/a.ts', "import './gone.ts';"],
    ['an unknown package', 'read/a.ts', "import 'left-pad';"],
    ['the root of natural', 'compare/a.ts', "import natural from 'natural';"],
    ['another part of natural', 'compare/a.ts', "import 'natural/lib/natural/util';"],
    ['a package of another room', 'annotate/a.ts', "import 'commander';"],
    ['the root of pdfjs', 'read/a.ts', "import 'pdfjs-dist';"],
    ['the disk', 'read/a.ts', "import { readFileSync } from 'node:fs';"],
    ['the disk without its prefix', 'read/a.ts', "import { readFileSync } from 'fs';"],
    ['the disk, later', 'extract/a.ts', "export const fs = await import('node:fs/promises');"],
    ['the network', 'cli/a.ts', "import 'node:https';"],
    ['the machine', 'render/a.ts', "import { cpus } from 'node:os';"],
    ['a child process', 'extract/a.ts', "import 'node:child_process';"],
    ['the clock', 'extract/a.ts', 'export const now = Date.now();'],
    ['the clock as a type', 'extract/a.ts', 'export const day = (date: Date) => date;'],
    ['a new date', 'extract/a.ts', 'export const now = new Date();'],
    ['the clock through globalThis', 'extract/a.ts', 'export const now = globalThis.Date.now();'],
    ['the clock through brackets', 'extract/a.ts', "export const now = globalThis['Date'].now();"],
    ['a global worked out', 'extract/a.ts', "const n = 'Da' + 'te'; export const now = globalThis[n];"],
    ['chance', 'compare/a.ts', 'export const x = Math.random();'],
    ['chance through brackets', 'compare/a.ts', "export const x = Math['random']();"],
    ['chance, taken apart', 'compare/a.ts', 'export const { random } = Math;'],
    ['the environment', 'render/a.ts', 'export const x = process.env.HOME;'],
    ['the environment as a shorthand', 'render/a.ts', 'export const x = { process };'],
    ['the stopwatch', 'extract/a.ts', 'export const x = performance.now();'],
    ['fetch, even in the command', 'cli/a.ts', "await fetch('x');"],
    ['code from text', 'rules/a.ts', "export const x = new Function('return 1');"],
    ['the locale', 'compare/a.ts', "export const x = 'a'.localeCompare('b');"],
    ['the locale of numbers', 'render/a.ts', 'export const x = (1).toLocaleString();'],
    ['a formatter of the locale', 'render/a.ts', 'export const x = new Intl.NumberFormat();'],
    ['a drawer of odds and ends', 'read/utils.ts', 'export const x = 1;'],
    ['a room that is not in the picture', 'attic/a.ts', 'export const x = 1;'],
  ])('%s', (_, file, code) => {
    expect(faults(file, code)).toHaveLength(1);
  });

  test('files that import one another', () => {
    const loop = new Map([
      ['read/a.ts', `${say}export * from './b.ts';`],
      ['read/b.ts', `${say}export type { C } from './c.ts';`],
      ['read/c.ts', `${say}export type C = import('./a.ts').C;`],
    ]);
    expect(faultsOf(loop)).toEqual(['read/a.ts:1: imports itself by way of read/b.ts, read/c.ts, read/a.ts']);
  });

  test('a file that does not say what it gives', () => {
    expect(faultsOf(new Map([['read/a.ts', 'export const a = 1;']]))).toHaveLength(1);
  });

  test.each([
    ['what the picture allows', "import { m } from '../model/m.ts';\nimport './other.ts';\nexport { m };"],
    ['plain arithmetic', 'export const x = Math.floor(1.5);'],
    ['sentences', "export const x = new Intl.Segmenter('en', { granularity: 'sentence' });"],
    ['parts that only sound alike', 'export const x = { process: 1, Date: 2 };\nexport const y = x.process + x.Date;'],
    ['words in a text', 'export const x = \'new Date() of process.env, import("../extract/e.ts")\';'],
    ['Node’s harmless modules', "import { createHash } from 'node:crypto';\nexport { createHash };"],
  ])('nothing wrong with %s', (_, code) => {
    expect(faults('read/a.ts', code)).toEqual([]);
  });
});
