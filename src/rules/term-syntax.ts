/** The syntax of terms: what a pattern says, word by word, and in which ways it can be said. */
import { wordParts } from './parts.ts';

/** How a part of a term matches: as it stands, also in the plural, any word that begins so, in these capitals only. */
export type Form = 'word' | 'plural' | 'stem' | 'acronym';

/** A word of a term, or one part of a compound; in lower case but for acronyms. */
export interface TermPart {
  readonly text: string;
  readonly form: Form;
}

/** One way to say a term: part after part. */
export type Way = readonly TermPart[];

/** A term, read. */
export interface TermWays {
  readonly ways: readonly Way[];
  /** For `x ~3 y`, where the ways are those of x: the ways of y, and how many parts may stand between. */
  readonly near: { readonly gap: number; readonly ways: readonly Way[] } | null;
}

/** What most terms are, and what begins like that: read at a glance, since packs have thousands. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;
const PLAIN_STEM = /^[a-z]+\*$/;
const NEAR = /^([^~]+) ~(\d) ([^~]+)$/;
const HAS_WORDS = /^[^\s~/=*]*[\p{L}\p{N}&+%£$€]|^=\p{L}/u;
const OPEN_STEM = /[-'/]\*/;
const MAX_WAYS = 64;

/**
 * Refuses a term that cannot be looked up.
 * @throws RangeError when it has no words, a stem that ends in a hyphen, or more than 64 combinations of alternatives
 */
export function checkTerm(pattern: string): void {
  if (PLAIN.test(pattern) || PLAIN_STEM.test(pattern)) return;
  if (!HAS_WORDS.test(pattern)) throw new RangeError(`the term '${pattern}' has no words`);
  if (OPEN_STEM.test(pattern)) throw new RangeError(`a stem of the term '${pattern}' ends in a hyphen`);
  const ways = pattern.split(' ').reduce((product, word) => product * choicesOf(word).length, 1);
  if (ways > MAX_WAYS) throw new RangeError(`too many alternatives in the term '${pattern}'`);
}

/** All the ways to say a term; its patterns are described at `Term`. */
export function readTerm(pattern: string): TermWays {
  const [, x, gap, y] = pattern.includes('~') ? (NEAR.exec(pattern) ?? []) : [];
  if (x === undefined || gap === undefined || y === undefined) return { ways: waysOf(pattern), near: null };
  return { ways: waysOf(x), near: { gap: Number(gap), ways: waysOf(y) } };
}

/** The first parts of a term's ways, and of those of its second half, without reading the rest of them. */
export function beginningsOf(pattern: string): readonly TermPart[] {
  if (PLAIN.test(pattern)) {
    const space = pattern.indexOf(' ');
    return [space < 0 ? { text: pattern, form: 'plural' } : { text: pattern.slice(0, space), form: 'word' }];
  }
  if (PLAIN_STEM.test(pattern)) return [{ text: pattern.slice(0, -1), form: 'stem' }];
  const [, x, , y] = pattern.includes('~') ? (NEAR.exec(pattern) ?? []) : [];
  if (x !== undefined && y !== undefined) return [...beginningsOf(x), ...beginningsOf(y)];
  const space = pattern.indexOf(' ');
  return choicesOf(space < 0 ? pattern : pattern.slice(0, space)).flatMap((word) =>
    partsOf(word, space < 0).slice(0, 1),
  );
}

/** The stems and acronyms of a term, wherever they stand in it. */
export function openPartsOf(pattern: string): readonly TermPart[] {
  if (!pattern.includes('*') && !pattern.includes('=')) return [];
  if (PLAIN_STEM.test(pattern)) return [{ text: pattern.slice(0, -1), form: 'stem' }];
  return pattern
    .split(' ')
    .flatMap(choicesOf)
    .flatMap((word) => partsOf(word, false))
    .filter(({ form }) => form === 'stem' || form === 'acronym');
}

function waysOf(words: string): readonly Way[] {
  const written = words.split(' ');
  let ways: TermPart[][] = [[]];
  written.forEach((word, at) => {
    const choices = choicesOf(word).map((choice) => partsOf(choice, at === written.length - 1));
    ways = ways.flatMap((way) => choices.map((parts) => [...way, ...parts]));
  });
  return ways;
}

/** The alternatives that a word of a pattern offers. */
const choicesOf = (word: string): readonly string[] =>
  word.includes('/') && !word.startsWith('=') ? word.split('/') : [word];

/** The parts of one word of a pattern: a compound has several. The last word of a pattern also matches its plural. */
function partsOf(word: string, isLast: boolean): readonly TermPart[] {
  if (word.startsWith('=')) return [{ text: word.slice(1), form: 'acronym' }];
  const final: Form = word.endsWith('*') ? 'stem' : isLast ? 'plural' : 'word';
  const parts = wordParts(word);
  return parts.map((text, at) => ({ text, form: at === parts.length - 1 ? final : 'word' }));
}
