/** Finds what an undertaking depends on: approval, money, events, the actor's own judgement. */
import { has, Tag } from '../annotate/tags.ts';
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
 * The conditions of a token sequence in order; of overlapping ones the earlier rule's, which is the more specific. Linear
 * in the tokens.
 * @param textOf the words of a half-open token range as a reader would cite them
 */
export function findConditions(
  words: Words,
  spans: Spans,
  rules: ConditionRules,
  textOf: (from: number, to: number) => string,
): PlacedCondition[] {
  const { tokens } = words;
  const found: PlacedCondition[] = [];
  const taken = new Uint8Array(tokens.length);
  for (const match of rules.match(words, spans)) {
    const { kind, reach } = match.rule.source;
    const [at, last] = match.captures.get('condition') ?? [match.from, match.to];
    if (!isKind(kind) || taken[at] === 1 || taken[last - 1] === 1) continue;
    const to = reach === 'clause' ? clauseEnd(tokens, at, taken) : last;
    taken.fill(1, at, to);
    found.push({ text: textOf(at, to), kind, at, to });
  }
  return found.sort((a, b) => a.at - b.at);
}

const SUBJECTS = new Set(['we', 'it', 'they', 'i']);
const CO_ORDINATORS = new Set(['and', 'but', 'then']);

/**
 * One past the clause that a condition opens: before the mark that closes it, a clause joined to it, or the main clause
 * that follows a condition without a comma ("If funds allow we will …").
 */
function clauseEnd(tokens: readonly Token[], at: number, taken: Uint8Array): number {
  for (let k = at + 1; k < tokens.length; k++) {
    const token = tokens[k];
    if (!token || taken[k] === 1 || ',.;:)|?!'.includes(token.text) || token.text === '–') return k;
    const before = tokens[k - 1];
    if (token.clause !== before?.clause && CO_ORDINATORS.has(token.lower)) return k;
    if (k > at + 2 && SUBJECTS.has(token.lower) && has(tokens[k + 1]?.tags ?? 0, Tag.modal) && isMain(tokens, at, k))
      return k;
  }
  return tokens.length;
}

/** Whether the main clause may begin at `k`: where the condition opens the sentence, and not after "that" or "which". */
const isMain = (tokens: readonly Token[], at: number, k: number): boolean =>
  at === 0 && !has(tokens[k - 1]?.tags ?? 0, Tag.subordinator | Tag.wh | Tag.conjunction);
