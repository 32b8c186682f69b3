/** Says what the word before a clause opens: a condition, a question, a circumstance, a relative clause, a report. */
import type { Frame, Token, TokenRange } from '../../model/annotated.ts';
import type { Group } from '../groups/group.ts';
import { type Before, phraseStart } from '../subjects.ts';
import { Tag } from '../tags.ts';
import { isGap } from './gap.ts';
import { byNoun, governorAt, lastReported } from './reported.ts';

const CONDITIONAL = new Set(['if', 'unless', 'provided', 'providing', 'lest']);
const INTERROGATIVE = new Set('how what whether why whom whose who'.split(' '));

const CIRCUMSTANCE = new Set(
  'as when where once until till while whilst because since before after although though whereas wherever whenever'.split(
    ' ',
  ),
);

/**
 * The frame that the word before a clause opens, or null.
 * @param start where its subject begins, or its verb where it has none; @param group its verbs, if known
 */
export function openedFrame(tokens: readonly Token[], start: number, before: Before, group?: Group): Frame | null {
  let k = start - 1;
  const subject = tokens[start];
  // "what will happen", "who will pay": the question word is the subject itself.
  if (subject && group && start < group.from && (subject.lower === 'what' || subject.lower === 'who'))
    return { kind: 'interrogative', opener: start };
  // "if, by 2030, the board": an insertion after the opener.
  if (tokens[k]?.text === ',') {
    const open = commaBefore(tokens, k);
    if (open > 0 && isOpener(tokens[open - 1])) k = open - 1;
  }
  while (k >= 0 && (tokens[k]?.tags ?? 0) & Tag.adverb && !isOpener(tokens[k])) k--;
  const opener = tokens[k];
  if (!opener) return null;
  const { lower } = opener;
  const previous = tokens[k - 1]?.lower ?? '';
  if (CONDITIONAL.has(lower)) return { kind: 'conditional', opener: k };
  // "That is why we will …" gives a reason and asserts; "they ask why we will" asks.
  if (lower === 'why' && (previous === 'is' || previous === "'s" || previous === 'was')) return null;
  if (INTERROGATIVE.has(lower)) return { kind: 'interrogative', opener: k };
  if (lower === 'than') return { kind: 'comparison', opener: k };
  if (lower === 'so' && k > 0) return { kind: 'purpose', opener: k };
  if (CIRCUMSTANCE.has(lower)) return { kind: 'circumstance', opener: k };
  if (lower === 'which' || lower === 'whom' || lower === 'that') return afterThat(tokens, k, group, before);
  return null;
}

const isOpener = (token: Token | undefined): boolean =>
  token !== undefined &&
  (CONDITIONAL.has(token.lower) ||
    INTERROGATIVE.has(token.lower) ||
    CIRCUMSTANCE.has(token.lower) ||
    token.lower === 'that' ||
    token.lower === 'than' ||
    token.lower === 'so');

function commaBefore(tokens: readonly Token[], close: number): number {
  for (let k = close - 1; k > 0 && k > close - 14; k--) if (tokens[k]?.text === ',') return k;
  return -1;
}

/** "says that we will", "the plan that we will publish", "the promise that we will act", "so that we will". */
function afterThat(tokens: readonly Token[], that: number, group: Group | undefined, before: Before): Frame | null {
  let k = that - 1;
  while (k >= 0 && (((tokens[k]?.tags ?? 0) & Tag.adverb) !== 0 || tokens[k]?.text === '*')) k--;
  const word = tokens[k];
  if (!word) return null;
  if (tokens[that]?.lower === 'that') {
    // "… that disease will spread and that care will change": what the first "that" hangs on.
    if (word.tags & Tag.conjunction && word.lower !== 'so') return lastReported(before.chains);
    if (word.lower === 'so' || word.lower === 'order') return { kind: 'purpose', opener: k };
    if (word.lower === 'provided' || word.lower === 'providing') return { kind: 'conditional', opener: k };
    const governor = governorAt(tokens, k, before);
    if (governor) return governor;
  }
  if (tokens[that]?.lower === 'which' && !isGap(tokens, group)) return { kind: 'interrogative', opener: that };
  const from = phraseStart(tokens, k, before);
  const antecedent: TokenRange | null = from <= k ? [from, that] : null;
  return tokens[that]?.lower !== 'that' || isGap(tokens, group)
    ? { kind: 'relative', antecedent }
    : byNoun(tokens, k, before);
}
