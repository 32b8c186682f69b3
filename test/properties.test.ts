/** What holds for every text: nothing throws, every quote is its span, and the same input gives the same bytes. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';
import { parseReport } from '../src/index.ts';
import { type Document, toDocumentOffset } from '../src/model/document.ts';
import type { Evidence, Report } from '../src/model/report.ts';
import { read } from '../src/read/read.ts';
import type { Source } from '../src/read/source.ts';
import { pmed } from './run.ts';

// In CI the same texts every time; elsewhere new ones, to learn from.
if (process.env.CI) fc.configureGlobal({ seed: 20160908 });

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url));
const fixtures = readdirSync(folder).filter((name) => /\.(md|txt|pdf)$/.test(name));

/** Pieces of policy prose, of Markdown and of trouble, that random texts are put together from. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['We will', 'publish a plan', 'by 2027', 'by the end of 2025/26', 'NHS England', 'must', 'should', 'not', '12%'],
    ...['within two years', 'every', 'subject to funding', 'our commitment to', 'is committed to', 'the Council', 'to'],
    ...[
      '£3 million',
      'in due course',
      'from 18 to 12 weeks',
      '31 February 2025',
      'no later than',
      '1/13/2024',
      '(',
      ')',
    ],
    ...[
      '\n',
      '\n\n',
      '- ',
      '* ',
      '1. ',
      '# ',
      '## ',
      '| ',
      ' | ',
      '|---|',
      '**',
      '_',
      '[',
      '](x)',
      '> ',
      '```\n',
      '[^1]',
    ],
    ...[
      ':',
      '.',
      '. ',
      ';',
      ',',
      '…',
      '’',
      '“',
      '”',
      '\f',
      '\t',
      '\r\n',
      '\u00ad',
      '\u200b',
      '\u202e',
      '\ud800',
      '\u0000',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '));
const mediaType = fc.constantFrom('text/plain' as const, 'text/markdown' as const);

/** Every quoted place of a report. */
function places(report: Report): Pick<Evidence, 'quote' | 'start' | 'end'>[] {
  return [
    ...[...report.commitments, ...report.statements, ...report.timeline].map(({ evidence }) => evidence),
    ...report.commitments.flatMap(({ stem }) => (stem ? [stem] : [])),
    ...report.commitments.map(({ cue }) => ({ quote: cue.text, start: cue.start, end: cue.end })),
    ...report.timeline.map(({ text, span }) => ({ quote: text, start: span.start, end: span.end })),
    ...report.themes.flatMap(({ evidence }) => evidence),
  ];
}

/** The words as a reader would cite them that stand between two offsets of the document. */
function cited(document: Document, start: number, end: number): string {
  return document.blocks
    .filter((block) => block.start < end && block.end > start)
    .map((block) => {
      let text = '';
      for (let at = 0; at < block.text.length; at += 1) {
        const place = toDocumentOffset(block, at);
        if (place >= start && place < end) text += block.text.charAt(at);
      }
      return text;
    })
    .join(' ');
}

function misquoted(document: Document, report: Report): unknown[] {
  return places(report)
    .filter(({ quote, start, end }) => start < 0 || end > document.text.length || cited(document, start, end) !== quote)
    .map(({ quote, start, end }) => ({ quote, cited: cited(document, start, end) }));
}

async function both(source: Source): Promise<{ document: Document; report: Report }> {
  const options = { docDate: '2024-03-14' };
  return { document: await read(source, options), report: await analyse(source, options) };
}

describe.each(fixtures)('%s', (name) => {
  test('every quote is its span', async () => {
    const { document, report } = await both(folder + name);
    expect(report.commitments.length).toBeGreaterThan(15);
    expect(misquoted(document, report)).toEqual([]);
  });

  test('a report survives being written and read', async () => {
    const { report } = await both(folder + name);
    expect(parseReport(JSON.stringify(report))).toEqual(report);
  });

  test('nothing has changed against itself', async () => {
    const { report } = await both(folder + name);
    const { changes, unchanged } = diff(report, report);
    expect(changes).toEqual([]);
    expect(unchanged).toBe(report.commitments.length);
  });
});

test('any text can be read and analysed, and is quoted as it stands', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, mediaType, async (text, type) => {
      const { document, report } = await both({ name: 'any', text, mediaType: type });
      expect(misquoted(document, report)).toEqual([]);
      expect(parseReport(JSON.stringify(report))).toEqual(report);
      expect(diff(report, report).changes).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 240_000);

test('the same text gives the same report', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const once = JSON.stringify(await analyse({ name: 'any', text }));
      expect(JSON.stringify(await analyse({ name: 'any', text }))).toBe(once);
    }),
    { numRuns: 50 },
  );
});

test('bytes on stdout do not depend on time zone, language or terminal', async () => {
  const args = ['analyse', `${folder}northshire-2024.md`, `${folder}northshire-2024.pdf`, '-f', 'json'];
  const places: Record<string, string>[] = [
    { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '200' },
    { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', TERM: 'dumb', CI: 'true' },
  ];
  const runs = await Promise.all(places.map((env) => pmed(args, { env })));
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(places.map(() => ({ code: 0, stderr: '' })));
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
});
