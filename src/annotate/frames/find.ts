/** Says what each chain of verbs stands in: a main clause, or one that asks, conditions, describes or is reported. */
import type { Frame, Phrase, Token } from '../../model/annotated.ts';
import type { Group } from '../groups/group.ts';
import { POSSESSIVES } from '../possessors.ts';
import { type Before, type FoundSubject, phraseStart } from '../subjects.ts';
import { Tag } from '../tags.ts';
import { isGap } from './gap.ts';
import { openedFrame } from './openers.ts';
import { byNoun, holderOf, NO_NOUN } from './reported.ts';

/** A clause that asserts by itself. */
export const MAIN: Frame = { kind: 'main' };

/**
 * The frame of a group with its subject found, given the chains before it.
 * @param next the group after it
 */
export function frameOf(
  tokens: readonly Token[],
  group: Group,
  next: Group | undefined,
  found: FoundSubject,
  before: Before,
): Frame {
  if (group.form === 'nominal') return MAIN;
  if (group.form === 'infinitive') return { kind: 'purpose', opener: infinitiveOpener(tokens, group) };
  if (group.inverted) return inverted(tokens, group);
  if (found.relative >= 0)
    return { kind: 'relative', antecedent: found.phrase ? [found.phrase.from, found.relative] : null };
  const shared = before.chains[found.sharesWith];
  if (shared) return shared.frame;
  const start = found.phrase?.from ?? group.from;
  return (
    openedFrame(tokens, start, before, group) ?? unmarked(tokens, start, group, next, found.phrase, before) ?? MAIN
  );
}

/** "in order to", "so as to", or the bare "to". */
function infinitiveOpener(tokens: readonly Token[], group: Group): number {
  let to = group.from - 1;
  while (to > 0 && tokens[to]?.lower !== 'to') to--;
  const order = tokens[to - 1]?.lower;
  return (order === 'order' && tokens[to - 2]?.lower === 'in') || (order === 'as' && tokens[to - 2]?.lower === 'so')
    ? to - 2
    : to;
}

/** An auxiliary before its subject asks, or ("should you wish") sets a condition. */
function inverted(tokens: readonly Token[], group: Group): Frame {
  const first = tokens[group.from]?.lower;
  const asks = tokens.at(-1)?.text === '?' || ((tokens[group.from - 1]?.tags ?? 0) & Tag.wh) !== 0;
  if (!asks && (first === 'should' || first === 'had' || first === 'were'))
    return { kind: 'conditional', opener: group.from };
  return asks ? { kind: 'interrogative', opener: group.from } : MAIN;
}

/** A clause right after a verb or a noun without a word between: "said it would", "the plan we will publish". */
function unmarked(
  tokens: readonly Token[],
  start: number,
  group: Group,
  next: Group | undefined,
  subject: Phrase | null,
  before: Before,
): Frame | null {
  if (!subject || start === 0) return null;
  const word = tokens[start - 1];
  if (!word || word.clause !== tokens[start]?.clause) return null;
  const last = before.chains.at(-1);
  if (last && last.main === start - 1 && last.form !== 'nominal')
    return { kind: 'reported', by: last.main, holder: holderOf(tokens, last) };
  if (word.tags & NO_NOUN) return null;
  const opening = tokens[subject.from];
  const isPronoun = subject.to - subject.from === 1 && ((opening?.tags ?? 0) & Tag.pronoun) !== 0;
  if (!isPronoun && !POSSESSIVES.has(opening?.text ?? '')) return null;
  // "The plan we will publish sets out …": what the noun at the start is the subject of must follow.
  const isWithin = last
    ? last.clause === word.clause
    : next?.form === 'finite' && tokens[next.from]?.clause === word.clause;
  if (isWithin && isGap(tokens, group)) {
    const from = phraseStart(tokens, start - 1, before);
    return { kind: 'relative', antecedent: from < start ? [from, start] : null };
  }
  return last && isWithin ? byNoun(tokens, start - 1, before) : null;
}
