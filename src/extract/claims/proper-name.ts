/** The grammar of proper names: where the name of a body begins and ends among the words around it. */
import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import { MONTHS } from '../../model/months.ts';

/** Finds the ends of proper names; every range is half-open and of tokens. */
export interface ProperNames {
  /**
   * Where the name ends whose words begin at `from`: through "of" and "for", through "and" inside a name ("Health and
   * Social Care"), not into the next name ("the Harbour Board and Fernhollow Council").
   * @param end one past the last token that may belong to it
   */
  readonly end: (tokens: readonly Token[], from: number, end: number) => number;
  /** Where the words of the name begin that goes on to `at`, its article left out. */
  readonly start: (tokens: readonly Token[], at: number) => number;
  /** The name of two words or more, or of capitals, that ends right before `end`, without its article; or null. */
  readonly before: (tokens: readonly Token[], end: number) => readonly [number, number] | null;
}

/** Longest name, in tokens: bounds the work in texts of capitals. */
const LONGEST = 16;

const NO_NAMES: ReadonlySet<string> = new Set(MONTHS.map((month) => month.toLowerCase()));
const FUNCTION =
  Tag.determiner | Tag.pronoun | Tag.modal | Tag.subordinator | Tag.wh | Tag.preposition | Tag.conjunction;

/** Small words of names, which tell none apart. */
export const SMALL: ReadonlySet<string> = new Set('the of for and in to on a an uk us by with'.split(' '));

/** Whether a token can be a word of a name by itself. */
export const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tags & Tag.capital) !== 0 &&
  ((token.tags & Tag.upper) !== 0 || !(token.tags & (FUNCTION | Tag.punctuation))) &&
  !NO_NAMES.has(token.lower);

/** @param heads nouns with which the name of a body ends, so that "and" after one begins another name */
export function properNames(heads: ReadonlySet<string>): ProperNames {
  const isHead = (token: Token | undefined): boolean => token !== undefined && heads.has(token.lower);

  /** Whether "and" at `at` stands inside a name: before it no complete body, after it no name of its own. */
  const joins = (tokens: readonly Token[], at: number, limit: number, isOpen: boolean): boolean => {
    if (((tokens[at - 1]?.tags ?? 0) | (tokens[at + 1]?.tags ?? 0)) & Tag.upper) return false;
    if (!isOpen) return !isHead(tokens[at - 1]);
    // Inside an of-phrase what follows is part of it, unless a body with a head of its own comes: "and Harbour Council".
    let stop = at + 1;
    while (stop < limit && isNameWord(tokens[stop])) stop++;
    return !isHead(tokens[stop - 1]) || INNER.has(tokens[stop - 1]?.lower ?? '');
  };

  /** Whether a token between two capitalised words keeps them in one name. */
  const links = (tokens: readonly Token[], at: number): boolean => {
    const token = tokens[at];
    if (!token) return false;
    if (token.text === '&' || token.text === '-' || token.lower === 'of' || token.lower === 'for') return true;
    if (token.lower === 'and') return !isHead(tokens[at - 1]) && !((tokens[at - 1]?.tags ?? 0) & Tag.upper);
    return token.text === "'s";
  };

  const end: ProperNames['end'] = (tokens, from, stop) => {
    const limit = Math.min(stop, from + LONGEST);
    let last = from;
    let at = from;
    let isOpen = false;
    while (at < limit) {
      const token = tokens[at];
      if (!token) break;
      if (isNameWord(token)) {
        last = ++at;
        continue;
      }
      if (at === from) break;
      const next = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
      if (token.lower === 'of' || token.lower === 'for' || (token.lower === 'on' && isHead(tokens[at - 1]))) {
        if (!isNameWord(tokens[next])) break;
        isOpen = true;
        at = next;
        continue;
      }
      if (!isNameWord(tokens[at + 1])) break;
      if (token.lower === 'and') {
        if (!joins(tokens, at, limit, isOpen)) break;
      } else if (token.text === ',') {
        if (!isOpen || !isListed(tokens, at + 1, limit)) break;
      } else if (token.text !== "'s" && token.text !== '&' && token.text !== '-') break;
      at++;
    }
    return last;
  };

  const start: ProperNames['start'] = (tokens, at) => {
    let from = at;
    while (from > 0 && at - from < LONGEST) {
      if (isNameWord(tokens[from - 1])) from--;
      else if (isNameWord(tokens[from - 2]) && links(tokens, from - 1)) from -= 2;
      else break;
    }
    return from;
  };

  return {
    end,
    start,
    before: (tokens, stop) => {
      if (!isNameWord(tokens[stop - 1])) return null;
      const from = start(tokens, stop - 1);
      return stop - from > 1 || (tokens[from]?.tags ?? 0) & Tag.upper ? [from, stop] : null;
    },
  };
}

/** Heads that also stand inside an of-phrase: "the Ministry of Housing and Local Government". */
const INNER = new Set(['government', 'service', 'services']);

/** Whether a comma inside an of-phrase leads to a listed last part: "of Housing, Communities and Local Government". */
function isListed(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let k = at; k < Math.min(limit, at + 8); k++) {
    if (tokens[k]?.lower === 'and') return isNameWord(tokens[k + 1]);
    if (!isNameWord(tokens[k]) && tokens[k]?.text !== ',') return false;
  }
  return false;
}
