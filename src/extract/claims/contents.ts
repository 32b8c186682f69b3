/** What a sequence holds besides its claims: quantities, conditions and the times that date something, found once. */
import { findBeneficiaries, type PlacedBeneficiary } from '../beneficiaries.ts';
import { findConditions, type PlacedCondition } from '../conditions.ts';
import { findQualities, type PlacedQuality } from '../qualities.ts';
import { findQuantities, type PlacedQuantity } from '../quantities/find.ts';
import type { Claim } from './claim.ts';
import { isBehind, isModifier, isObject, type PlacedTime } from './deadline.ts';
import type { RecordContext } from './record-context.ts';
import type { Sequence } from './sequence.ts';
import { citing, type TextOf } from './words.ts';

/** The contents of one sequence. Ranges are half-open, of its tokens. */
export interface Contents {
  readonly quantities: readonly PlacedQuantity[];
  readonly conditions: readonly PlacedCondition[];
  readonly qualities: readonly PlacedQuality[];
  readonly beneficiaries: readonly PlacedBeneficiary[];
  /** Times that may date a claim: not those that are part of a quantity, its baseline or a condition. */
  readonly times: readonly PlacedTime[];
  /** One for each token of such a time, if it lies ahead and describes no noun; two for each of a condition. */
  readonly adjuncts: Uint8Array;
  readonly textOf: TextOf;
  /** By the place of a cue, one past the last of the acts that share it. */
  readonly sharedEnds: ReadonlyMap<number, number>;
}

/** Conditions may hold times, and their gaps run over them. */
const NO_SPANS: ReadonlyMap<string, ReadonlyMap<number, number>> = new Map();

/**
 * Finds the contents of a claim's sequence.
 * @param claims all claims of its sentence, whose scopes part it
 * @param times the times of the sequence
 */
export function contentsOf(
  sequence: Sequence,
  claims: readonly Claim[],
  times: readonly PlacedTime[],
  context: RecordContext,
): Contents {
  const { tokens } = sequence;
  const textOf = citing(sequence);
  const timex = new Map(times.map((its) => [Math.max(0, its.to - (its.finding.to - its.finding.from)), its.to]));
  const starts = claims.filter((claim) => claim.sequence === sequence).map((claim) => claim.scope[0]);
  const firstOf = (token: number) => starts.reduce((last, start) => (start <= token && start > last ? start : last), 0);
  const docYear = Number(context.annotated.document.date?.value.slice(0, 4) ?? Number.NaN);
  const quantities = findQuantities(
    { words: sequence, timex, textOf, docYear: Number.isNaN(docYear) ? null : docYear },
    context.quantities,
    firstOf,
  );
  const conditions = findConditions(sequence, NO_SPANS, context.conditions, textOf);
  const held = new Uint8Array(tokens.length);
  for (const { at, to, baselineAt } of quantities) {
    held.fill(1, at, to);
    if (baselineAt) held.fill(1, baselineAt[0], baselineAt[1]);
  }
  for (const { at, to } of conditions) held.fill(1, at, to);
  const dating = times.filter((its) => held[its.to - 1] !== 1 && !isObject(its, tokens));
  const adjuncts = new Uint8Array(tokens.length);
  const docDate = context.annotated.document.date?.value ?? null;
  for (const time of dating)
    if (!isBehind(time.record, docDate) && !isModifier(time, tokens))
      adjuncts.fill(1, Math.max(0, time.from), Math.max(0, time.to));
  for (const { at, to } of conditions) adjuncts.fill(2, at, to);
  const qualities = findQualities(sequence, NO_SPANS, context.qualities);
  const numerals = new Map(quantities.map(({ at, to }) => [at, to]));
  const beneficiaries = findBeneficiaries(sequence, numerals, (at) => adjuncts[at] !== 0, context.beneficiaries);
  const sharedEnds = new Map<number, number>();
  for (const { sequence: its, modal, scope } of claims)
    if (its === sequence) sharedEnds.set(modal, Math.max(scope[1], sharedEnds.get(modal) ?? 0));
  return { quantities, conditions, qualities, beneficiaries, times: dating, adjuncts, textOf, sharedEnds };
}
