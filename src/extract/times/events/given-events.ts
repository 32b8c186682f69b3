/** Lengths counted from events that the user names and the rules do not know: "within a year of the bridge's opening". */
import type { Token } from '../../../model/annotated.ts';
import type { Item } from '../item.ts';
import type { EventTerm } from '../term.ts';
import type { EventWords } from './event-rules.ts';

/** What stands between a length and the event that it is counted from, with the direction of counting. */
const FROM = new Map<string, 1 | -1>([
  ['of', 1],
  ['after', 1],
  ['from', 1],
  ['following', 1],
  ['since', 1],
  ['before', -1],
]);

/** Names of events as words, in lower case. */
export type GivenNames = readonly (readonly string[])[];

/** The words of the names that a user gives. */
export function givenNames(anchors: Readonly<Record<string, string>>): GivenNames {
  return Object.keys(anchors).map((name) => name.toLowerCase().match(/[\p{L}\p{N}]+|'s/gu) ?? []);
}

/** The items of a sentence, those before "of" or "after" and such a name counted from it. */
export function countedFrom(
  items: readonly Item[],
  tokens: readonly Token[],
  names: GivenNames,
  { determiners }: EventWords,
): readonly Item[] {
  if (names.length === 0) return items;
  const nameAt = (at: number) => names.find((words) => words.every((word, i) => tokens[at + i]?.lower === word));
  return items.map((item): Item => {
    const { term, to } = item;
    if (term.kind === 'offset' && typeof term.from === 'object' && term.from.kind === 'event') {
      // "two years after the opening" may be only the beginning of a name that the user gives.
      const at = to - term.from.name.split(' ').length;
      const name = nameAt(at);
      return name ? { ...item, term: { ...term, from: eventOf(tokens.slice(at, at + name.length)) } } : item;
    }
    const sign = FROM.get(tokens[to]?.lower ?? '');
    if (term.kind !== 'duration' || sign === undefined || term.within) return item;
    let at = to + 1;
    while (at < tokens.length && determiners.has(tokens[at]?.lower ?? '')) at++;
    const name = nameAt(at);
    if (!name) return item;
    const from = eventOf(tokens.slice(at, at + name.length));
    if (item.cue?.rule.relation === 'within') return { ...item, term: { ...term, sign: 1, from, through: true } };
    return { ...item, term: { kind: 'offset', length: term, sign, from } };
  });
}

const eventOf = (words: readonly Token[]): EventTerm => ({
  kind: 'event',
  name: words.map(({ text }) => text).join(' '),
});
