/** Themes: the example sentences of every theme, what stands around a passage, figures and their truths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { designEffect } from '../src/extract/design-effect.ts';
import { subjectTerms, titleWords } from '../src/extract/theme-subject.ts';
import { findThemes } from '../src/extract/themes.ts';
import { loadRules } from '../src/rules/load.ts';
import { readThemeFile } from '../src/rules/theme-file.ts';
import { themeHits } from '../src/rules/theme-hits.ts';
import { compileThemes } from '../src/rules/themes.ts';
import { annotated } from './annotated.ts';

const { themes: files } = await loadRules();
const schemes = compileThemes(files);
const policy = compileThemes(files.filter(({ scheme }) => scheme === 'policy'));

/** The ids of the themes of each passage of a text. */
function carried(text: string, title: string | null = null): readonly (readonly string[])[] {
  const document = annotated(text, title);
  const { ofSentence } = findThemes(document, policy, { documentId: 'd-1' });
  return document.sentences.flatMap(({ kind, index }) => (kind === 'heading' ? [] : [ofSentence[index] ?? []]));
}

describe('a passage', () => {
  it('is about what its heading is about', () => {
    const step = 'Progress will be reviewed in March.';
    expect(carried(`# Wetlands and wildlife habitats\n\n${step}`)[0]).toContain('environment');
    expect(carried(`# Bus services\n\n${step}`)[0]).not.toContain('environment');
  });

  it('is about what its neighbours are about', () => {
    const between = (text: string) => carried(`${text} It will open by 2030. ${text}`)[1];
    expect(between('The new prison will hold fewer offenders.')).toContain('justice');
    expect(between('The choir sings.')).toEqual([]);
  });

  it('says which words carry a theme, and where they stand', () => {
    const told = (text: string, id: string) =>
      findThemes(annotated(text), policy, { documentId: 'd-1' })
        .themes.find((theme) => theme.id === id)
        ?.evidence.map(({ from, terms }) => [from, ...terms]);
    const step = 'Progress will be reviewed in March.';
    expect(told(`# Wetlands and wildlife habitats\n\n${step}`, 'environment')).toEqual([
      ['heading', 'wetlands', 'wildlife', 'habitats'],
    ]);
    const prison = 'The new prison will hold fewer offenders.';
    expect(told(`${prison} It will open by 2030. The prison will have a garden.`, 'justice')).toEqual([
      ['words', 'prison', 'offenders'],
      ['around', 'prison', 'offenders'],
      ['words', 'prison'],
    ]);
  });

  it('carries the themes that it names, beside that of its document', () => {
    const about = 'The clinical trial enrolled its first volunteers at the laboratory.';
    const [, named] = carried(`${about} Ethical, legal and economic doubts were raised in the spring. ${about}`);
    expect(named).toEqual(expect.arrayContaining(['ethics', 'legal', 'economics']));
  });

  it('carries no more than four themes', () => {
    const all = policy.sets.flatMap(({ themes }) => themes.flatMap(({ finds }) => finds)).join(' ');
    for (const themes of carried(all)) expect(themes.length).toBeLessThanOrEqual(4);
  });

  it('is never a heading', () => {
    const { themes } = findThemes(annotated('# Carbon emissions\n\nHello.'), policy, { documentId: 'd-1' });
    for (const theme of themes) for (const { quote } of theme.evidence) expect(quote).toBe('Hello.');
  });
});

describe('the subject of a document', () => {
  const terms = (text: string, title: string | null) => {
    const document = annotated(text, title);
    const hits = themeHits(policy, document.sentences)[0] ?? [];
    const ofTitle = themeHits(policy, [titleWords(title)])[0]?.[0] ?? [];
    const subject = subjectTerms(document.sentences, hits, ofTitle);
    const named = hits.flatMap((its, at) => {
      const { tokens } = document.sentences[at] ?? { tokens: [] };
      return its.filter(({ term }) => subject.has(term)).map(({ first }) => tokens[first]?.lower);
    });
    return [...new Set(named)].sort();
  };
  const song = 'The choir sang in the old hall. ';

  it('is what its title names and what more than a fifth of its passages say', () => {
    const text = `${'The prison is full. '.repeat(6)}A farm was sold. The school is shut. ${song.repeat(16)}`;
    expect(terms(text, null)).toEqual(['prison']);
    expect(terms(text, 'Our school')).toEqual(['prison', 'school']);
    expect(terms(`${text}${song.repeat(6)}`, null)).toEqual([]);
  });

  it('is not told of a few passages', () => {
    expect(terms('The prison is full. '.repeat(9), 'The prison')).toEqual([]);
  });
});

