/** The body that "it" or "they" at the beginning of a sentence stands for. */
import { chainsOf } from '../../annotate/chains.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import type { Names, SubjectClass } from './names.ts';
import { alone } from './sequence.ts';
import { findSubject } from './subject.ts';
import { citing } from './words.ts';

/** A body that sentences go on about. */
export interface Antecedent {
  readonly kind: SubjectClass;
  readonly name: string;
}

const POINTING = new Set(['it', 'they', 'its', 'their']);
/** How far into its sentence a pronoun opens it, behind words such as "In addition,". */
const OPENING = 3;
/** How many sentences of a paragraph are looked back through; beyond its own paragraph a pronoun reaches one sentence back. */
const FARTHEST = 4;

/**
 * What the pronoun that opens a sentence stands for: the subject of the nearest sentence before that is about a body, through
 * sentences that go on with a pronoun or speak of plans and the like; null where the sentence opens otherwise, or where a
 * thing was spoken of last.
 */
export function antecedentOf(sentence: Sentence, annotated: Annotated, names: Names): Antecedent | null {
  if (pronounOf(sentence.tokens) < 0) return null;
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

/** Position of the pronoun that opens a sentence, at once or behind a word that leads on ("Further, it …"); or -1. */
export function pronounOf(tokens: readonly Token[]): number {
  for (let k = 0; k <= OPENING; k++) {
    const token = tokens[k];
    if (!token) return -1;
    if (POINTING.has(token.lower)) {
      const before = tokens[k - 1];
      const isLed = k === 1 && before !== undefined && (before.tags & (Tag.adverb | Tag.conjunction)) !== 0;
      return k === 0 || before?.text === ',' || isLed ? k : -1;
    }
    if (token.tags & (Tag.modal | Tag.be | Tag.have | Tag.determiner | Tag.wh | Tag.subordinator)) return -1;
  }
  return -1;
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
