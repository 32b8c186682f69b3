/** The body that "it" or "they" at the beginning of a sentence stands for. */
import { chainsOf } from '../../annotate/chains.ts';
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { Names, SubjectClass } from './names.ts';
import { alone } from './sequence.ts';
import { findSubject } from './subject.ts';
import { citing } from './words.ts';

/** A body that sentences go on about. */
export interface Antecedent {
  readonly kind: SubjectClass;
  readonly name: string;
}

const POINTING = new Set(['it', 'they']);
/** How many sentences of a paragraph are looked back through; beyond its own paragraph a pronoun reaches one sentence back. */
const FARTHEST = 4;

/**
 * What the pronoun that opens a sentence stands for: the subject of the nearest sentence before that is about a body, through
 * sentences that go on with a pronoun or speak of plans and the like; null where the sentence opens otherwise, or where a
 * thing was spoken of last.
 */
export function antecedentOf(sentence: Sentence, annotated: Annotated, names: Names): Antecedent | null {
  if (!POINTING.has(sentence.tokens[0]?.lower ?? '')) return null;
  for (let k = sentence.index - 1; k >= 0 && k >= sentence.index - FARTHEST; k--) {
    const before = annotated.sentences[k];
    if (!before || (before.block !== sentence.block && k < sentence.index - 1)) return null;
    if (before.kind === 'heading') continue;
    const about = subjectOf(before, names);
    if (about === 'thing') return null;
    if (about !== 'nothing') return about;
  }
  return null;
}

/** The body that a sentence is about: the subject of its first finite verb in a main clause. */
function subjectOf(sentence: Sentence, names: Names): Antecedent | 'thing' | 'nothing' {
  const { tokens } = sentence;
  const chain = chainsOf(tokens).find(({ form, frame }) => form === 'finite' && frame.kind !== 'relative');
  if (!chain) return 'nothing';
  const { kind, from, to } = findSubject(tokens, chain.from, names);
  switch (kind) {
    case 'own':
    case 'agent':
    case 'others':
      return { kind, name: citing(alone(sentence))(from, to) };
    case 'thing':
      return 'thing';
    default:
      return 'nothing';
  }
}
