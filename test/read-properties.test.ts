/** What holds for every text: blocks lead back to the document, nothing throws, the same text gives the same blocks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '../src/read/markdown.ts';
import { read } from '../src/read/read.ts';
import { readText } from '../src/read/text.ts';
import { countWords } from '../src/read/words.ts';
import { brokenPromises } from './blocks.ts';

/** Bits of documents, put together at random: all that begins, ends or disturbs a block. */
const bit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'The council will mend roads',
      'by May.',
      'Aims',
      'long-',
      'imple-',
      'mentation',
      'WARDS',
      'of the',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('\n', '\n\n', ' ', '  \n', '\t', '\f', '\n    ', '\n  ', '\u00a0', '\u2028'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '- ',
        '• ',
        '* ',
        '1. ',
        '2. ',
        '(a) ',
        '(i) ',
        'ii. ',
        '2.3 ',
        '# ',
        '## ',
        '> ',
        '**',
        '*',
        '__',
        '_',
        '`',
        '``',
        '~~',
      ],
      ...[
        '[',
        ']',
        '](',
        ')',
        '![',
        '[^1]',
        '[^1]: ',
        '[x]: ',
        '<b>',
        '</b>',
        '<br>',
        '<ul>',
        '<li>',
        '<td>',
        '<tr>',
        '<table>',
        '<p>',
        '</p>',
        '<!--',
        '-->',
      ],
      ...[
        '&amp;',
        '&#8217;',
        '&',
        '\\',
        '|',
        '|---|---|',
        '---',
        '===',
        '```\n',
        '{{',
        '}}',
        '{:',
        '\u00ad',
        '\ufb01',
        '\u200b',
        '\u001b[31m',
        '\ud83d',
        '\ud83d\ude00',
      ],
      ...['Page 3', '- 12 -', '........ 4', '00:00:01.5 ', '\ufeff', '\0'],
    ),
  },
);
const composed = fc.array(bit, { maxLength: 60 }).map((bits) => bits.join(''));
const anything = fc.oneof(
  { weight: 3, arbitrary: composed },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

test('blocks of plain text lead back to the document', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(brokenPromises(text, readText(text).blocks)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('blocks of Markdown lead back to the document', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(brokenPromises(text, readMarkdown(text).blocks)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('no text that is handed over is refused, and the same text gives the same document', async () => {
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom(undefined, 'text/plain', 'text/markdown'), async (text, mediaType) => {
      const source = mediaType === undefined ? { name: 'a', text } : { name: 'a', text, mediaType };
      expect(await read(source)).toEqual(await read(source));
    }),
    { numRuns: 500 },
  );
});

test('words are counted as letters and digits with inner apostrophes and hyphens', () => {
  const words = /[\p{L}\p{M}\p{N}]+(?:['’\u2010\u2011-][\p{L}\p{M}\p{N}]+)*/gu;
  fc.assert(
    fc.property(fc.oneof(anything, fc.string({ unit: 'grapheme' })), (text) => {
      expect(countWords(text)).toBe(text.match(words)?.length ?? 0);
    }),
    { numRuns: 1000 },
  );
  expect(countWords('£1.5 million for the NHS’s whole-body plan – at last')).toBe(10);
});
