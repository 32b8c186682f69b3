/** YAML that users write: read as data with places, or refused with every fault's line and column. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { PmedError } from '../src/model/fault.ts';
import { checkYaml } from '../src/yaml/check.ts';
import { readYaml } from '../src/yaml/read.ts';

/** The message of the refusal; fails where nothing is refused. */
function refusal(source: string | Uint8Array): string {
  try {
    readYaml(source, 'mine.yaml');
  } catch (error) {
    if (!(error instanceof PmedError)) throw error;
    expect(error.exitCode).toBe(2);
    expect(error.code).toBe('PMED-C301');
    return error.message;
  }
  throw new Error('nothing was refused');
}

/** The document that a text holds. */
function only(text: string) {
  const [document, ...others] = readYaml(text, 'mine.yaml');
  if (!document || others.length > 0) throw new Error('there is one document');
  return document;
}

describe('reading', () => {
  test('data are plain, of the core schema, and placed', () => {
    const document = only('pack: time\nrules:\n  - id: on-day\n    strength: 4\n    match: ["a b", \'c d\']\n');
    expect(document.value).toEqual({
      pack: 'time',
      rules: [{ id: 'on-day', strength: 4, match: ['a b', 'c d'] }],
    });
    expect(document.place(['pack'])).toEqual({ line: 1, column: 7 });
    expect(document.place(['rules', 0, 'match', 1])).toEqual({ line: 5, column: 20 });
    expect(document.place(['rules', 0, 'match'], 'key')).toEqual({ line: 5, column: 5 });
    expect(document.place(['rules', 0, 'nothing'])).toEqual({ line: 3, column: 5 });
  });

  test.each([
    ['plain', 'a: we will @act', 8, { line: 1, column: 12 }],
    ['single quotes', "a: 'it''s @act'", 5, { line: 1, column: 11 }],
    ['double quotes', 'a: "\\"x\\" \\u0041@act"', 5, { line: 1, column: 17 }],
    ['several lines', 'a: "x\n  y @act"', 4, { line: 1, column: 4 }],
    ['block', 'a: |\n  we @act\n', 3, { line: 1, column: 4 }],
  ])('a character in a text of %s has its place', (_, text, at, place) => {
    expect(only(text).place(['a'], at)).toEqual(place);
  });

  test('a file may hold several documents, a byte order mark and CRLF', () => {
    const documents = readYaml('\uFEFFa: 1\r\n---\r\nb:\r\n  - 2\r\n', 'mine.yaml');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: [2] }]);
    expect(documents[1]?.place(['b', 0])).toEqual({ line: 4, column: 5 });
  });

  test.each(['', '# nothing but a comment\n', '\n\n'])('%j holds nothing', (text) => {
    expect(only(text).value).toBeNull();
  });

  test.each([
    ['a syntax error', 'a: [1, 2\nb: 3\n', /^mine\.yaml:2:1: /],
    ['a reserved sign', 'match: @act\n', /^mine\.yaml:1:8: .*quotes/],
    ['a second colon', 'a: b: c\n', /^mine\.yaml:1:4: .*quotes/],
    ['a text behind brackets', 'a:\n  - [b|c] d\n', /^mine\.yaml:2:11: .*in quotes/],
    ['quotes in quotes', 'a: "b "c" d"\n', /^mine\.yaml:1:8: .*one pair of quotes/],
    ['a bar in front', 'a:\n  - | b\n', /^mine\.yaml:2:7: .*quotes/],
    ['a tab', 'a:\n\tb: 1\n', /^mine\.yaml:2:1: .*tab/],
    ['an anchor', 'a: &x [1]\nb: *x\n', /^mine\.yaml:1:4: anchors/],
    ['an alias', 'a: 1\nb: *x\n', /^mine\.yaml:2:4: aliases/],
    ['a tag', 'a: !!js/function x\n', /^mine\.yaml:1:4: tags/],
    ['a directive', '%YAML 1.2\n---\na: 1\n', /^mine\.yaml:1:1: directives/],
    ['a merge key', 'a:\n  <<: {b: 1}\n', /^mine\.yaml:2:3: merge keys/],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', /^mine\.yaml:3:1: the key 'a'/],
    ['__proto__', 'a:\n  __proto__: {x: 1}\n', /^mine\.yaml:2:3: .*'__proto__'/],
    ['constructor', '{constructor: 1}', /^mine\.yaml:1:2: .*'constructor'/],
    ['prototype', 'prototype: 1', /^mine\.yaml:1:1: .*'prototype'/],
    ['a list as key', '[1, 2]: 3\n', /^mine\.yaml:1:1: .*key/],
    ['a key behind a question mark', '? a\n: 3\n', /^mine\.yaml:1:1: keys behind/],
    ['depth', `${'[\n'.repeat(30)}`, /^mine\.yaml:21:1: .*deeper than 20/],
    ['depth of blocks', Array.from({ length: 30 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /deeper than 20/],
    ['NUL', 'a: b\nc: \0', /^mine\.yaml:2:4: a NUL/],
    ['more than 1 MB', `a: ${'x'.repeat(1_000_000)}`, /^mine\.yaml:1:1: .*1 MB/],
  ])('%s is refused with its place', (_, text, message) => {
    expect(refusal(text)).toMatch(message);
  });

  test('bytes that are not UTF-8 are refused with their place', () => {
    expect(refusal(new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0xfe]))).toMatch(/^mine\.yaml:2:2: .*UTF-8/);
  });

  test('a YAML bomb is refused before it unfolds', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(i && 10)}x]`);
    expect(refusal(levels.join('\n'))).toMatch(/^mine\.yaml:1:5: anchors/);
  });

  test('any text is data or refused', () => {
    const pieces = fc.constantFrom(
      ...['a', ': ', '- ', '\n', '  ', '[', ']', '{', '}', ',', '"', "'", '#', '|', '>', '&x', '*x', '!t', '---\n'],
      ...[
        '? ',
        '%',
        '@',
        '\t',
        '\r\n',
        '<<: ',
        '0x1',
        '.inf',
        'null',
        '~',
        '...\n',
        '\\',
        '\u0085',
        '\u2028',
        '\uFEFF',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          try {
            for (const document of readYaml(text, 'x')) document.place(['a', 0, 'b'], 3);
          } catch (error) {
            expect(error).toBeInstanceOf(PmedError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('checking', () => {
  const schema = v.strictObject({
    pack: v.picklist(['commitment', 'statement']),
    label: v.optional(v.string()),
    rules: v.optional(
      v.array(v.strictObject({ id: v.string(), strength: v.optional(v.picklist([1, 2, 3, 4, 5])) })),
      [],
    ),
    lists: v.optional(v.record(v.string(), v.array(v.string()))),
    year: v.optional(v.union([v.number(), v.array(v.number())])),
  });
  const faults = (text: string) => {
    const checked = checkYaml(only(text), schema);
    return checked.ok ? [] : checked.faults.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  };

  test('what fits is typed, with the defaults of the schema', () => {
    expect(checkYaml(only('pack: commitment'), schema)).toEqual({ ok: true, value: { pack: 'commitment', rules: [] } });
  });

  test('all faults are told, each with its place and what was meant', () => {
    expect(
      faults(
        'pack: comitment\nlabl: x\nrules:\n  - strength: 9\n    kind: x\n    id: [a]\n  - {}\nlists:\n  a: [1, b]\nlabel:\n',
      ),
    ).toEqual([
      "1:7: 'comitment' is no value of 'pack'. Did you mean 'commitment'?",
      "2:1: no key is called 'labl' here. Did you mean 'label'?",
      "4:15: '9' is no value of 'strength'. Values: 1, 2, 3, 4, 5.",
      "5:5: no key is called 'kind' here. Keys: id, strength.",
      "6:9: 'id' must be a text and is a list.",
      "7:5: the key 'id' is missing.",
      '9:7: 1 is read as a number and must be a text. Put it in quotes.',
      "10:7: 'label' must be a text and is empty.",
    ]);
  });

  test.each([
    [
      '- a\n',
      ["1:1: this must be keys with their values and is a list. Write 'key: value', each on a line of its own."],
    ],
    ['', ['1:1: this must be keys with their values and is empty.']],
    ['pack: statement\nyear: x\n', ["2:7: 'year' must be a number or a list and is the text 'x'."]],
    ['pack: statement\nyear: [x]\n', ["2:8: this must be a number and is the text 'x'."]],
    ['pack: statement\nrules: x\n', ["2:8: 'rules' must be a list and is the text 'x'. Write [x]."]],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });
});
