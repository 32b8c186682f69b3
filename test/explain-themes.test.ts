/** Themes explained: what is said agrees with what is found, and says which words count, which do not, and why. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractOptions } from '../src/analyse/options.ts';
import { analyse } from '../src/analyse.ts';
import { annotate } from '../src/annotate/annotate.ts';
import { explain } from '../src/explain.ts';
import { explainable } from '../src/extract/explain/explain.ts';
import { extract } from '../src/extract/extract.ts';
import type { Annotated } from '../src/model/annotated.ts';
import type { ExplainedTheme } from '../src/model/explanation.ts';
import { read } from '../src/read/read.ts';
import { renderExplanation } from '../src/render/explanation-text.ts';
import { defaultScreen } from '../src/render/screen.ts';
import { loadRules, loadSources } from '../src/rules/load.ts';
import { annotated } from './annotated.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const [rules, sources] = await Promise.all([loadRules(), loadSources()]);
const themes = ['policy', 'sectors'];
const options = extractOptions('d-1', { themes });

/** What `explain` says of the themes of a text, sentence by sentence. */
async function told(text: string): Promise<readonly (readonly ExplainedTheme[])[]> {
  return (await explain({ text }, { themes })).sentences.map((sentence) => sentence.themes);
}

const one = async (text: string, id: string): Promise<ExplainedTheme | undefined> =>
  (await told(text)).flat().find((theme) => theme.id === id);

/** Holds that the passages, scores and signs of explanations are those of the findings; gives how many there are. */
function expectAgreement(document: Annotated): number {
  // Found without a listener: that one listens must not change what is found.
  const found = extract(document, rules, options).themes;
  const its = explainable(document, rules, sources, options);
  let passages = 0;
  for (const { scheme, themes: all } of rules.themes.filter((file) => themes.includes(file.scheme)))
    for (const { id } of all) {
      const evidence = found.find((theme) => theme.id === id && theme.scheme === scheme)?.evidence ?? [];
      const explained = its.theme(`${scheme}/${id}`);
      const carried = (explained?.sentences ?? []).filter((sentence) => sentence.themes[0]?.carried);
      const said = carried.map(({ evidence: { start, end }, themes: [theme] }) => [
        start,
        end,
        theme?.score,
        theme?.from,
      ]);
      const has = evidence.map(({ start, end, score, from }) => [start, end, score, from]);
      expect(said.sort()).toEqual(has.sort());
      expect(explained?.theme.passages).toBe(evidence.length);
      passages += evidence.length;
      for (const sentence of explained?.sentences ?? []) {
        const position = document.sentences.findIndex(
          ({ start, end }) => start === sentence.evidence.start && end === sentence.evidence.end,
        );
        expect(its.sentence(position)?.themes).toContainEqual(sentence.themes[0]);
      }
    }
  return passages;
}

