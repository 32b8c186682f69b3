/** Whose report, strategy or plan a text speaks of: "NHS England launched its report …" makes "the report" theirs. */

import { Tag } from '../../annotate/tags.ts';
import type { Annotated } from '../../model/annotated.ts';
import type { Claim } from './claim.ts';
import type { ClauseWords, WordList } from './clause-words.ts';
import type { Names } from './names.ts';
import type { TextOf } from './words.ts';

/** The owners of the reports that a text speaks about. */
export interface ReportOwners {
  /** The body whose report a claim tells of, or null where the claim is the author's own. */
  readonly of: (claim: Claim) => string | null;
}

/**
 * Looks for a body that brings out its report ("the Council published its plan"), and remembers its name for every
 * later "the report", "the plan" and the pronouns in the sentences that speak of it.
 */
export function findReportOwners(annotated: Annotated, names: Names, { issuing, paper }: ClauseWords): ReportOwners {
  const owners = new Map<string, { name: string; from: number }>();
  for (const sentence of annotated.sentences) {
    const { tokens } = sentence;
    for (let i = issuing.next(sentence); i >= 0; i = issuing.next(sentence, i + 1)) {
      if (tokens[i + 1]?.lower !== 'its') continue;
      const noun = tokens.slice(i + 2, i + 6).find((word) => paper.has(word.lower));
      if (!noun || owners.has(noun.lower)) continue;
      let from = i;
      while (from > 0 && (tokens[from - 1]?.tags ?? 0) & Tag.capital) from--;
      if (from === i) continue;
      const kind = names.classify(tokens, from, i, i - 1);
      if (kind === 'own') continue;
      const [first, last] = [tokens[from], tokens[i - 1]];
      if (first && last)
        owners.set(noun.lower, {
          name: sentence.text.slice(first.at, last.at + last.text.length),
          from: sentence.index,
        });
    }
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

/** The quotation marks around a position: the tokens of the first, and of the second or the end. */
function quotation(tokens: Claim['sequence']['tokens'], at: number): readonly [number, number] | null {
  let open = -1;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k];
    if (!token || (token.text !== '"' && token.text !== "'")) continue;
    // An apostrophe opens or closes by the space on its one side: "'We will', she said" and "the councils' plan".
    const opens = token.text === '"' ? open < 0 : open < 0 && token.spaced && tokens[k + 1]?.spaced === false;
    if (opens) {
      if (k >= at) return null;
      open = k;
    } else if (open >= 0 && tokens[open]?.text === token.text) {
      if (k > at) return [open, k];
      open = -1;
    }
  }
  return null;
}

/**
 * Whose words a claim in quotation marks are, as its sentence says: `"We will open it," said Ada Marsh, leader of Fernhollow Council`
 * gives the council, or the person where no body is named; null where the claim is not quoted or nobody is said to speak.
 */
export function speechAround({ sequence, modal }: Claim, textOf: TextOf, { speaking }: ClauseWords): string | null {
  const { tokens } = sequence;
  const marks = quotation(tokens, modal);
  if (!marks) return null;
  const [open, close] = marks;
  const told = (from: number, to: number): number =>
    tokens.findIndex((token, i) => i >= from && i < to && speaking.has(token.lower));
  const after = told(close + 1, Math.min(tokens.length, close + 14));
  const verb = after >= 0 ? after : told(Math.max(0, open - 14), open);
  if (verb < 0) return null;
  const isInverted = verb === close + 1 || (verb === close + 2 && tokens[close + 1]?.text === ',');
  const from = isInverted ? verb + 1 : after >= 0 ? close + 1 : 0;
  const to = isInverted ? tokens.length : verb;
  return bodyIn(tokens, from, to, textOf, speaking);
}

/** Of "Ada Marsh, leader of Fernhollow Council," the council; of a bare name the name. */
function bodyIn(
  tokens: Claim['sequence']['tokens'],
  from: number,
  end: number,
  textOf: TextOf,
  speaking: WordList,
): string | null {
  let begin = from;
  while (begin < end && (tokens[begin]?.tags ?? 0) & Tag.punctuation) begin++;
  let to = begin;
  while (to < end && !((tokens[to]?.tags ?? 0) & Tag.punctuation) && !speaking.has(tokens[to]?.lower ?? '')) to++;
  let stop = to + 1;
  while (stop < end && !((tokens[stop]?.tags ?? 0) & Tag.punctuation)) stop++;
  for (let k = to + 1; k < stop; k++)
    if (['of', 'at', 'for'].includes(tokens[k]?.lower ?? '') && (tokens[stop - 1]?.tags ?? 0) & Tag.capital)
      return textOf(k + 1, stop);
  return to > begin ? textOf(begin, to) : null;
}

/** Whether a claim stands in quotation marks and its sentence says whose words they are. */
export const isQuoted = (claim: Claim, words: ClauseWords): boolean =>
  speechAround(claim, () => 'somebody', words) !== null;
