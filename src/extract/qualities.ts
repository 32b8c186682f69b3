/** Finds the words by which a commitment is judged: how new it is, whether it is negative, whether its action is vague. */
import type { Words } from '../model/annotated.ts';
import { type RuleSet, ruleSet } from '../rules/engine.ts';
import type { Rules } from '../rules/load.ts';
import type { Spans } from '../rules/matcher.ts';

/** What a rule of the quality pack says. */
export type Quality = 'restated' | 'extended' | 'ongoing' | 'new' | 'negative' | 'vague';

/** A quality with its half-open token range and where in a commitment it must stand. */
export interface PlacedQuality {
  readonly says: Quality;
  readonly where: 'verb' | 'subject' | 'anywhere';
  readonly from: number;
  readonly to: number;
}

export type QualityRules = RuleSet;

/**
 * @param pack the rules of a language; the files with `pack: quality` are used
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export const compileQualities = ({ files, ready }: Pick<Rules, 'files' | 'ready'>): QualityRules =>
  ruleSet(
    'qualities',
    files.filter((file) => file.pack === 'quality'),
    ready,
  );

const QUALITIES: ReadonlySet<string> = new Set(['restated', 'extended', 'ongoing', 'new', 'negative', 'vague']);
const isQuality = (value: unknown): value is Quality => typeof value === 'string' && QUALITIES.has(value);

/** The qualities of a token sequence, by rule and then from left to right. */
export function findQualities(words: Words, spans: Spans, rules: QualityRules): PlacedQuality[] {
  return rules.match(words, spans).flatMap(({ rule: { source }, from, to }) => {
    if (!isQuality(source.says)) return [];
    const where = source.at === 'verb' || source.at === 'subject' ? source.at : 'anywhere';
    return [{ says: source.says, where, from, to }];
  });
}
