/** What YAML offers and a pack or config file may not use, found before anything is built from the file. */
import { CST, Lexer } from 'yaml';

/** A fault by its offset into the text. */
export interface OffsetFault {
  readonly at: number;
  readonly message: string;
}

/** Deepest nesting of lists and mappings. */
export const MAX_DEPTH = 20;
/**
 * Columns at which something is open when lists and mappings nest so deep: of each level a dash, a key and its colon. The
 * parser underneath calls itself for every level, so that what nests deeper may not come to it.
 */
const MAX_OPEN = 3 * MAX_DEPTH + 4;
/** Words, marks and stretches of white space; a megabyte written by hand has about 200,000. */
const MAX_TOKENS = 250_000;

/**
 * The first use of an anchor, an alias, a tag or a directive, or the first place that is nested too deep. Goes through
 * the tokens of the file one by one and builds nothing, so that a small file that would unfold into a large one costs
 * nothing. Linear in the text.
 * @returns null where there is none
 */
export function firstForbidden(text: string): OffsetFault | null {
  let at = 0;
  let tokens = 0;
  let brackets = 0;
  let isScalar = false;
  let lineStart = 0;
  /** Columns of what is open at the place, ascending. */
  let open: number[] = [];
  for (const token of new Lexer().lex(text)) {
    const type: CST.TokenType | null = isScalar ? null : CST.tokenType(token);
    isScalar = type === 'scalar';
    // Marks that the lexer adds are no part of the text.
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'flow-seq-start' || type === 'flow-map-start') brackets++;
    if (type === 'flow-seq-end' || type === 'flow-map-end') brackets = Math.max(0, brackets - 1);
    const message = type === null ? undefined : FORBIDDEN[type];
    if (message !== undefined) return { at, message };
    if (++tokens > MAX_TOKENS)
      return { at, message: 'the file holds more than 250,000 words and marks. Cut it into several files.' };
    if (type === 'newline') lineStart = at + token.length;
    else if (type === 'doc-start') open = [];
    else if (type !== 'space' && type !== 'comment' && type !== 'byte-order-mark') {
      const column = at - lineStart;
      while (column <= (open.at(-1) ?? -1)) open.pop();
      if (brackets === 0) open.push(column);
    }
    if (brackets > MAX_DEPTH || open.length > MAX_OPEN)
      return { at, message: `lists and mappings nest deeper than ${MAX_DEPTH}.` };
    at += token.length;
    const lastLine = token.lastIndexOf('\n');
    if (lastLine >= 0) lineStart = at - token.length + lastLine + 1;
  }
  return null;
}

const FORBIDDEN: Readonly<Record<string, string>> = {
  anchor: "anchors (&name) are not read. Put the text in quotes if the '&' belongs to it.",
  alias: "aliases (*name) are not read. Put the text in quotes if the '*' belongs to it.",
  tag: "tags (!name) are not read. Put the text in quotes if the '!' belongs to it.",
  'explicit-key-ind':
    "keys behind a '?' are not read. Write key: value, and put a text that begins with '?' in quotes.",
  'directive-line': 'directives (%NAME) are not read. Leave this line out.',
};
