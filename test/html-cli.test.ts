/** `-f html` and `-o changes.html` of `pmed diff` and `pmed check`, as their user runs them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pmed } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'pmed-html-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fixtures = ['fixtures/northshire-2024.md', 'fixtures/northshire-2026.md'] as const;

describe('a page on disk', () => {
  it('is written beside the screen, over an older one, and over nothing else', async () => {
    const file = join(folder, 'changes.html');
    const args = ['diff', ...fixtures, '--fail-on', 'error', '-o', file];
    const first = await pmed(args);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('Plan: ');
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en" data-pmed="diff">/);
    expect((await pmed(args)).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(page);
    writeFileSync(file, '<!DOCTYPE html>\n<html lang="en"><title>My own</title></html>\n');
    const refused = await pmed(args);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('PMED-U010');
  });

  it('comes on stdout as well, and says how to make it again without naming folders of a machine', async () => {
    const [old, now] = fixtures.map((path) => resolve(path));
    const run = await pmed(['diff', old ?? '', now ?? '', '-f', 'html', '--match', '0.7', '--fiscal-year=04-01']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/[^\n]\n$/);
    expect(run.stdout).toContain(
      '<code>pmed diff northshire-2024.md northshire-2026.md --match 0.7 --fiscal-year 04-01 -f html</code>',
    );
    expect(run.stdout).not.toContain(process.cwd());
  });

  it('of findings too', async () => {
    const file = join(folder, 'findings.html');
    const args = ['check', fixtures[0], '--fail-on', 'weak-verb', '-o', file];
    for (const run of [await pmed(args), await pmed(args)]) expect(run.code).toBe(1);
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en" data-pmed="findings">/);
    expect(page).toContain('<code>pmed check fixtures/northshire-2024.md --fail-on weak-verb -f html</code>');
  });
});
