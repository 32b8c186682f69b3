/** The inflections by which words are found, and a typed pattern over a sentence. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { annotate } from '../src/annotate/annotate.ts';
import { read } from '../src/read/read.ts';
import { type Inflect, inflector } from '../src/rules/inflections.ts';
import { loadRules } from '../src/rules/load.ts';
import { PatternFault } from '../src/rules/pattern.ts';
import { searchFor } from '../src/rules/search.ts';

let inflect: Inflect;
beforeAll(async () => {
  inflect = inflector((await loadRules()).files);
});

test.each([
  ['publish', 'published publishes publishing'],
  ['policy', 'policies'],
  ['policies', 'policy'],
  ['child', 'children'],
  ['children', 'child'],
  ['criterion', 'criteria'],
  ['analysis', 'analyses'],
  ['build', 'building builds built'],
  ['built', 'build building builds'],
  ['write', 'writes writing written wrote'],
  ['organise', 'organised organises organising organize organized organizes organizing'],
  ['plan', 'planned planning plans'],
  ['be', 'am are been being is was were'],
  ['big', 'bigger biggest'],
  ['good', 'best better'],
  ['reshore', 'reshored reshores reshoring'],
  ['hero', 'heroes heros'],
])('%s is found as %s too', (word, forms) => {
  const found = inflect(word);
  for (const form of forms.split(' ')) expect(found).toContain(form);
});

test.each([
  ['university', 'universe universal universities?'.split(' ').slice(0, 2)],
  ['housing', ['house', 'houses', 'housed']],
  ['car', ['care', 'cared', 'caring', 'card']],
  ['new', ['news']],
  ['economic', ['economics', 'economy']],
  ['organisation', ['organ', 'organise']],
  ['the', ['thes', 'them']],
  ['person', ['personal']],
  ['policy', ['police', 'policing', 'polic']],
  ['rat', ['rate', 'rated', 'rating']],
  ['status', ['statu', 'state']],
  ['people', ['person', 'persons']],
])('%s is not found as %j', (word, forms) => {
  for (const form of forms) expect(inflect(word)).not.toContain(form);
});

test('a word is among its own inflections, first and once', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
      const forms = inflect(word);
      expect(forms[0]).toBe(word);
      expect(new Set(forms).size).toBe(forms.length);
    }),
  );
});

async function found(pattern: string, text: string, inflections: Inflect | null = inflect): Promise<string[]> {
  const document = await read({ name: 't.txt', text });
  const { find } = searchFor(pattern, inflections);
  return annotate(document).sentences.flatMap((sentence) =>
    find(sentence).map(({ from, to }) =>
      document.text.slice(sentence.tokens[from]?.start ?? 0, sentence.tokens[to - 1]?.end ?? 0),
    ),
  );
}

describe('a pattern', () => {
  const text =
    'The Weir Trust published a net-zero plan. Its policies follow the Net Zero strategy of the wider region. Publish it!';
  test.each([
    ['publish', ['published', 'Publish']],
    ['policy', ['policies']],
    ['net zero', ['net-zero', 'Net Zero']],
    ['net-zero', ['net-zero', 'Net Zero']],
    ['=Net', ['Net']],
    ['plan | strategy', ['plan', 'strategy']],
    ['strat*', ['strategy']],
    ['trust ...2 plan', []],
    ['trust ...5 plan', ['Trust published a net-zero plan']],
    ['the wider? region', ['the wider region']],
    ['^ :determiner', ['The', 'Its']],
    ['publish $', []],
    ['it $', ['it']],
  ])('%s finds %j', async (pattern, hits) => {
    expect(await found(pattern, text)).toEqual(hits);
  });

  test('finds words as typed where inflections are not wanted', async () => {
    expect(await found('publish', text, null)).toEqual(['Publish']);
    expect(await found('net zero', text, null)).toEqual(['Net Zero']);
  });

  test.each(['', '(plan', ':time', '@modal', 'a?', '...3', 'plan |', '^', 'a? ...2'])('%j is refused', (pattern) => {
    expect(() => searchFor(pattern, inflect)).toThrow(PatternFault);
  });

  test('of any text is refused or searched for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (pattern) => {
        try {
          searchFor(pattern, inflect);
        } catch (error) {
          expect(error).toBeInstanceOf(PatternFault);
        }
      }),
    );
  });
});
