/** Tells whether a clause lacks its object, as a relative clause does. */
import type { Token } from '../../model/annotated.ts';
import type { Group } from '../groups/group.ts';
import { Tag } from '../tags.ts';

const OBJECT = Tag.determiner | Tag.pronoun | Tag.number | Tag.capital;

/** Whether a clause lacks its object, as the relative clause of an object does: "that we will publish | in May". */
export function isGap(tokens: readonly Token[], group: Group | undefined): boolean {
  if (!group) return false;
  const next = tokens[group.to];
  if (group.voice === 'passive') return false;
  if (!next) return true;
  if (next.tags & OBJECT) return false;
  return (
    (next.tags &
      (Tag.preposition |
        Tag.conjunction |
        Tag.subordinator |
        Tag.punctuation |
        Tag.adverb |
        Tag.modal |
        Tag.be |
        Tag.have)) !==
    0
  );
}
