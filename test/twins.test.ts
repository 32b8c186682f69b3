/** One text in two forms is no change: formats, line ends, pages, hyphens, numbers, bullets, quotes, order of sections. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';
import type { Version, Wording } from '../src/model/version.ts';
import { type Form, formsOf } from './forms.ts';

/** As `pmed diff` reads a file; the date and publisher are given, since not every form says them as the others do. */
async function versionOf({ name, bytes }: Form): Promise<Version> {
  let wording: Wording | undefined;
  const report = await analyse(
    { name, bytes },
    {
      docDate: '2024-05-01',
      publisher: 'Northshire Health and Care Partnership',
      onWording: (given) => {
        wording = given;
      },
    },
  );
  return wording === undefined ? report : { ...report, wording };
}

describe.each(['northshire-2024', 'northshire-2026'])('%s', (name) => {
  const path = fileURLToPath(new URL(`../fixtures/${name}.md`, import.meta.url));
  const forms = formsOf(readFileSync(path, 'utf8'));
  const versions = new Map<string, Version>();
  beforeAll(async () => {
    for (const form of forms) versions.set(form.what, await versionOf(form));
  });

  // Every form beside the plain one, and beside the one after it.
  const pairs = forms.flatMap((form, at) => [
    ...(at === 0 ? [] : [[forms[0]?.what ?? '', form.what] as const]),
    ...(at === 0 || at + 1 === forms.length ? [] : [[form.what, forms[at + 1]?.what ?? ''] as const]),
  ]);
  it.each(pairs)('%s and %s differ in nothing but places', (one, other) => {
    const [before, after] = [versions.get(one), versions.get(other)];
    if (!before || !after) throw new Error('not analysed');
    expect(before.commitments.length).toBeGreaterThan(20);
    const { changes, comparable, themeChanges } = diff(before, after);
    expect(comparable).toBe(true);
    expect(themeChanges).toEqual([]);
    expect(changes.filter(({ kinds }) => kinds.some((kind) => kind !== 'moved'))).toEqual([]);
  });
});
