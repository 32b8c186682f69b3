/** Reads YAML that users wrote: packs and config files, as plain data with the place of every node. Loaded when needed. */
import { LineCounter, parseAllDocuments, type YAMLParseError } from 'yaml';
import { dataOf } from './data.ts';
import { faultsError, type YamlFault } from './fault.ts';
import { firstForbidden, type OffsetFault } from './forbidden.ts';
import { type PlaceOf, placesOf } from './places.ts';
import { textOf } from './text.ts';

/** One document of a YAML file. */
export interface YamlDocument {
  /** The file as the user typed it. */
  readonly file: string;
  /** Lists, mappings, texts, numbers, booleans and nulls; null where nothing but comments stands. */
  readonly value: unknown;
  readonly place: PlaceOf;
}

/**
 * The documents of a YAML file, parted by `---` lines; an empty file has one with the value null. Core schema; no
 * anchors, aliases, tags, directives or merge keys; no key twice; at most 1 MB, unless more is allowed, and 20 levels. Linear in the text.
 * @param source bytes or text
 * @param name the file as the user typed it
 * @param most the largest size that is allowed, in bytes or characters
 * @throws {PmedError} PMED-C301 (exit 2) with all faults that were found, each as `name:line:column: message`
 */
export function readYaml(source: string | Uint8Array, name: string, most?: number): readonly YamlDocument[] {
  const text = textOf(source, name, most);
  const lines = new LineCounter();
  const forbidden = firstForbidden(text);
  if (forbidden !== null) throw faultsError(name, placed([forbidden], countLines(text, lines)));
  const documents = withoutStacks(() =>
    parseAllDocuments(text, {
      schema: 'core',
      customTags: [],
      merge: false,
      // Keys are compared where the data are made, in linear time.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    }),
  );
  if ('empty' in documents) return [{ file: name, value: null, place: () => ({ line: 1, column: 1 }) }];
  const faults = documents.flatMap(({ errors }): OffsetFault[] => errors.map((its) => syntaxFault(its, text)));
  // What branches disagree on is no YAML either, and then one fault is behind all the others.
  const conflict = faults.length > 0 ? CONFLICT.exec(text) : null;
  if (conflict !== null) throw faultsError(name, placed([{ at: conflict.index, message: UNSETTLED }], lines));
  if (faults.length > 0) throw faultsError(name, placed(faults, lines));
  const data = documents.map(({ contents }) => dataOf(contents, faults));
  if (faults.length > 0) throw faultsError(name, placed(faults, lines));
  return data.map(({ value, spot }) => ({ file: name, value, place: placesOf(text, spot, lines) }));
}

const CONFLICT = /^<{7}(?:\s|$)/m;
const UNSETTLED = 'two branches have changed the file, and the conflict is not settled. Keep what is right of both.';

const placed = (faults: readonly OffsetFault[], lines: LineCounter): YamlFault[] =>
  faults.map(({ at, message }) => {
    const { line, col } = lines.linePos(at);
    return { line: Math.max(1, line), column: Math.max(1, col), code: 'PMED-C301', message };
  });

function countLines(text: string, lines: LineCounter): LineCounter {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** Faults of syntax are errors, of which a broken file has thousands; nobody sees their stacks, which cost most. */
function withoutStacks<Result>(step: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return step();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What a fault of syntax is in the words of someone who writes no YAML every day. */
function syntaxFault({ code, message, pos: [at] }: YAMLParseError, text: string): OffsetFault {
  const left = code === 'UNEXPECTED_TOKEN' ? leftOver(text, at) : null;
  return { at, message: left ?? REMEDIES[code] ?? `${lowered(message)}.` };
}

/** What stands too much behind a text, by what it stands behind in its line; null where that tells nothing. */
function leftOver(text: string, at: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (/^\s*(?:- )*[|>]/.test(line)) return "a text may not begin with '|' or '>'. Put it in quotes.";
  if (/["']\s*$/.test(line))
    return 'the text in quotes ends before this. Put the whole in one pair of quotes; double quotes in it are written \\".';
  if (/[\]}]\s*$/.test(line))
    return "what begins with a bracket ends with it, before this. Put a text that begins with '[' or '{' in quotes.";
  return null;
}

/** A key within the value of another: one cause of two faults, of which one is told. */
const SECOND_KEY =
  "a second key stands here, or the next line is indented further than this one. Line the keys up, and put a text with ': ' in it in quotes.";

const REMEDIES: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: 'a text may not begin with this sign. Put it in quotes.',
  TAB_AS_INDENT: 'a tab cannot indent a line. Use spaces.',
  BAD_INDENT: 'this line is indented less or more than its neighbours. Line it up with them.',
  MULTILINE_IMPLICIT_KEY: SECOND_KEY,
  BLOCK_AS_IMPLICIT_KEY: SECOND_KEY,
  BAD_DQ_ESCAPE: 'this is no escape of a text in double quotes. Write \\\\ for a backslash, or use single quotes.',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters.',
};

/** The first line of a message, begun in small letters and without its full stop or colon. */
function lowered(message: string): string {
  const [line = ''] = message.split('\n');
  return `${line.charAt(0).toLowerCase()}${line.slice(1)}`.trimEnd().replace(/[.:]$/, '');
}
