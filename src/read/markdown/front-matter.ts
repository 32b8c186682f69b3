/** Front matter: the facts that a Markdown file states about itself before its text begins. */

/** The fields of the front matter, names in lower case, and where the text after it begins. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  /** Offset of the first character after the front matter; 0 where there is none. */
  readonly end: number;
}

const NONE: FrontMatter = { fields: new Map(), end: 0 };
/** The longest front matter looked at. */
const LONGEST = 20_000;
const FIELD = /^([A-Za-z][\w-]{0,40})[ \t]?[:=][ \t]*(\S[^\n]*)$/gm;

/**
 * Reads YAML (`---`), TOML (`+++`) and Pandoc (`% title`) front matter. Only simple `name: value` lines count; lists and
 * nested values are passed over, because no fact that pmed needs stands in one.
 * @param text the document's text
 */
export function readFrontMatter(text: string): FrontMatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.charCodeAt(start) === 0x25) return readPandoc(text, start);
  const fence = text.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return NONE;
  const first = text.indexOf('\n', start);
  if (first < 0 || text.slice(start + 3, first).trim() !== '') return NONE;
  const end = closingFence(text, first, fence);
  if (end === null) return NONE;
  const fields = new Map<string, string>();
  for (const [, name, value] of text.slice(first + 1, end.start).matchAll(FIELD)) {
    if (name === undefined || value === undefined) continue;
    fields.set(name.toLowerCase(), unquoted(value.trim()));
  }
  // A rule, a paragraph and a rule are no front matter.
  return fields.size === 0 ? NONE : { fields, end: end.after };
}

function closingFence(text: string, from: number, fence: string): { start: number; after: number } | null {
  let line = from + 1;
  while (line < text.length && line < LONGEST) {
    const stop = text.indexOf('\n', line);
    const end = stop < 0 ? text.length : stop;
    const printed = text.slice(line, end).trimEnd();
    if (printed === fence || (fence === '---' && printed === '...')) return { start: line, after: end };
    line = end + 1;
  }
  return null;
}

/** Pandoc's title block: up to three lines that begin with `%`, for title, authors and date. */
function readPandoc(text: string, start: number): FrontMatter {
  const fields = new Map<string, string>();
  let at = start;
  for (const name of ['title', 'author', 'date']) {
    if (text.charCodeAt(at) !== 0x25) break;
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    const value = text.slice(at + 1, end).trim();
    if (value !== '') fields.set(name, value);
    at = Math.min(end + 1, text.length);
  }
  return fields.size === 0 ? NONE : { fields, end: at };
}

/** A value without quotation marks or a trailing comment. */
function unquoted(value: string): string {
  const quote = value.charAt(0);
  if (quote === '"' || quote === "'") {
    const close = value.lastIndexOf(quote);
    return close > 0 ? value.slice(1, close) : value.slice(1);
  }
  const comment = value.indexOf(' #');
  return comment > 0 ? value.slice(0, comment).trimEnd() : value;
}
