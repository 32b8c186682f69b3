/** Words that explanations use for what the rest of the room has names for. */
import type { ClaimKind, Strength } from '../claims/claim.ts';
import type { SubjectClass } from '../claims/names.ts';
import type { Sequence } from '../claims/sequence.ts';

/** What a class of subject is. */
export const SUBJECTS: Readonly<Record<SubjectClass, string>> = {
  own: 'the speaker',
  agent: 'a body that can be held to its word',
  others: 'a body that others direct',
  instrument: 'a plan, scheme or law',
  text: 'a part of the text itself',
  pronoun: 'a pronoun that points at something said before',
  thing: 'a thing, not a body',
  none: 'nobody named',
};

const LABELS: Readonly<Record<Strength, string>> = { 1: 'wished', 2: 'aimed', 3: 'planned', 4: 'firm', 5: 'binding' };

/** Classes of subject as rules take them, in short. */
const TAKEN: Readonly<Record<SubjectClass, string>> = {
  own: 'the speaker',
  agent: 'a body',
  others: 'a body that others direct',
  instrument: 'a plan or law',
  text: 'a part of the text',
  pronoun: 'a pronoun',
  thing: 'a thing',
  none: 'nobody named',
};

/** What a rule takes as its subject: `the speaker, a body or nobody named`. */
export function takenWords(subject: ReadonlySet<SubjectClass> | null): string {
  if (!subject) return 'any but a part of the text itself';
  return all(
    [...subject].map((kind) => TAKEN[kind]),
    'or',
  );
}

/** `firm (4)`. */
export const strengthWords = (strength: Strength): string => `${LABELS[strength]} (${strength})`;

/** `a firm commitment (4)`, `an obligation`. */
export function kindWords(kind: ClaimKind, strength: Strength | null): string {
  const article = /^[aeio]/.test(kind) ? 'an' : 'a';
  return strength === null ? `${article} ${kind}` : `${article} ${kind}, ${strengthWords(strength)}`;
}

/** The words of a half-open token range as they stand, those of a stem and of its item with an ellipsis between. */
export function wordsOf({ tokens, stem, sentence, borrowed }: Sequence, from: number, to: number): string {
  const cut = (host: Sequence['sentence'], a: number, b: number): string => {
    const first = tokens[a];
    const last = tokens[b - 1];
    return first && last && b > a ? host.text.slice(first.at, last.at + last.text.length) : '';
  };
  const parts = [
    stem ? cut(stem, Math.min(from, borrowed), Math.min(to, borrowed)) : '',
    cut(sentence, Math.max(from, borrowed), Math.max(to, borrowed)),
  ];
  return parts.filter((part) => part !== '').join(' … ');
}

/** `a`, `a and b`, `a, b and c`. */
export function all(parts: readonly string[], joint = 'and'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joint} ${last}`;
}
