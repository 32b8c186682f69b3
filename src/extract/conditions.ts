/** Finds what an undertaking depends on: approval, money, events, the actor's own judgement. */
import type { Token, Words } from '../model/annotated.ts';
import type { Condition } from '../model/report.ts';
import { type RuleSet, ruleSet } from '../rules/engine.ts';
import type { Rules } from '../rules/load.ts';
import type { Spans } from '../rules/matcher.ts';

export type ConditionRules = RuleSet;

export const compileConditions = ({ files, ready }: Pick<Rules, 'files' | 'ready'>): ConditionRules =>
  ruleSet(
    'conditions',
    files.filter((file) => file.pack === 'condition'),
    ready,
  );

const isKind = (value: unknown): value is Condition['kind'] =>
  value === 'event' || value === 'authority' || value === 'resource' || value === 'discretionary';

/** A condition with its half-open token range. */
export interface PlacedCondition extends Condition {
  readonly at: number;
  readonly to: number;
}

/**
 * The conditions of a token sequence in order; of overlapping ones the earlier rule's, which is the more specific.
 * @param textOf the words of a half-open token range as a reader would cite them
 */
export function findConditions(
  words: Words,
  spans: Spans,
  rules: ConditionRules,
  textOf: (from: number, to: number) => string,
): PlacedCondition[] {
  const found: PlacedCondition[] = [];
  for (const match of rules.match(words, spans)) {
    const kind = match.rule.source.kind;
    const [at, to] = match.captures.get('condition') ?? [match.from, match.to];
    if (!isKind(kind) || found.some((other) => other.at < to && other.to > at)) continue;
    const end = trimEnd(words.tokens, at, to);
    found.push({ text: textOf(at, end), kind, at, to: end });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A condition ends before a comma or closing mark. */
function trimEnd(tokens: readonly Token[], at: number, to: number): number {
  for (let k = at + 1; k < to; k++) if (',.;:)'.includes(tokens[k]?.text ?? ' ')) return k;
  return to;
}
