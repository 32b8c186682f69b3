/** Explains what was decided of a claim: kind and strength, actor, action, measure, condition and the rest. */
import type { ExplainedStep } from '../../model/explanation.ts';
import type { Commitment } from '../../model/report.ts';
import type { Match } from '../../rules/engine.ts';
import type { Claim, ClaimRule } from '../claims/claim.ts';
import type { Refused } from '../claims/trace.ts';
import { all, kindWords, strengthWords, wordsOf } from './words.ts';

/** Kind and strength, with the variants of the rule and the rules that gave way to it. */
export function kindStep(
  claim: Claim,
  match: Match | null,
  refused: readonly Refused[],
  giver: string | null,
): ExplainedStep {
  const { rule, kind, strength } = claim;
  // A statement's force lies in all of the rule's words, an undertaking's in its verbs.
  const cue =
    strength === null && match
      ? wordsOf(claim.sequence, match.from, match.to)
      : wordsOf(claim.sequence, claim.modal, Math.max(claim.cueEnd, claim.modal + 1));
  const isWorded = claim.source !== 'heading' && rule.row === null;
  const base = isWorded
    ? `"${cue}" makes ${kindWords(rule.kind, rule.strength)}`
    : `the rule makes ${kindWords(rule.kind, rule.strength)}`;
  const outranked = refused.filter(
    (one) =>
      one.reason === 'outranked' && one.rival?.key === rule.key && one.from <= claim.modal && one.to > claim.modal,
  );
  return {
    about: strength === null ? 'kind' : 'strength',
    value: strength === null ? kind : strengthWords(strength),
    because: [
      ...(claim.source === 'stem' ? [`its force comes from the sentence that introduces the list`] : []),
      ...(claim.source === 'heading' && giver !== null ? [`its force comes from ${giver}`] : []),
      base,
      ...(claim.restart === null
        ? []
        : [`"${wordsOf(claim.sequence, claim.verb, claim.verb + 1)}" goes on in the same verb group`]),
      ...variant(claim, rule),
      ...(outranked.length === 0
        ? []
        : [`matched there too, and gave way: ${all([...new Set(outranked.map(others))])}`]),
    ],
  };
}

const others = ({ rule }: Refused): string => (rule.strength === null ? rule.key : `${rule.key} (${rule.strength})`);

/** Where a claim has another force than its rule: the measured or the imperative one. */
function variant({ kind, strength }: Claim, rule: ClaimRule): string[] {
  if (kind === rule.kind && strength === rule.strength) return [];
  const isOf = (force: ClaimRule['measured']): boolean => force?.kind === kind && force.strength === strength;
  const now = kindWords(kind, strength);
  if (isOf(rule.measured)) return [`with a quantity or date it is ${now}`];
  if (isOf(rule.imperative)) return [`as an item that begins with its verb it is ${now}`];
  return [`here it is ${now}`];
}

/** Everything else of a commitment, in the order of the report. */
export function commitmentSteps(commitment: Commitment, claim: Claim): ExplainedStep[] {
  const { action, targets, conditions, polarity, attribution, novelty, confidence } = commitment;
  return [
    {
      about: 'action',
      value: action.text,
      because: [
        {
          active: 'from the main verb to the end of its object, without dates and conditions',
          passive: 'the subject of the passive with its verb',
          nominal: 'what follows the noun',
          verbless: 'the words of the item: it has no verb',
        }[action.voice],
      ],
    },
    {
      about: 'measure',
      value: targets.length === 0 ? null : targets.map(({ text }) => text).join('; '),
      because:
        targets.length === 0 ? [`no number, percentage or amount in ${ownWords(claim)}`] : targets.map(targetWords),
    },
    {
      about: 'condition',
      value: conditions.length === 0 ? null : conditions.map(({ text }) => text).join('; '),
      because: conditions.map(({ text, kind }) => `"${text}": ${CONDITIONS[kind]}`),
    },
    ...(polarity === 'negative'
      ? [{ about: 'polarity' as const, value: polarity, because: ['it undertakes that something will not be done'] }]
      : []),
    ...(attribution === 'reported'
      ? [
          {
            about: 'attribution' as const,
            value: attribution,
            because: ['told of somebody other than the author, who is quoted or reported'],
          },
        ]
      : []),
    ...(novelty === 'unknown' || novelty === 'new'
      ? []
      : [{ about: 'novelty' as const, value: novelty, because: [NOVELTIES[novelty]] }]),
    {
      about: 'confidence',
      value: confidence.level,
      because: confidence.reasons.length === 0 ? ['nothing speaks against it'] : [...confidence.reasons],
    },
  ];
}

/** The words in which a claim's quantities are looked for: its own part of its own sentence. */
function ownWords({ scope: [from, to], sequence }: Claim): string {
  const first = Math.max(from, sequence.borrowed);
  if (first === sequence.borrowed && to === sequence.tokens.length) return sequence.stem ? 'the item' : 'the sentence';
  return `its part of the sentence: "${wordsOf(sequence, first, to)}"`;
}

const CONDITIONS = {
  event: 'it depends on something that happens',
  authority: "it depends on somebody's approval",
  resource: 'it depends on money or means',
  discretionary: 'it is left to judgement',
} as const;

const NOVELTIES = {
  restated: 'its words say that it was said before',
  ongoing: 'its words say that it goes on',
  extended: 'its words say that it runs longer',
} as const;

function targetWords({ text, value, unit, from, comparator, direction }: Commitment['targets'][number]): string {
  const parts = [
    value === null ? null : `${comparator} ${value}`,
    unit,
    from === null ? null : `from ${from}`,
    direction === null ? null : `going ${direction}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? `"${text}"` : `"${text}": ${parts.join(' ')}`;
}
