/** Explains the findings of a document, and why a sentence yields none: from what the extraction itself tells. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { ExplainedNear, ExplainedSentence } from '../../model/explanation.ts';
import type { Rules } from '../../rules/load.ts';
import { nearestRules } from '../../rules/nearest.ts';
import type { PackFile } from '../../rules/pack.ts';
import { type WrittenRules, writtenRules } from '../../rules/sources.ts';
import { alone } from '../claims/sequence.ts';
import { locate } from '../evidence.ts';
import { type ExtractOptions, extract, type Findings } from '../extract.ts';
import { spansFor } from '../spans.ts';
import { listen } from './collector.ts';
import { explainFinding, type Found, type Known } from './finding.ts';
import { explainNear } from './near-words.ts';
import { explainRefusals } from './refusal-words.ts';

/** A document whose findings can be explained. */
export interface Explainable {
  /** With their refs: C1, S1, T1 … in the order of the document. */
  readonly findings: Findings;
  /** One finding with its sentence, by its ref or its id; null where there is none of that name. */
  readonly finding: (name: string) => ExplainedSentence | null;
  /** A sentence with all that was found in it, by its position in `Annotated.sentences`. */
  readonly sentence: (position: number) => ExplainedSentence | null;
}

/** How many near rules are looked at, and how many of those that lack different things are told. */
const NEAREST = 12;
const SHOWN = 3;

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
  };
  const all = allOf(findings);
  const bySpan = new Map(annotated.sentences.map((sentence) => [`${sentence.start} ${sentence.end}`, sentence]));
  const sentenceOf = ({ its: { evidence } }: Found): Sentence | undefined =>
    bySpan.get(`${evidence.start} ${evidence.end}`);
  return {
    findings,
    finding: (name) => {
      const found = all.find(({ its }) => its.ref === name.toUpperCase() || its.id === name);
      const sentence = found && sentenceOf(found);
      return sentence ? explainSentence(sentence, [found], known, found.record === 'time') : null;
    },
    sentence: (position) => {
      const sentence = annotated.sentences[position];
      if (!sentence) return null;
      const own = all.filter((found) => sentenceOf(found) === sentence);
      return explainSentence(sentence, own, known);
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

function allOf({ commitments, statements, timeline }: Findings): Found[] {
  return [
    ...commitments.map((its): Found => ({ record: 'commitment', its })),
    ...statements.map((its): Found => ({ record: 'statement', its })),
    ...timeline.map((its): Found => ({ record: 'time', its })),
  ];
}

/** A sentence with some of its findings; where none of them is an undertaking, with the rules that come nearest. */
function explainSentence(
  sentence: Sentence,
  found: readonly Found[],
  known: Known,
  isOfTime = false,
): ExplainedSentence {
  const { annotated, heard, claims } = known;
  const { tokens } = sentence;
  const refused = explainRefusals(heard.refused.get(sentence.index) ?? [], claims);
  const isRefused = (key: string): boolean => refused.some(({ rule }) => rule === key);
  const isLacking = sentence.kind !== 'heading' && !found.some(({ record }) => record === 'commitment');
  const isTold = found.some(({ record }) => record === 'statement');
  // What is said otherwise may still be asked for as an undertaking; the sentence of a time by its id is not in question.
  const asked = isTold ? { ...claims, rules: undertakings(claims) } : claims;
  const nearest =
    isLacking && !isOfTime ? nearestRules(asked, { tokens, spans: known.spansOf(alone(sentence)) }, NEAREST) : [];
  return {
    kind: sentence.kind,
    evidence: locate(annotated).sentence(sentence),
    heading: sentence.kind === 'heading' ? null : (annotated.sections[sentence.section]?.title ?? null),
    stem: annotated.sentences[sentence.stem]?.text ?? null,
    findings: found.map((one) => explainFinding(one, known)),
    refused: isOfTime ? [] : refused,
    nearest: distinct(
      nearest
        .filter(({ rule, missing, veto }) => !isRefused(rule.key) && (missing !== null || veto !== null))
        .map((near) => explainNear(near, sentence, claims.lists)),
    ).slice(0, isTold ? 1 : SHOWN),
    notes: notesOf(sentence),
  };
}

/** Rules that lack the same are told of once. */
function distinct(nearest: readonly ExplainedNear[]): ExplainedNear[] {
  const told = new Set<string>();
  return nearest.filter(({ because }) => {
    if (told.has(because)) return false;
    told.add(because);
    return true;
  });
}

/** The rules that find undertakings. */
const undertakings = ({ rules }: WrittenRules): WrittenRules['rules'] =>
  new Map([...rules].filter(([key]) => key.startsWith('commitment/')));

function notesOf({ kind }: Sentence): string[] {
  return kind === 'heading' ? ['A heading by itself is no finding: it gives its force to what stands under it.'] : [];
}
