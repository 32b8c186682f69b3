/** Parts a claim whose verb group has several acts: "will recruit 200 midwives and open two wards" (GUIDELINE 1.1). */
import { chainAt, chainsOf } from '../../annotate/chains.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Chain, Token } from '../../model/annotated.ts';
import type { Claim } from './claim.ts';
import { type Lowering, lowered } from './lower.ts';

/** What a complement has that says what is acted on. */
const EMPTY = Tag.preposition | Tag.conjunction | Tag.adverb | Tag.punctuation | Tag.subordinator;

/**
 * The claim, and one more for each verb that shares its cue and has an object of its own. Verbs with one object between
 * them ("review and publish the code") are one act.
 */
export function coordinated(claim: Claim, lowering: Lowering): Claim[] {
  if (claim.strength === null || claim.rule.voice !== 'active') return [claim];
  const { tokens } = claim.sequence;
  const chains = chainsOf(tokens);
  const chain = chainAt(chains, claim.modal);
  const claims = [claim];
  if (!chain) return claims;
  let last = chain;
  for (let k = chains.indexOf(chain) + 1; k < chains.length; k++) {
    const next = chains[k];
    if (!next || chains[next.sharesWith] !== last || next.verbs[0] !== chain.verbs[0]) continue;
    // A capital makes a name of it: "regulation 12 and Schedule 3".
    const isName = ((tokens[next.main]?.tags ?? 0) & Tag.capital) !== 0;
    if (!isName && actsOnSomething(last, tokens) && actsOnSomething(next, tokens)) {
      const own = { ...claim, verb: next.from, restart: next.from };
      claims.push(lowered(own, next.from, lowering));
    }
    last = next;
  }
  return claims;
}

const actsOnSomething = ({ complement }: Chain, tokens: readonly Token[]): boolean => {
  if (!complement) return false;
  for (let k = complement[0]; k < complement[1]; k++) if (!((tokens[k]?.tags ?? EMPTY) & EMPTY)) return true;
  return false;
};
