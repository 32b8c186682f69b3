/** Screens and their parts: nothing cut, nothing wider than the screen, nothing dangerous. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../src/model/report.ts';
import { dateOfPrecision, readableDate } from '../src/render/dates.ts';
import { harmless } from '../src/render/harmless.ts';
import { jsonPieces, renderJson } from '../src/render/json.ts';
import { renderNdjson } from '../src/render/ndjson.ts';
import { renderReport } from '../src/render/report-text.ts';
import { defaultScreen } from '../src/render/screen.ts';
import { displayWidth, pad } from '../src/render/width.ts';
import { hang, wrap } from '../src/render/wrap.ts';
import { reportOf } from './reports.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
const squash = (text: string) => text.replaceAll(/\s/g, '');

describe('width', () => {
  test.each([
    ['plan', 4],
    ['café – “x”', 10],
    ['cafe\u0301', 4],
    ['日本語テスト', 12],
    ['👩‍👩‍👧', 2],
    ['🇬🇧', 2],
    ['✔\ufe0f', 2],
    ['a\u200bb', 2],
    ['\u001b[31mred\u001b[39m', 3],
    ['█▌▏', 3],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('padding fills up to it', () => {
    expect(displayWidth(pad('日本', 9))).toBe(9);
    expect(pad('12', 4, 'end')).toBe('  12');
    expect(pad('long', 2)).toBe('long');
  });
});

describe('wrapping', () => {
  test('keeps to the width and loses nothing', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(squash(lines.join(''))).toBe(squash(text));
      }),
    );
  });

  test('breaks long words at a hyphen or slash where it can', () => {
    expect(wrap('see https://example.org/strategies/2024', 24)).toEqual([
      'see',
      'https://example.org/',
      'strategies/2024',
    ]);
  });

  test('counts the indent into the width', () => {
    expect(hang('one two three', 10, 'a: ', '   ')).toEqual(['a: one two', '   three']);
  });
});

test('harmless text has no control or direction characters, and as many characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const safe = harmless(text);
      expect(safe).toHaveLength(text.length);
      expect(safe).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    }),
  );
});

test('dates are readable, and as precise as they were meant', () => {
  expect(readableDate('2016-09-08')).toBe('8 Sep 2016');
  expect(readableDate('2016-09')).toBe('Sep 2016');
  expect(readableDate('2016')).toBe('2016');
  expect(dateOfPrecision('2026-03-31', 'month')).toBe('Mar 2026');
  expect(dateOfPrecision('2025-12-31', 'year')).toBe('2025');
  expect(dateOfPrecision('2026-03-31', 'year')).toBe('Mar 2026');
  expect(dateOfPrecision('2026-03-31', null)).toBe('31 Mar 2026');
});

describe('the screen of a report', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    quote: `We will open ${index + 2} 図書館 and reading-rooms-with-unusually-long-names by ${2026 + (index % 9)}.`,
    made: {
      due: { text: `by ${2026 + (index % 9)}`, end: `${2026 + (index % 9)}-12-31`, precision: 'year' as const },
      targets: [{ text: `${index + 2} 図書館`, value: index + 2, unit: '図書館' }],
    },
  }));
  const report: Report = reportOf([
    ...many,
    { quote: 'Schools should open on Saturdays.', statement: 'recommendation' },
    { quote: 'Nothing here is a \u001b]0;promise\u0007 of money.', statement: 'denial' },
  ]);

  test.each([40, 59, 60, 80, 120, 10_000])('fits %i columns and says what it left out', (width) => {
    for (const ascii of [true, false]) {
      const text = renderReport(report, { ...defaultScreen, width, ascii });
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(text).toMatch(/ \d+ more: --all/);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      expect(text.split('\n').length).toBeLessThan(60);
    }
  });

  test('shows everything with its quote when asked to', () => {
    const text = renderReport(report, { ...defaultScreen, width: 80, all: true });
    expect(text).not.toContain('more: --all');
    const words = squash(text);
    for (const { ref, evidence } of [...report.commitments, ...report.statements]) {
      expect(text).toMatch(new RegExp(`^ ${ref} `, 'm'));
      expect(words).toContain(squash(`"${harmless(evidence.quote)}"`));
    }
  });

  test('says so when nothing was found', () => {
    const text = renderReport(reportOf([]));
    expect(text).toContain('COMMITMENTS  none found');
  });
});

test('NDJSON holds every record of the report once', () => {
  const report = reportOf([{ quote: 'We will mend roads.' }, { quote: 'Who pays?', statement: 'question' }]);
  const records = renderNdjson(report)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map((record) => record.type)).toEqual(['header', 'document', 'commitment', 'statement', 'summary']);
  expect(records[2]).toEqual({ type: 'commitment', ...report.commitments[0] });
});

describe('JSON in pieces', () => {
  const many = Array.from({ length: 250 }, (_, i) => ({ quote: `We will mend road ${i}.\nThen "rest".` }));
  test.each([
    ['nothing', reportOf([])],
    ['a short report', reportOf(many.slice(0, 3))],
    ['a long one', reportOf(many)],
  ])('of %s are its JSON', (_, report) => {
    expect([...jsonPieces(report)].join('')).toBe(renderJson(report));
  });
  test('are small, however long the lists', () => {
    const { commitments, ...report } = reportOf(many);
    const documents = report.documents.map((document) => ({
      ...document,
      sections: many.map(({ quote }, i) => ({ id: `s${i}`, level: 1, title: quote, page: null, start: i, end: i })),
    }));
    const pieces = [...jsonPieces({ ...report, documents, commitments })];
    expect(pieces.join('')).toBe(renderJson({ ...report, documents, commitments }));
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(5_000);
  });
});