describe('agrees with what is found', () => {
  test.each(['northshire-2024.md', 'northshire-2024.pdf'])('in %s', async (name) => {
    expect(expectAgreement(annotate(await read(fixture(name))))).toBeGreaterThan(20);
  });

  test('in any text', () => {
    const word = fc.constantFrom(
      ...['carbon', 'tax', 'grants', 'schools', 'and', 'the', 'equality', 'AI', '.', ':', '\n\n', '\n- ', '\n# ', '|'],
      ...['police', 'prison', 'data', 'protection', 'care', 'homes', 'economic', 'council', 'consent', 'framework'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 60 }), (words) => {
        expectAgreement(annotated(words.join(' ')));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('and the signs of a score add up to it', async () => {
    const explanation = await explain({ source: fixture('northshire-2024.md'), id: 'health' }, { themes });
    const all = explanation.sentences.flatMap((sentence) => sentence.themes);
    const bases = all.flatMap(({ score, signs }) => {
      if (score === null || score < 0.1 || score > 0.9) return [];
      return [Math.log(score / (1 - score)) - signs.reduce((sum, { odds }) => sum + odds, 0)];
    });
    expect(bases.length).toBeGreaterThan(3);
    for (const base of bases) expect(Math.abs(base - (bases[0] ?? 0))).toBeLessThan(0.2);
    for (const { carried, score } of all) if (!carried) expect(score ?? 0).toBeLessThanOrEqual(explanation.threshold);
  });
});

describe('of a passage it is said', () => {
  test('by which words it carries a theme, and what the score would be without them', async () => {
    const theme = await one('The framework for consent and research ethics will be reviewed.', 'ethics');
    expect(theme).toMatchObject({
      carried: true,
      from: 'words',
      terms: expect.arrayContaining([{ text: 'consent', tier: 'medium', subject: false }]),
      because: null,
    });
    expect(theme?.signs[0]).toMatchObject({ sign: 'words', words: [] });
    expect(theme?.signs[0]?.without).toBeLessThan(0.3);
  });

  test('that words are masked', async () => {
    const theme = await one('The Economic and Social Research Council met in Larkmere.', 'economics');
    expect(theme).toMatchObject({
      carried: false,
      score: null,
      terms: [],
      lost: [{ text: 'Economic', reason: 'mask', by: 'Economic and Social Research Council', theme: null }],
    });
    expect(theme?.because).toContain('which is masked');
  });

  test('that words are those of a longer term', async () => {
    const theme = await one('The notes on data use at Larkmere were lost.', 'digital');
    expect(theme?.lost).toMatchObject([{ text: 'data', reason: 'longer', by: 'data use', theme: 'data_privacy' }]);
    expect(theme?.because).toContain('a term of data_privacy');
  });

  test('that its words are weak', async () => {
    const theme = await one('The choir of Larkmere is looking at a framework for its tea towels.', 'governance');
    expect(theme).toMatchObject({ carried: false, terms: [{ text: 'framework', tier: 'weak' }] });
    expect(theme?.because).toContain('only weak terms');
  });

  test('what comes from its heading', async () => {
    const { sentences } = await explain(
      {
        source: { name: 'a.md', text: '# Wetlands and wildlife habitats\n\nProgress will be reviewed in March.\n' },
        id: 'Environment',
      },
      { themes },
    );
    const [theme] = sentences[0]?.themes ?? [];
    expect(theme).toMatchObject({ carried: true, from: 'heading', terms: [] });
    expect(theme?.signs.find(({ sign }) => sign === 'heading')?.words).toEqual(['Wetlands', 'wildlife', 'habitats']);
  });

  test('that other themes come first', async () => {
    const all =
      (await told('Prisons, hospitals, schools, farms, buses, museums, taxes and broadband are reviewed.'))[0] ?? [];
    const crowded = all.filter(({ because }) => because?.includes('four themes'));
    expect(crowded.length).toBeGreaterThan(0);
    for (const { scheme, score } of crowded) {
      const before = all.filter((theme) => theme.scheme === scheme && theme.carried);
      expect(before).toHaveLength(4);
      expect(score).toBeGreaterThanOrEqual(0.3);
    }
  });

  test('which words the document says throughout', async () => {
    const text = `${'The hospital opens on Monday and the choir sings.\n\n'.repeat(30)}`;
    const { sentences } = await explain({ source: { name: 'a.txt', text }, id: 'sectors/health' }, { themes });
    expect(sentences[0]?.themes[0]?.terms).toEqual([{ text: 'hospital', tier: 'strong', subject: true }]);
  });
});

test('a theme is told with its terms, the best passages first', async () => {
  const source = fixture('northshire-2024.md');
  const explanation = await explain({ source, id: 'health' }, { themes });
  const report = await analyse(source, { themes });
  const scores = explanation.sentences.filter((its) => its.themes[0]?.carried).map((its) => its.themes[0]?.score ?? 0);
  expect(explanation.theme).toMatchObject({ id: 'health', scheme: 'sectors', facet: 'sector' });
  expect(explanation.theme?.terms.strong).toContain('hospital*');
  expect(scores).toHaveLength(report.themes.find(({ id }) => id === 'health')?.passages ?? -1);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(explanation.asked.sentences).toBe(explanation.sentences.length);
});

test('the screen keeps to its width', async () => {
  const asked = [
    await explain({ source: fixture('northshire-2024.md'), id: 'health' }, { themes }),
    await explain({ source: fixture('northshire-2024.md'), id: 'ethics' }, { themes }),
    await explain(
      { text: 'The Economic and Social Research Council met about the data centre and consent.' },
      { themes },
    ),
  ];
  for (const explanation of asked)
    for (const width of [40, 60, 80, 120])
      for (const all of [true, false]) {
        const text = renderExplanation(explanation, { ...defaultScreen, width, all, ascii: all });
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
        if (all) expect(text).not.toMatch(/→|·/);
      }
});
