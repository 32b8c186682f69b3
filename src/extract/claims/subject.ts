/** Finds the subject of a verb group and says what kind of thing it is. */
import { type Place, placeOf } from '../../annotate/chains.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Phrase, Token } from '../../model/annotated.ts';
import type { Names, SubjectClass } from './names.ts';

/** A subject: half-open token range of its minimal noun phrase, without relative clause; empty where there is none. */
export interface Subject {
  readonly kind: SubjectClass;
  readonly from: number;
  readonly to: number;
  /** Whether the verb stands in a relative clause ("a plan which will …"): the subject is its antecedent. */
  readonly relative: boolean;
}

const NONE: Subject = { kind: 'none', from: 0, to: 0, relative: false };
const OWN = new Set(['we', 'i', 'us']);
const POINTING = new Set('it this that these those they he she there which who one what you'.split(' '));

/**
 * The subject of the chain that the verb at `verb` belongs to (its modal, auxiliary or finite verb), or the phrase
 * before any other word.
 * @param tokens the sequence; @param verb position in it
 */
export const findSubject = (tokens: readonly Token[], verb: number, names: Names): Subject =>
  subjectIn(tokens, placeOf(tokens, verb), names);

/** The subject of a place in a sequence. */
export function subjectIn(tokens: readonly Token[], { subject: phrase, isRelative }: Place, names: Names): Subject {
  if (!phrase) return NONE;
  const only = phrase.to - phrase.from === 1 ? tokens[phrase.from]?.lower : undefined;
  if (only !== undefined && !isRelative) {
    if (OWN.has(only)) return { kind: 'own', from: phrase.from, to: phrase.to, relative: false };
    if (POINTING.has(only)) return { kind: 'pronoun', from: phrase.from, to: phrase.to, relative: false };
  }
  return classify(tokens, phrase, names, isRelative);
}

/** Classifies a noun phrase by its head. */
function classify(tokens: readonly Token[], phrase: Phrase, names: Names, relative: boolean): Subject {
  const { from, to: end, head } = phrase;
  const opening = tokens[from]?.tags ?? 0;
  if (opening & Tag.preposition && !(opening & (Tag.determiner | Tag.pronoun))) {
    const named = names.lastName(tokens, from, end);
    if (named) return { kind: 'agent', from: named[0], to: named[1], relative };
  }
  const to = head + 1;
  const kind = names.classify(tokens, from, to, head);
  // "the Department of Health and Social Care": a name runs on through its of-phrase.
  const full = kind === 'agent' || kind === 'own' ? names.extend(tokens, to, end) : to;
  return { kind, from, to: full, relative };
}
