/** Explains by which rule a claim was found, in which words, and what each guard decided. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { ExplainedGuard, RuleUse } from '../../model/explanation.ts';
import type { Match } from '../../rules/engine.ts';
import type { Lists } from '../../rules/lists.ts';
import { Reaches } from '../../rules/reach.ts';
import type { WrittenPattern, WrittenRule } from '../../rules/sources.ts';
import type { Claim } from '../claims/claim.ts';
import { alone } from '../claims/sequence.ts';
import { rowCells } from '../row-cells.ts';
import type { Known } from './known.ts';
import { SUBJECTS, takenWords, wordsOf } from './words.ts';

/** The rule of a claim, its pattern and its words: those of the sentence, of its heading or stem, or the cells of its row. */
export function claimRule(claim: Claim, match: Match | null, rule: WrittenRule | null, known: Known): RuleUse {
  const { annotated, claims, headings, spansOf } = known;
  const { sequence } = claim;
  const told = { id: claim.rule.key, description: rule?.description ?? null };
  if (match) {
    const reaches = new Reaches({ tokens: sequence.tokens, spans: spansOf(sequence), lists: claims.lists });
    return {
      ...told,
      pattern: rule ? patternOf(rule.match, match, reaches) : null,
      matched: wordsOf(sequence, match.from, match.to),
      captures: match.captures.entries().map(([name, [from, to]]) => ({ name, text: wordsOf(sequence, from, to) })),
    };
  }
  if (claim.rule.row !== null) return { ...told, ...rowWords(sequence.sentence, annotated) };
  const giver = annotated.sentences[claim.giver];
  const found = giver && rule ? inGiver(giver, rule, headings.lists) : null;
  return { ...told, pattern: found?.pattern ?? null, matched: found?.matched ?? null, captures: [] };
}

/** The pattern of a rule for headings that stands in what gave a claim its force. */
function inGiver(giver: Sentence, { match }: WrittenRule, lists: Lists) {
  const reaches = new Reaches({ tokens: giver.tokens, spans: new Map(), lists });
  for (const { text, pattern } of match) {
    const range = reaches.overlapping(pattern, 0, giver.tokens.length);
    if (range) return { pattern: text, matched: wordsOf(alone(giver), ...range) };
  }
  return null;
}

/** The cells of a row by the heads of their columns. */
function rowWords(sentence: Sentence, annotated: Annotated): Pick<RuleUse, 'pattern' | 'matched' | 'captures'> {
  const cells = rowCells(sentence, annotated).filter(({ from, to }) => to > from);
  return {
    pattern: null,
    matched: sentence.text,
    captures: cells.map(({ head, from, to }, i) => ({
      name: head ?? `column ${i + 1}`,
      text: wordsOf(alone(sentence), from, to),
    })),
  };
}

/** The pattern of a rule that took just the words of a match. */
function patternOf(patterns: readonly WrittenPattern[], { from, to }: Match, reaches: Reaches): string | null {
  const [only] = patterns;
  if (patterns.length === 1 && only) return only.text;
  return patterns.find(({ pattern }) => reaches.spans(pattern, from, to))?.text ?? null;
}

/** What could have forbidden a claim of a rule with words, and why it did not. */
export function claimGuards(claim: Claim, match: Match | null, rule: WrittenRule | null): ExplainedGuard[] {
  const { subject, sequence } = claim;
  if (!match) return [];
  const named = wordsOf(sequence, subject.from, subject.to);
  const is = named === '' ? 'none' : `"${named}", ${SUBJECTS[subject.kind]}`;
  const cue = wordsOf(sequence, claim.modal, claim.modal + 1);
  const passed = (guard: string, because: string): ExplainedGuard => ({ guard, passed: true, because });
  return [
    passed('subject', `${is}; the rule takes ${takenWords(claim.rule.subject)}`),
    ...(claim.rule.strength === null
      ? []
      : [
          passed('subordinate clause', 'its clause neither asks, conditions, expects nor serves as a purpose'),
          passed('modal above it', 'none of possibility or duty'),
          ...(claim.rule.voice === 'active' ? [passed('noun or participle', `no: "${cue}" is a verb here`)] : []),
        ]),
    passed('relative clause', subject.relative ? 'yes; the rule allows it' : 'no'),
    passed('question', claim.kind === 'question' ? 'yes; that is what it finds' : 'no'),
    ...vetoes(rule),
  ];
}

function vetoes(rule: WrittenRule | null): ExplainedGuard[] {
  if (!rule) return [];
  const of = (how: string, because: string, patterns: readonly WrittenPattern[]): ExplainedGuard[] =>
    patterns.map(({ text }) => ({ guard: `${how} ${text}`, passed: true, because }));
  return [
    ...of('unless', 'nowhere in the sentence', rule.unless),
    ...(rule.with.length === 0
      ? []
      : [{ guard: `with ${rule.with.map(({ text }) => text).join(' | ')}`, passed: true, because: 'in the sentence' }]),
    ...of('except', 'not at these words', rule.except),
  ];
}
