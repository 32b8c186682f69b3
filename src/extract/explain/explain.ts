/** Explains the findings of a document, and why a sentence yields none: from what the extraction itself tells. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { ExplainedSentence } from '../../model/explanation.ts';
import type { Rules } from '../../rules/load.ts';
import type { PackFile } from '../../rules/pack.ts';
import { writtenRules } from '../../rules/sources.ts';
import { locate } from '../evidence.ts';
import { type ExtractOptions, extract, type Findings } from '../extract.ts';
import { spansFor } from '../spans.ts';
import { listen } from './collector.ts';
import type { Found, Known } from './known.ts';
import { explainSentence } from './sentence.ts';

/** A document whose findings can be explained. */
export interface Explainable {
  /** With their refs: C1, S1, T1 … in the order of the document. */
  readonly findings: Findings;
  /** One finding with its sentence, by its ref or its id; null where there is none of that name. */
  readonly finding: (name: string) => ExplainedSentence | null;
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
  options: Omit<ExtractOptions, 'trace'>,
): Explainable {
  const { trace, heard } = listen();
  const findings = numbered(extract(annotated, rules, { ...options, trace }));
  const timePacks = [...new Set(sources.map(({ pack }) => pack))].filter((pack) => pack.startsWith('time'));
  const known: Known = {
    annotated,
    heard,
    findings,
    claims: writtenRules(sources, ['commitment', 'statement']),
    headings: writtenRules(sources, ['heading']),
    times: writtenRules(sources, timePacks),
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
      return sentence ? explainSentence(sentence, bySentence.get(sentence) ?? [], known) : null;
    },
  };
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
