/** Places as SARIF addresses them: a line of the document, or of the text of it that was written beside the results. */
import { lineAt, lineStarts } from '../../model/lines.ts';
import type { AnnotatedPlace } from './annotation.ts';

/** A document's text in a file of its own. */
export interface DocumentText {
  /** The path of the file, with forward slashes. */
  readonly path: string;
  /** All of it, and how much of it stands before the document's text. */
  readonly text: string;
  readonly head: number;
}

/** Texts by id of the document. */
export type DocumentTexts = ReadonlyMap<string, DocumentText>;

export const NO_TEXTS: DocumentTexts = new Map();

/** A file and a region in it. Lines and columns count from 1, columns in UTF-16 units, the end exclusive. */
export interface Address {
  readonly path: string;
  readonly region: {
    readonly startLine: number;
    readonly startColumn?: number;
    readonly endLine?: number;
    readonly endColumn?: number;
  };
  /** Whether the line is that of the words, and not the first for want of a better. */
  readonly isExact: boolean;
}

const starts = new WeakMap<DocumentText, readonly number[]>();

/** Where a place is to be looked for. Takes the logarithm of the number of lines, after the first call for a text. */
export function addressIn({ path, line, span }: AnnotatedPlace, texts: DocumentTexts): Address {
  const text = span === null ? undefined : texts.get(span.documentId);
  if (span === null || text === undefined) return { path, region: { startLine: line ?? 1 }, isExact: line !== null };
  const lines = starts.get(text) ?? lineStarts(text.text);
  starts.set(text, lines);
  const [start, end] = [span.start + text.head, span.end + text.head];
  const [startLine, endLine] = [lineAt(lines, start), lineAt(lines, end)];
  return {
    path: text.path,
    region: {
      startLine,
      startColumn: start - (lines[startLine - 1] ?? 0) + 1,
      endLine,
      endColumn: end - (lines[endLine - 1] ?? 0) + 1,
    },
    isExact: true,
  };
}
