/** Explains a sentence: its findings, what was refused in it, and where it undertakes nothing, what comes nearest. */
import type { Sentence } from '../../model/annotated.ts';
import type { ExplainedNear, ExplainedSentence } from '../../model/explanation.ts';
import { nearestRules } from '../../rules/nearest.ts';
import type { WrittenRules } from '../../rules/sources.ts';
import { alone } from '../claims/sequence.ts';
import { explainFinding } from './finding.ts';
import type { Found, Known } from './known.ts';
import { explainNear } from './near-words.ts';
import { explainRefusals } from './refusal-words.ts';

/** How many near rules are looked at, and how many of those that lack different things are told. */
const LOOKED_AT = 12;
const TOLD = 3;

/**
 * @param found the findings of the sentence that are asked for
 * @param isOfTime whether only a time is asked for: then it is not in question what else the sentence says
 */
export function explainSentence(
  sentence: Sentence,
  found: readonly Found[],
  known: Known,
  isOfTime = false,
): ExplainedSentence {
  const { heard, claims } = known;
  const refused = isOfTime ? [] : explainRefusals(heard.refused.get(sentence.index) ?? [], claims);
  // Where an undertaking was refused, that is why there is none.
  const isRefused = refused.some(({ strength, reason }) => strength !== null && reason !== 'outranked');
  const near = isOfTime || isRefused ? [] : nearestOf(sentence, found, known);
  return {
    ...explainPassage(sentence, known),
    findings: found.map((one) => explainFinding(one, known)),
    refused,
    nearest: near.filter(({ rule }) => !refused.some((one) => one.rule === rule)),
    notes: notesOf(sentence, known),
  };
}

/** A sentence and where it stands, nothing of it explained. */
export function explainPassage(sentence: Sentence, { annotated, locator }: Known): ExplainedSentence {
  return {
    kind: sentence.kind,
    evidence: locator.sentence(sentence),
    heading: sentence.kind === 'heading' ? null : (annotated.sections[sentence.section]?.title ?? null),
    stem: annotated.sentences[sentence.stem]?.text ?? null,
    findings: [],
    refused: [],
    nearest: [],
    notes: [],
    themes: [],
  };
}

/** What comes nearest to an undertaking, and where a sentence says nothing at all, to anything. */
function nearestOf(sentence: Sentence, found: readonly Found[], known: Known): ExplainedNear[] {
  if (found.some(({ record }) => record === 'commitment') || notesOf(sentence, known).length > 0) return [];
  const { claims, spansOf } = known;
  const isTold = found.some(({ record }) => record === 'statement');
  const asked = isTold ? { ...claims, rules: undertakings(claims) } : claims;
  const ground = { tokens: sentence.tokens, spans: spansOf(alone(sentence)) };
  const near = nearestRules(asked, ground, LOOKED_AT)
    // A rule that holds has its finding or its refusal.
    .filter(({ missing, veto }) => missing !== null || veto !== null)
    .map((one) => explainNear(one, sentence, claims.lists));
  return distinct(near).slice(0, isTold ? 1 : TOLD);
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

/** Why a sentence can yield nothing, whatever rules it comes near. */
function notesOf({ kind, index, block }: Sentence, { annotated, stems }: Known): string[] {
  const language = annotated.document.blocks[block]?.language ?? null;
  return [
    ...(kind === 'heading' ? ['A heading by itself is no finding: it gives its force to what stands under it.'] : []),
    ...(stems.has(index) ? ['It introduces a list, whose items take its force, its actor and its date.'] : []),
    ...(language === null || language === 'en'
      ? []
      : [`This is not in English (${language}), which is what the rules cover.`]),
  ];
}
