/** Whose report, strategy or plan a text speaks of: "NHS England launched its report …" makes "the report" theirs. */

import { Tag } from '../../annotate/tags.ts';
import type { Annotated } from '../../model/annotated.ts';
import type { Claim } from './claim.ts';
import type { Names } from './names.ts';

const KINDS = new Set(
  'report strategy plan paper review framework programme manifesto statement policy document budget bill blueprint'.split(
    ' ',
  ),
);
const BRINGS_OUT = new Set(
  'launched launches published publishes released releases issued issues unveiled unveils announced announces'.split(
    ' ',
  ),
);

/** The owners of the reports that a text speaks about. */
export interface ReportOwners {
  /** The body whose report a claim tells of, or null where the claim is the author's own. */
  readonly of: (claim: Claim) => string | null;
}

/**
 * Looks for a body that brings out its report ("the Council published its plan"), and remembers its name for every
 * later "the report", "the plan" and the pronouns in the sentences that speak of it.
 */
export function findReportOwners(annotated: Annotated, names: Names): ReportOwners {
  const owners = new Map<string, { name: string; from: number }>();
  for (const sentence of annotated.sentences) {
    const { tokens } = sentence;
    tokens.forEach((token, i) => {
      if (!BRINGS_OUT.has(token.lower) || tokens[i + 1]?.lower !== 'its') return;
      const noun = tokens.slice(i + 2, i + 6).find((word) => KINDS.has(word.lower));
      if (!noun || owners.has(noun.lower)) return;
      let from = i;
      while (from > 0 && (tokens[from - 1]?.tags ?? 0) & Tag.capital) from--;
      if (from === i) return;
      const kind = names.classify(tokens, from, i, i - 1);
      if (kind === 'own') return;
      const [first, last] = [tokens[from], tokens[i - 1]];
      if (first && last)
        owners.set(noun.lower, {
          name: sentence.text.slice(first.at, last.at + last.text.length),
          from: sentence.index,
        });
    });
  }
  return {
    of: (claim) => {
      if (owners.size === 0 || claim.subject.kind === 'own') return null;
      const { tokens, sentence } = claim.sequence;
      for (const [noun, owner] of owners) {
        if (sentence.index < owner.from) continue;
        for (let k = 1; k < tokens.length && k <= claim.verb; k++) {
          const before = tokens[k - 1]?.lower;
          if (tokens[k]?.lower === noun && (before === 'the' || before === 'this')) return owner.name;
        }
      }
      return null;
    },
  };
}
