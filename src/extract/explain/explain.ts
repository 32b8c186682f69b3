/** Explains the findings of a document, and why a sentence yields none: from what the extraction itself tells. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { AskedTheme, ExplainedSentence } from '../../model/explanation.ts';
import type { Rules } from '../../rules/load.ts';
import type { PackFile } from '../../rules/pack.ts';
import { writtenRules } from '../../rules/sources.ts';
import { nearest } from '../../words/nearest.ts';
import { compiled } from '../compiled.ts';
import { locate } from '../evidence.ts';
import { type ExtractOptions, extract, type Findings } from '../extract.ts';
import { countPassages } from '../passages.ts';
import { spansFor } from '../spans.ts';
import { listen } from './collector.ts';
import type { Found, Known } from './known.ts';
import { explainPassage, explainSentence } from './sentence.ts';
import { listenToThemes } from './theme-collector.ts';
import { explainThemes, type ThemePlace } from './themes.ts';

/** A document whose findings can be explained. */
export interface Explainable {
  /** With their refs: C1, S1, T1 … in the order of the document. */
  readonly findings: Findings;
  /** One finding with its sentence, by its ref or its id; null where there is none of that name. */
  readonly finding: (name: string) => ExplainedSentence | null;
  /**
   * A theme by its id, the id with its scheme (`policy/ethics`) or its label, in any case: the passages that carry it, the
   * highest score first, then those with words of it that do not suffice; null where no scheme looked for has it.
   */
  readonly theme: (
    name: string,
  ) => { readonly theme: AskedTheme; readonly sentences: readonly ExplainedSentence[] } | null;
  /** The id of the theme that was probably meant by a name that no theme has. */
  readonly nearTheme: (name: string) => string | null;
  /** A sentence with all that was found in it, by its position in `Annotated.sentences`. */
  readonly sentence: (position: number) => ExplainedSentence | null;
}

/**
 * Extracts the findings of a document and keeps how each came about.
 * @param sources the files of the packs as written, with their patterns
 */
export function explainable(
  annotated: Annotated,
  rules: Rules,
  sources: readonly PackFile[],
  options: Omit<ExtractOptions, 'trace' | 'themeTrace'>,
): Explainable {
  const { trace, heard } = listen();
  const { trace: themeTrace, heard: heardThemes } = listenToThemes();
  const findings = numbered(extract(annotated, rules, { ...options, trace, themeTrace }));
  const { themes: schemes } = compiled(rules, options.themes ?? ['policy']);
  const timePacks = [...new Set(sources.map(({ pack }) => pack))].filter((pack) => pack.startsWith('time'));
  const known: Known = {
    annotated,
    heard,
    findings,
    claims: writtenRules(sources, ['commitment', 'statement']),
    headings: writtenRules(sources, ['heading']),
    times: writtenRules(sources, timePacks),
    schemes,
    heardThemes,
    spansOf: spansFor(heard.times()),
    locator: locate(annotated, options.cite),
    stems: new Set(annotated.sentences.map(({ stem }) => stem)),
  };
  const { bySentence, byName } = indexed(annotated, findings);
  return {
    findings,
    finding: (name) => {
      const one = byName.get(name) ?? byName.get(name.toUpperCase());
      return one ? explainSentence(one.sentence, [one.found], known, one.found.record === 'time') : null;
    },
    sentence: (position) => {
      const sentence = annotated.sentences[position];
      if (!sentence) return null;
      const told = explainSentence(sentence, bySentence.get(sentence) ?? [], known);
      return { ...told, themes: explainThemes(position, known) };
    },
    nearTheme: (name) => {
      const themes = schemes.sets.flatMap((scheme) => scheme.themes);
      const near = nearest(name, [...themes.map(({ id }) => id), ...themes.map(({ label }) => label)]);
      return themes.find(({ id, label }) => id === near || label === near)?.id ?? null;
    },
    theme: (name) => {
      const place = themePlace(name, known);
      return place && { theme: askedTheme(place, known, rules), sentences: passagesOf(place, known) };
    },
  };
}

/** Where the schemes have a theme; null where they do not. Ids come before labels. */
function themePlace(name: string, { schemes }: Known): ThemePlace | null {
  const wanted = name.toLowerCase();
  const named = [
    (scheme: string, id: string) => id === wanted || `${scheme}/${id}` === wanted,
    (_: string, __: string, label: string) => label.toLowerCase() === wanted,
  ];
  for (const is of named)
    for (const [set, { scheme, themes }] of schemes.sets.entries()) {
      const theme = themes.findIndex(({ id, label }) => is(scheme, id, label));
      if (theme >= 0) return { set, theme };
    }
  return null;
}

function askedTheme({ set, theme }: ThemePlace, { schemes, annotated, findings }: Known, rules: Rules): AskedTheme {
  const { scheme, themes } = schemes.sets[set] ?? { scheme: '', themes: [] };
  const { id = '', label = '', facet = 'lens', description = '' } = themes[theme] ?? {};
  const written = rules.themes.find((file) => file.scheme === scheme)?.themes.find((its) => its.id === id);
  const { strong = [], medium = [], weak = [] } = written?.terms ?? {};
  return {
    id,
    label,
    scheme,
    facet,
    description,
    terms: { strong: [...strong], medium: [...medium], weak: [...weak] },
    passages: findings.themes.find((its) => its.id === id && its.scheme === scheme)?.passages ?? 0,
    of: countPassages(annotated.sentences),
  };
}

/** The passages that have to do with a theme, those that carry it first, each group by score. */
function passagesOf(place: ThemePlace, known: Known): readonly ExplainedSentence[] {
  const found = known.annotated.sentences.flatMap((sentence, position) => {
    const [theme] = explainThemes(position, known, place);
    return theme ? [{ sentence, theme }] : [];
  });
  return found
    .sort(({ theme: a }, { theme: b }) => Number(b.carried) - Number(a.carried) || (b.score ?? -1) - (a.score ?? -1))
    .map(({ sentence, theme }) => ({ ...explainPassage(sentence, known), themes: [theme] }));
}

/** The findings with their refs, as the report of one document has them. */
function numbered(found: Findings): Findings {
  return {
    ...found,
    commitments: found.commitments.map((record, i) => ({ ...record, ref: `C${i + 1}` })),
    statements: found.statements.map((record, i) => ({ ...record, ref: `S${i + 1}` })),
    timeline: found.timeline.map((record, i) => ({ ...record, ref: `T${i + 1}` })),
  };
}

/** The findings by their sentences, and by their refs and ids. */
function indexed({ sentences }: Annotated, { commitments, statements, timeline }: Findings) {
  const bySpan = new Map(sentences.map((sentence) => [`${sentence.start} ${sentence.end}`, sentence]));
  const bySentence = new Map<Sentence, Found[]>();
  const byName = new Map<string, { readonly found: Found; readonly sentence: Sentence }>();
  const add = (found: Found): void => {
    const { evidence, id, ref } = found.its;
    const sentence = bySpan.get(`${evidence.start} ${evidence.end}`);
    if (!sentence) return;
    const own = bySentence.get(sentence);
    if (own) own.push(found);
    else bySentence.set(sentence, [found]);
    byName.set(id, { found, sentence }).set(ref, { found, sentence });
  };
  for (const its of commitments) add({ record: 'commitment', its });
  for (const its of statements) add({ record: 'statement', its });
  for (const its of timeline) add({ record: 'time', its });
  return { bySentence, byName };
}
