/** No pattern of the sources takes time that grows with the square of a run in a text, as far as its form shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test, vi } from 'vitest';
import { slowness } from './house/runs.ts';

const folder = fileURLToPath(new URL('../src', import.meta.url));

/** Patterns that may stay as they are, each with what bounds the text that it sees. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  [
    'read/pdf/flow/hyphens.ts: /([\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*)[-\\u00ad]$/u',
    'the last 60 characters of a line',
  ],
  [
    String.raw`read/provenance/publisher.ts: /,?\s(?:(?:January|`,
    'a name of twelve words and the small ones between them, from the first 1,500 characters of a block',
  ],
  [String.raw`render/qdpx/names.ts: /^[.\s]+|[.\s]+$/g`, 'a name of at most 120 characters on one line'],
]);

/** A pattern, and the file of `src` that has it. */
interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

function written(): Found[] {
  const found: Found[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:ts|mjs)$/.test(entry.name) || entry.name.endsWith('.d.ts')) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const file = relative(folder, path).split(sep).join('/');
    const visitor = new Visitor({
      Literal: (node) => {
        if ('regex' in node) found.push({ file, source: node.regex.pattern, flags: node.regex.flags });
      },
    });
    visitor.visit(parseSync(path, readFileSync(path, 'utf8')).program);
  }
  return found;
}

/** Patterns that are put together from strings when the library is loaded. */
async function constructed(): Promise<Found[]> {
  const found: Found[] = [];
  const spy = new Proxy(RegExp, {
    construct: (target, given: [string | RegExp, string?]) => {
      const made = new target(...given);
      const file = /\/src\/([\w/-]{1,200}\.ts)/.exec(new Error().stack?.split('\n')[2] ?? '')?.[1];
      if (file !== undefined) found.push({ file, source: made.source, flags: made.flags });
      return made;
    },
  });
  vi.stubGlobal('RegExp', spy);
  await import('../src/index.ts');
  vi.unstubAllGlobals();
  return found;
}

test('patterns of the sources', async () => {
  const made = await constructed();
  expect(made.length).toBeGreaterThan(8);
  const all = [...written(), ...made];
  expect(all.length).toBeGreaterThan(500);
  const slow = all.flatMap(({ file, source, flags }) => {
    const reason = slowness(source, flags);
    return reason === null ? [] : [`${file}: /${source}/${flags}: ${reason}`];
  });
  const known = [...BOUNDED.keys()];
  expect(slow.filter((line) => !known.some((each) => line.startsWith(each)))).toEqual([]);
  expect(known.filter((each) => !slow.some((line) => line.startsWith(each)))).toEqual([]);
});

test.each([
  [String.raw`\s+$`, 'a search begins anew in a run'],
  ['[a-z]{3,}s$', 'a search begins anew in a run'],
  [String.raw`x?\s*[¶#]`, 'a search begins anew in a run'],
  [String.raw`\(.*\)`, 'a search begins anew in a run'],
  [String.raw`\b[\w.]+@`, 'a search begins anew in a run'],
  ['([a-z]+(?:-[a-z]+)*)-$', 'a search begins anew in a run'],
  [String.raw`;\s*(?:and|or)?\s*$`, 'two runs share their characters'],
  [String.raw`=\s*["']?\s*\w`, 'two runs share their characters'],
  [String.raw`^(?:.*\bgazette\b.*|x)$`, 'two runs share their characters'],
  [String.raw`^year (\w+)(?: ?to ?(\w+))?$`, 'two runs share their characters'],
  ['^(?:a+)+b', 'a run of runs'],
  [String.raw`^(?:[a-z]+\s?)*$`, 'a run of runs'],
])('/%s/ is seen: %s', (source, reason) => {
  expect(slowness(source, '')).toBe(reason);
});

test.each([
  String.raw`^\s+`,
  String.raw`^\s+x`,
  '"[^"]*"',
  String.raw`\b\w+ly\b`,
  String.raw`;\s*(?:(?:and|or)\s*)?$`,
  String.raw`=\s*(?:["']\s*)?\w`,
  String.raw`(?<=\s)[ivx]+$`,
  String.raw`\s{1,9}$`,
  String.raw`^(?=.*\bgazette\b).*$`,
  '^[a-z]+(?:-[a-z]+)*$',
  String.raw`<[A-Za-z][\w:-]*(?:\s[^<>]*)?\/>`,
])('/%s/ is not', (source) => {
  expect(slowness(source, '')).toBeNull();
});
