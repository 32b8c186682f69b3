/** The tokens of an expression: words, quoted words, comparisons and brackets, each with its offset. */
import { QueryFault } from './fault.ts';

export type Comparison = '=' | '!=' | '~' | '!~' | '<' | '<=' | '>' | '>=';

export type QueryToken =
  | { readonly kind: 'word' | 'quoted' | 'open' | 'close' | 'end'; readonly text: string; readonly at: number }
  | { readonly kind: 'comparison'; readonly text: Comparison; readonly at: number };

const SPELLINGS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '≠': '!=',
  '~': '~',
  '!~': '!~',
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
};
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };
const PIECE = /(?<space>\s+)|(?<comparison>[!=<>]=|<>|!~|[=~<>≠≤≥])|(?<word>[^\s()"“”=~<>≠≤≥!]+)/uy;

/**
 * The tokens in their order, `end` last.
 * @throws QueryFault where a quote does not end or a sign means nothing
 */
export function tokensOf(source: string): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    const closing = CLOSING[character];
    if (closing !== undefined) {
      const { text, end } = quotedFrom(source, at, closing);
      tokens.push({ kind: 'quoted', text, at });
      at = end;
      continue;
    }
    if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close', text: character, at });
      at++;
      continue;
    }
    PIECE.lastIndex = at;
    const { comparison, word, space } = PIECE.exec(source)?.groups ?? {};
    const length = (comparison ?? word ?? space)?.length ?? 0;
    if (length === 0) throw new QueryFault(at, `'${character}' means nothing here`, "Write 'not' for the opposite");
    const known = comparison === undefined ? undefined : SPELLINGS[comparison];
    if (known !== undefined) tokens.push({ kind: 'comparison', text: known, at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
    at += length;
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }];
}

/** The words between quotes; a backslash keeps a quote or backslash from its meaning. */
function quotedFrom(source: string, from: number, closing: string): { text: string; end: number } {
  let text = '';
  for (let at = from + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === closing) return { text, end: at + 1 };
    const next = source.charAt(at + 1);
    if (character === '\\' && (next === closing || next === '\\')) at++;
    text += character === '\\' && (next === closing || next === '\\') ? next : character;
  }
  throw new QueryFault(from, 'the quote that begins here does not end', `Close it with ${closing}`);
}
