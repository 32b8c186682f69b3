/** Searches for one pattern that a user types: the pattern language of the packs, with inflections where they are wanted. */
import { Tag } from '../annotate/tags.ts';
import type { Words } from '../model/annotated.ts';
import { ruleSet } from './engine.ts';
import type { Inflect } from './inflections.ts';
import type { RawMatch } from './matcher.ts';
import { type Pattern, PatternFault, parsePattern } from './pattern.ts';
import { compilePattern } from './program.ts';
import { isSolid } from './reach.ts';
import { type RuleData, writeCode } from './rule-data.ts';
import { WordTests } from './word-tests.ts';

/** A word of the pattern, and the forms of it that are found. */
export interface SoughtWord {
  /** As typed, in lower case unless its capitals count; stems end in `*`. */
  readonly word: string;
  /** Empty for a stem, which finds every word that begins with it. */
  readonly forms: readonly string[];
}

/** A pattern to look for. */
export interface Search {
  /** The matches in a token sequence, from left to right, none overlapping another. */
  readonly find: (words: Words) => readonly Pick<RawMatch, 'from' | 'to'>[];
  /** The words that the pattern names, each once, in its order. */
  readonly words: readonly SoughtWord[];
}

/** Finds no spans: those of dates or bodies come from an analysis. */
const NO_SPANS = new Map<string, never>();

/**
 * @param source words, `stem*`, `=Exact`, `a | b`, `x?`, `( )`, `...n`, `^`, `$`, and kinds that a single word shows, such as
 *   `:number` or `:capital`
 * @param inflect the forms of a word; null to find words as typed only. With it a hyphen between two words may be there or
 *   not: "net zero" finds "net-zero".
 * @throws {PatternFault} with the offset into `source`
 */
export function searchFor(source: string, inflect: Inflect | null): Search {
  const parsed = parsePattern(source);
  refuseKinds(parsed);
  if (!isSolid(parsed)) throw new PatternFault('it may match no word at all; name one that must stand there', 0);
  const sought = new Map<string, SoughtWord>();
  const lists = new Map<string, readonly Pattern[]>();
  const pattern = widened(parsed, inflect, sought, lists);
  const tests = new WordTests();
  const { code, first, ...program } = compilePattern(pattern, { tests, list: (name) => lists.get(name) });
  const strings: string[] = [];
  const written = { code: writeCode(code, strings), first: first && writeCode(first, strings) };
  const data: RuleData = {
    tests: tests.size,
    ...tests.written(),
    strings,
    programs: [{ ...program, ...written }],
    rules: [{ key: 'kwic/pattern', match: [0], except: [], unless: [], with: [], lists: {} }],
  };
  const file = { file: 'kwic', pack: 'kwic', rules: [{ id: 'pattern', description: 'What the user looks for.' }] };
  const set = ruleSet('kwic', [file], new Map([['kwic', data]]));
  return {
    // A match that spans nothing begins where the pattern needs an edge of the sentence only.
    find: (words) => set.match(words, NO_SPANS, 0).filter(({ from, to }) => to > from),
    words: [...sought.values()],
  };
}

/** Refuses lists of packs and kinds that only an analysis finds. */
function refuseKinds(pattern: Pattern): void {
  if (pattern.kind === 'list')
    throw new PatternFault(`'@${pattern.name}' is a list of a rule pack; write its words with | between them`, 0);
  if (pattern.kind === 'span' && !Object.hasOwn(Tag, pattern.name)) {
    const kinds = Object.keys(Tag).map((name) => `:${name}`);
    throw new PatternFault(`no word is known to be ':${pattern.name}'; there are ${kinds.join(' ')}`, 0);
  }
  for (const part of partsOf(pattern)) refuseKinds(part);
}

function partsOf(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case 'optional':
    case 'capture':
      return [pattern.inner];
    case 'sequence':
      return pattern.parts;
    case 'choice':
      return pattern.options;
    default:
      return [];
  }
}

const HYPHEN: Pattern = { kind: 'word', word: '-', stem: false, exact: false };
const isWord = (pattern: Pattern | undefined): boolean =>
  pattern?.kind === 'word' && /^[\p{L}\p{N}]/u.test(pattern.word);
const isHyphen = (pattern: Pattern): boolean => pattern.kind === 'word' && pattern.word === '-';

/** The pattern with the forms of each word in its place, as a list of them. */
function widened(
  pattern: Pattern,
  inflect: Inflect | null,
  sought: Map<string, SoughtWord>,
  lists: Map<string, readonly Pattern[]>,
): Pattern {
  const inner = (part: Pattern): Pattern => widened(part, inflect, sought, lists);
  switch (pattern.kind) {
    case 'word': {
      const { word, stem, exact } = pattern;
      const key = stem ? `${word}*` : word;
      const forms = stem ? [] : exact || inflect === null ? [word] : inflect(word);
      if (isWord(pattern)) sought.set(key, { word: key, forms });
      if (forms.length < 2) return pattern;
      lists.set(
        word,
        forms.map((form): Pattern => ({ kind: 'word', word: form, stem: false, exact: false })),
      );
      return { kind: 'list', name: word };
    }
    case 'optional':
    case 'capture':
      return { ...pattern, inner: inner(pattern.inner) };
    case 'choice':
      return { ...pattern, options: pattern.options.map(inner) };
    case 'sequence': {
      const parts = inflect === null ? pattern.parts : withHyphens(flat(pattern.parts));
      return { kind: 'sequence', parts: parts.map(inner) };
    }
    default:
      return pattern;
  }
}

/** Sequences in a sequence as one. */
const flat = (parts: readonly Pattern[]): readonly Pattern[] =>
  parts.flatMap((part) => (part.kind === 'sequence' ? flat(part.parts) : [part]));

/** A hyphen that may be there between two words, whether one was typed or not. */
function withHyphens(parts: readonly Pattern[]): readonly Pattern[] {
  return parts.flatMap((part, at): readonly Pattern[] => {
    const next = parts[at + 1];
    if (isHyphen(part) && isWord(parts[at - 1]) && isWord(next)) return [{ kind: 'optional', inner: HYPHEN }];
    return isWord(part) && isWord(next) ? [part, { kind: 'optional', inner: HYPHEN }] : [part];
  });
}