it('gives a commitment in a list the themes of its own words and of the words that introduce the list', async () => {
  const text =
    'To protect the wetlands and their wildlife, the council will:\n\n- recruit two wardens\n- meet in March';
  const { commitments } = await analyse({ name: 'plan', text, mediaType: 'text/markdown' });
  const [recruit, meet] = commitments.map(({ themes }) => themes);
  expect(recruit).toEqual(expect.arrayContaining(['workforce', 'environment']));
  expect(meet).toContain('environment');
});

describe('figures', () => {
  const text = `Carbon emissions fell. ${'The choir sang in the old hall. '.repeat(9)}`;

  it('say how much of a document carries a theme, and how sure that is', () => {
    const [theme] = findThemes(annotated(text), policy, { documentId: 'd-1' }).themes;
    expect(theme).toEqual({
      id: 'environment',
      scheme: 'policy',
      label: 'Environment and climate',
      facet: 'lens',
      documentId: 'd-1',
      passages: 1,
      share: 0.1,
      interval: [0.017876, 0.40415],
      designEffect: 1.04,
      hits: 2,
      per1000Words: 30.3,
      lowEvidence: true,
      terms: [
        { term: 'carbon', count: 1 },
        { term: 'emissions', count: 1 },
      ],
      evidence: [
        {
          quote: 'Carbon emissions fell.',
          start: 0,
          end: 22,
          line: 1,
          page: null,
          pageLabel: null,
          sectionId: null,
          score: expect.any(Number),
          from: 'words',
          terms: ['carbon', 'emissions'],
        },
      ],
      parts: null,
      change: null,
    });
  });

  it('of sections count those in them, and of pages what begins there', () => {
    const steps = '- Carbon emissions fell.\n- The choir sings.\n';
    const long = `Carbon.\n\n# One\n\n${steps}\n## One and a half\n\n${steps}\n# Two\n\n${steps}`;
    const partsOf = (by: 'section' | 'page') =>
      findThemes(annotated(long), policy, { documentId: 'd-1', by }).themes.find(({ id }) => id === 'environment')
        ?.parts;
    const counts = partsOf('section')?.map(({ sectionId, passages, of, hits }) => [sectionId, passages, of, hits]);
    expect(counts?.map(([id, , of]) => [id, of])).toEqual([
      [null, 1],
      ['s1', 4],
      ['s2', 2],
      ['s3', 2],
    ]);
    for (const part of partsOf('section') ?? []) {
      expect(part.passages).toBeLessThanOrEqual(part.of);
      expect(part.interval[0]).toBeLessThanOrEqual(part.share);
      expect(part.interval[1]).toBeGreaterThanOrEqual(part.share);
    }
    // A text of lines has no pages.
    expect(partsOf('page')).toEqual([]);
  });

  it('say how far neighbours speak of the same', () => {
    const [fall, sing] = ['Carbon emissions fell. ', 'The choir sang in the old hall. '];
    const effect = (its: string) => findThemes(annotated(its), policy, { documentId: 'd-1' }).themes[0]?.designEffect;
    expect(effect(`${fall}${sing.repeat(4)}`.repeat(60))).toBeLessThan(1.5);
    expect(effect(`${fall.repeat(60)}${sing.repeat(240)}`)).toBeGreaterThan(20);
  });

  it('know the design effect of passages in a row, of each by itself and of none', () => {
    const row = Array.from({ length: 100 }, (_, at) => at);
    expect(designEffect(row.slice(0, 50), 100)).toBeCloseTo(20, 0);
    expect(
      designEffect(
        row.filter((at) => at % 2 === 0),
        100,
      ),
    ).toBe(1);
    for (const carrying of [[], row]) expect(designEffect(carrying, 100)).toBe(1);
    expect(designEffect([0], 1)).toBe(1);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400)), fc.nat(400), (carrying, more) => {
        const found = designEffect(carrying, 401 + more);
        expect(found).toBeGreaterThanOrEqual(1);
        expect(Number.isFinite(found)).toBe(true);
      }),
    );
  });

  it('hold together for any text', () => {
    const word = fc.constantFrom(
      ...['carbon', 'tax', 'grants', 'schools', 'and', 'the', 'equality', 'AI', '.', ':', '\n\n', '\n- ', '\n# ', '|'],
      ...['police', 'prison', 'farm', 'data', 'protection', '-', 'care', 'homes', 'economic', 'council'],
    );
    const words = fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, (its) => {
        const document = annotated(its);
        const { themes, ofSentence } = findThemes(document, schemes, { documentId: 'd-1', by: 'section' });
        const passages = document.sentences.filter(({ kind }) => kind !== 'heading').length;
        expect(ofSentence).toHaveLength(document.sentences.length);
        for (const theme of themes) {
          expect(theme.passages).toBe(theme.evidence.length);
          expect(theme.passages).toBe(ofSentence.filter((ids) => ids.includes(theme.id)).length);
          expect(theme.passages).toBeLessThanOrEqual(passages);
          expect(theme.interval[0]).toBeLessThanOrEqual(theme.share);
          expect(theme.interval[1]).toBeGreaterThanOrEqual(theme.share);
          const top = (theme.parts ?? []).filter(
            ({ sectionId }) => (document.sections.find(({ id }) => id === sectionId)?.parent ?? -1) < 0,
          );
          expect(top.reduce((sum, part) => sum + part.passages, 0)).toBe(theme.passages);
          expect(top.reduce((sum, part) => sum + part.hits, 0)).toBe(theme.hits);
          expect(theme.hits).toBe(theme.terms.reduce((sum, { count }) => sum + count, 0));
          for (const { start, end, quote } of theme.evidence)
            expect(document.sentences.some((one) => one.start === start && one.end === end && one.text === quote)).toBe(
              true,
            );
        }
        expect(themes.map(({ share }) => share)).toEqual([...themes.map(({ share }) => share)].sort((a, b) => b - a));
      }),
    );
  });
});

