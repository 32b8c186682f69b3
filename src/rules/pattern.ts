/** Parses the pattern language of rule packs into a small tree. */

/**
 * A parsed pattern. Words are lower case unless written with `=`; a `word` with `stem` matches every word that begins
 * with it. `gap` matches up to `most` words within a clause.
 */
export type Pattern =
  | { readonly kind: 'word'; readonly word: string; readonly stem: boolean; readonly exact: boolean }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'span'; readonly name: string }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' }
  | { readonly kind: 'optional'; readonly inner: Pattern }
  | { readonly kind: 'capture'; readonly name: string; readonly inner: Pattern }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] };

/** A fault in a pattern, with the offset of the character at which it was noticed. */
export class PatternFault extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = 'PatternFault';
    this.offset = offset;
  }
}

/** A pattern that is too large, whatever it says. */
export class PatternLimit extends PatternFault {}

/** Longest gap that a pattern may ask for, in words. */
const MAX_GAP = 40;
const MAX_DEPTH = 20;
/** Most characters of a pattern, and most alternatives of one bracket. */
const MAX_LENGTH = 2000;
const MAX_OPTIONS = 500;

interface Lexeme {
  readonly text: string;
  readonly at: number;
}

/** One lexeme: a mark escaped with `\\`, `(`, `)`, `|`, `?`, `^`, `$`, `...n`, `name=`, or a word-like run up to white space or one of these. */
function lex(source: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < source.length) {
    const c = source.charAt(at);
    if (c === ' ' || c === '\n' || c === '\t' || c === '\r') {
      at++;
      continue;
    }
    if ('()|?^$'.includes(c)) {
      lexemes.push({ text: c, at });
      at++;
      continue;
    }
    const from = at;
    if (c === '\\' && at + 1 < source.length) {
      at += 2;
      lexemes.push({ text: source.slice(from, at), at: from });
      continue;
    }
    // A word ends at white space, a bracket, a bar or a question mark; `name=` ends after its sign.
    while (at < source.length && !' \n\t\r()|?'.includes(source.charAt(at))) {
      at++;
      if (source.charAt(at - 1) === '=' && at - 1 > from && /^[a-z][a-z0-9-]*=$/.test(source.slice(from, at))) break;
    }
    lexemes.push({ text: source.slice(from, at), at: from });
  }
  return lexemes;
}

/**
 * Parses a pattern: words, `stem*`, `=Exact`, `@list`, `:kind`, `...n`, `^`, `$`, `x?`, `( a | b )` and `name=x`.
 * @throws {PatternFault} with the offset into `source`
 */
export function parsePattern(source: string): Pattern {
  if (source.length > MAX_LENGTH)
    throw new PatternLimit(`the pattern is longer than ${MAX_LENGTH} characters; make several of it`, MAX_LENGTH);
  const lexemes = lex(source);
  let at = 0;
  const peek = (): Lexeme | undefined => lexemes[at];
  const offset = (): number => peek()?.at ?? source.length;

  const choice = (depth: number): Pattern => {
    if (depth > MAX_DEPTH) throw new PatternLimit(`brackets nest deeper than ${MAX_DEPTH}`, offset());
    const options = [sequence(depth)];
    while (peek()?.text === '|') {
      if (options.length >= MAX_OPTIONS)
        throw new PatternLimit(
          `more than ${MAX_OPTIONS} alternatives stand in one place; make a list of them`,
          offset(),
        );
      at++;
      options.push(sequence(depth));
    }
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options };
  };

  const sequence = (depth: number): Pattern => {
    const parts: Pattern[] = [];
    for (let next = peek(); next && next.text !== '|' && next.text !== ')'; next = peek()) parts.push(item(depth));
    if (parts.length === 0) throw new PatternFault('nothing stands here; a word, list, kind or bracket must', offset());
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'sequence', parts };
  };

  const item = (depth: number): Pattern => {
    let inner = atom(depth);
    if (peek()?.text === '?') {
      at++;
      inner = { kind: 'optional', inner };
    }
    return inner;
  };

  const atom = (depth: number): Pattern => {
    const lexeme = peek();
    if (!lexeme) throw new PatternFault('the pattern ends too early', source.length);
    at++;
    const { text } = lexeme;
    if (text === '(') {
      const inner = choice(depth + 1);
      if (peek()?.text !== ')') throw new PatternFault('a bracket is opened and not closed', lexeme.at);
      at++;
      return inner;
    }
    if (text === '^') return { kind: 'edge', edge: 'start' };
    if (text === '$') return { kind: 'edge', edge: 'end' };
    if (text === '?') throw new PatternFault("'?' follows what it makes optional", lexeme.at);
    if (text.startsWith('\\') && text.length > 1)
      return { kind: 'word', word: text.slice(1), stem: false, exact: false };
    const name = /^([a-z][a-z0-9-]*)=$/.exec(text)?.[1];
    if (name) return { kind: 'capture', name, inner: item(depth) };
    if (text.startsWith('...')) return gap(text, lexeme.at);
    if (text.startsWith('@')) return { kind: 'list', name: named(text, 'list', lexeme.at) };
    if (/^:[\p{L}_]/u.test(text)) return { kind: 'span', name: named(text, 'kind', lexeme.at) };
    if (/^[\p{L}\p{N}_-]+=/u.test(text))
      throw new PatternFault("the name before '=' is not in small letters, figures and hyphens", lexeme.at);
    return words(text, lexeme.at);
  };

  const parsed = choice(0);
  const rest = peek();
  if (rest) throw new PatternFault(`'${rest.text}' closes nothing`, rest.at);
  return parsed;
}

function gap(text: string, at: number): Pattern {
  const most = Number(text.slice(3));
  if (!Number.isInteger(most) || most < 1)
    throw new PatternFault("a gap is written '...' and the most words it may span, as in ...4", at);
  if (most > MAX_GAP) throw new PatternFault(`a gap may span at most ${MAX_GAP} words`, at);
  return { kind: 'gap', most };
}

function named(text: string, what: string, at: number): string {
  const name = text.slice(1);
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new PatternFault(`'${text}' is not the name of a ${what}`, at);
  return name;
}

/**
 * A written word as the tokens it is read as: "long-term" is three, "agency's" two. Must agree with
 * `annotate/tokens.ts`.
 */
function words(text: string, at: number): Pattern {
  const exact = text.startsWith('=') && text.length > 1;
  const written = exact ? text.slice(1) : text;
  const stem = written.endsWith('*') && written.length > 1;
  const body = (stem ? written.slice(0, -1) : written).replaceAll('’', "'").replaceAll('—', '–');
  if (stem && body.length < 2) throw new PatternFault('a stem needs at least two letters before its *', at);
  if (body.includes('*') && body !== '*') throw new PatternFault("'*' may stand only at the end of a word", at);
  const parts =
    body.match(/\p{L}n't$|n't$|'(?:s|ll|re|ve|d|m)$|(?:\p{L}\.)+\p{L}\.?|[\p{L}\p{N}\p{M}]+(?:[.,]\p{N}+)*|[^\s]/gu) ??
    [];
  const tokens = parts.flatMap((part) => (/.n't$/.test(part) ? [part.slice(0, -3), "n't"] : [part]));
  const parsed: Pattern[] = tokens.map((word, i) => ({
    kind: 'word',
    word: exact ? word : word.toLowerCase(),
    stem: stem && i === tokens.length - 1,
    exact,
  }));
  const [only] = parsed;
  return parsed.length === 1 && only ? only : { kind: 'sequence', parts: parsed };
}
