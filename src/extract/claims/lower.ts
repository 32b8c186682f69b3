/** Lets the lowest verb of a chain decide the force of a claim: "will seek to open" only seeks (GUIDELINE 1.2). */
import { chainAt, chainsOf } from '../../annotate/chains.ts';
import { lemma } from '../../annotate/lexicon.ts';
import type { Claim, ClaimRule } from './claim.ts';

/** The rules that some verbs bring a chain down to, by base form; "seek to" is a verb with another below it. */
export type Lowering = ReadonlyMap<string, ClaimRule>;

/** @param rules in their order; of two rules with the same verb the first counts */
export function loweringOf(rules: Iterable<ClaimRule>): Lowering {
  const lowering = new Map<string, ClaimRule>();
  for (const rule of rules) for (const verb of rule.lowers) if (!lowering.has(verb)) lowering.set(verb, rule);
  return lowering;
}

/**
 * A claim with the kind and strength of the weakest verb below its cue, and the rule that says so; the claim itself
 * where none is weaker.
 * @param from position from which verbs count: the cue's, or that of the verb that shares a cue before it
 */
export function lowered(claim: Claim, from: number, lowering: Lowering): Claim {
  // "will be used to consider": below a passive stands its purpose, done by nobody who is bound.
  if (claim.strength === null || claim.rule.voice === 'passive' || lowering.size === 0) return claim;
  const chain = chainAt(chainsOf(claim.sequence.tokens), from);
  if (!chain) return claim;
  let lowest: ClaimRule | null = null;
  for (const at of chain.verbs) {
    if (at < from || at === claim.modal) continue;
    const base = lemma(claim.sequence.tokens[at]?.lower ?? '');
    const rule = lowering.get(base) ?? (at < chain.main ? lowering.get(`${base} to`) : undefined);
    if (rule && (rule.strength ?? 5) < (lowest?.strength ?? claim.strength)) lowest = rule;
  }
  return lowest ? { ...claim, rule: lowest, kind: lowest.kind, strength: lowest.strength } : claim;
}