it('finds in schemes looked for together what it finds in each alone', () => {
  const whole = annotated(schemes.sets.flatMap(({ themes }) => themes.flatMap(({ finds }) => finds)).join('\n\n'));
  const together = findThemes(whole, schemes, { documentId: 'd-1' }).themes;
  const apart = files.flatMap((file) => findThemes(whole, compileThemes([file]), { documentId: 'd-1' }).themes);
  const byId = (themes: typeof together) => Object.fromEntries(themes.map((theme) => [theme.id, theme]));
  expect(byId(together)).toEqual(byId(apart));
});

it('finds the same themes whatever was read before', async () => {
  const { files: sources } = await loadRules();
  const fresh = () => compileThemes(sources.filter((file) => file.pack === 'themes').map(readThemeFile));
  const examples = schemes.sets.flatMap(({ themes }) => themes.flatMap(({ finds, ignores }) => [...finds, ...ignores]));
  const used = fresh();
  for (const text of [...examples].reverse()) findThemes(annotated(text), used, { documentId: 'd-1' });
  const whole = annotated(examples.join('\n\n'));
  expect(findThemes(whole, used, { documentId: 'd-1' })).toEqual(findThemes(whole, fresh(), { documentId: 'd-1' }));
});

it('refuses a theme file that is not one', () => {
  const theme = { id: 'a', label: 'A', facet: 'lens', description: 'A.', terms: { strong: ['a'] } };
  const compile = (themes: readonly unknown[]) => () =>
    readThemeFile({ file: 'mine.yaml', pack: 'themes', scheme: 'mine', themes });
  expect(compile([theme])).not.toThrow();
  expect(compile([theme, theme])).toThrow("mine.yaml: the theme 'a' is there twice");
  expect(compile([{ ...theme, terms: {} }])).toThrow("mine.yaml: the theme 'a' has no terms");
  expect(compile([{ ...theme, terms: { strong: ['~'] } }])).toThrow("mine.yaml: the term '~' has no words");
  expect(compile([{ ...theme, facet: 'side' }])).toThrow('mine.yaml: themes.0.facet');
});

describe('looking for themes only', () => {
  it('finds the same themes, and nothing else', async () => {
    const source = 'fixtures/northshire-2024.md';
    const whole = await analyse(source);
    const only = await analyse(source, { isThemesOnly: true });
    expect(only.themes).toEqual(whole.themes);
    expect(only.documents[0]?.date).toEqual(whole.documents[0]?.date);
    expect([...only.commitments, ...only.statements, ...only.timeline]).toEqual([]);
    expect(whole.commitments.length).toBeGreaterThan(0);
  });
});
