/** How often pmed was right, by the verdicts of people on what it finds. */
import { plainWords } from '../accept/words.ts';
import type { Evaluation, PrecisionRow } from '../model/evaluation.ts';
import { COMMITMENT_KINDS, STRENGTH_LABELS } from '../model/kinds.ts';
import type { Commitment } from '../model/report.ts';
import type { MissedEntry, ReviewEntry } from '../model/review.ts';
import { wilson } from '../model/wilson.ts';
import { valuesOf } from './correct.ts';
import { type Matching, reviewWords } from './match.ts';

/** One document: what is found in it, as found, and what people said. */
export interface Judged {
  readonly commitments: readonly Commitment[];
  readonly matching: Matching;
  readonly missed: readonly MissedEntry[];
}

/** The figures of an evaluation. */
export type Figures = Pick<Evaluation, 'counts' | 'precision' | 'attributes' | 'recall' | 'caveats'>;

/** A verdict and what it is on. */
interface Case {
  readonly its: Commitment;
  readonly entry: ReviewEntry;
}

const FEW = 30;
const isRight = ({ entry }: Pick<Case, 'entry'>): boolean => entry.verdict !== 'not-a-commitment';

/** Adds up the verdicts of all documents. Linear in commitments and entries. */
export function evaluate(documents: readonly Judged[]): Figures {
  const cases = documents.flatMap(casesOf);
  const orphans = documents.flatMap(({ matching }) => matching.orphans);
  const found = documents.reduce((sum, { commitments }) => sum + commitments.length, 0);
  const matched = documents.reduce((sum, { matching }) => sum + matching.matched.size, 0);
  const changed = documents.reduce(
    (sum, { matching }) => sum + [...matching.matched.values()].filter(({ quoteChanged }) => quoteChanged).length,
    0,
  );
  const verdicts = (verdict: ReviewEntry['verdict']) => cases.filter(({ entry }) => entry.verdict === verdict).length;
  const lost = orphans.filter((entry) => isRight({ entry })).length;
  const right = cases.filter(isRight);
  const recall = recallOf(documents, right.length, lost);
  const precision = precisionOf(cases);
  return {
    counts: {
      found,
      reviewed: cases.length,
      unreviewed: found - matched,
      kept: verdicts('keep'),
      corrected: verdicts('edit'),
      rejected: verdicts('not-a-commitment'),
      changed,
      lost,
      mended: orphans.length - lost,
    },
    precision,
    attributes: (['who', 'what', 'by'] as const).map((attribute) => ({
      attribute,
      ...measure(right.filter((one) => isAsSaid(one, attribute)).length, right.length),
    })),
    recall,
    caveats: caveatsOf(cases.length, found - matched, recall),
  };
}

/** Each verdict once, on the first of the commitments that share it. */
function casesOf({ commitments, matching }: Judged): readonly Case[] {
  const met = new Set<ReviewEntry>();
  return commitments.flatMap((its) => {
    const entry = matching.matched.get(its)?.entry;
    if (entry === undefined || met.has(entry)) return [];
    met.add(entry);
    return [{ its, entry }];
  });
}

function measure(right: number, of: number) {
  const share = of === 0 ? null : Math.round((right / of) * 1_000_000) / 1_000_000;
  return { right, of, share, interval: wilson(right, of), isFew: of < FEW };
}

/** By what is found: the strongest first, then by how many there are. */
const KINDS: readonly (readonly [by: PrecisionRow['by'], of: (its: Commitment) => readonly string[]])[] = [
  ['strength', ({ strengthLabel }) => [strengthLabel]],
  ['kind', ({ kind }) => [kind]],
  ['confidence', ({ confidence }) => [confidence.level]],
  ['rule', ({ rules }) => rules],
  ['theme', ({ themes }) => themes],
];
const ORDER: readonly string[] = [...[...STRENGTH_LABELS].reverse(), ...COMMITMENT_KINDS, 'high', 'medium', 'low'];

function precisionOf(cases: readonly Case[]): PrecisionRow[] {
  const rows: PrecisionRow[] = [{ by: 'all', value: 'all', ...measure(cases.filter(isRight).length, cases.length) }];
  for (const [by, of] of KINDS) {
    const tally = new Map<string, { right: number; of: number }>();
    for (const one of cases)
      for (const value of new Set(of(one.its))) {
        const its = tally.get(value) ?? { right: 0, of: 0 };
        its.of++;
        if (isRight(one)) its.right++;
        tally.set(value, its);
      }
    const ranked = [...tally].sort(
      ([a, one], [b, two]) => ORDER.indexOf(a) - ORDER.indexOf(b) || two.of - one.of || (a < b ? -1 : 1),
    );
    rows.push(...ranked.map(([value, its]) => ({ by, value, ...measure(its.right, its.of) })));
  }
  return rows;
}

/** Whether a value that is found is what a person has: the correction, else what was found when it was judged. */
function isAsSaid({ its, entry }: Case, attribute: 'who' | 'what' | 'by'): boolean {
  const now = valuesOf(its)[attribute];
  const corrected = entry[attribute];
  if (corrected === undefined && entry.found === undefined) return true;
  const truth = corrected === undefined ? (entry.found?.[attribute] ?? null) : corrected;
  if (truth === null || now === null) return truth === now;
  return plainWords(String(truth)) === plainWords(now);
}

/** What is found of all that people know of; null where no document has a commitment that was missed. */
function recallOf(documents: readonly Judged[], right: number, lost: number): Evaluation['recall'] {
  if (documents.every(({ missed }) => missed.length === 0)) return null;
  let known = 0;
  let unfound = 0;
  for (const { commitments, missed } of documents) {
    const words = new Set(commitments.map(({ evidence }) => reviewWords(evidence.quote)));
    known += missed.length;
    unfound += missed.filter(({ quote }) => !words.has(reviewWords(quote))).length;
  }
  return { ...measure(right + known - unfound, right + lost + known), missed: unfound };
}

function caveatsOf(reviewed: number, unreviewed: number, recall: Evaluation['recall']): string[] {
  return [
    'These are figures of what people looked at, and of nothing else: rows without a verdict count neither way.',
    ...(reviewed > 0 && unreviewed > 0
      ? [
          `${unreviewed} of what was found ${unreviewed === 1 ? 'has' : 'have'} no verdict. Unless those judged were picked at random, the others may be otherwise.`,
        ]
      : []),
    ...(reviewed < FEW ? [`Only ${reviewed} verdicts: the intervals are wide, and no claim should rest on them.`] : []),
    recall === null
      ? 'Nobody has noted what was missed, so nothing can be said of how much pmed overlooks.'
      : 'Recall counts what people noted as missed: what they overlooked too is not in it.',
    'Intervals take verdicts as independent; sentences of one document are alike, so the truth is somewhat wider.',
  ];
}
