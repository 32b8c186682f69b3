/**
 * Mark-up inside a block of Markdown is taken out: emphasis, links, images, code marks, tags, references, escapes.
 *
 * pmed scans Markdown itself. Measured on 136 policy documents, micromark with its syntax tree reads 0.7 MB/s; lezer's
 * parser keeps offsets and reads 5 to 7 MB/s, but takes seconds on 100 KB of `[a](`; markdown-it reads 10 MB/s, but has
 * no offsets inside a paragraph. None of them knows what converters make of PDFs, which is most of the Markdown that
 * analysts have: `**FIT FOR **` with the space inside, `**• **Leeds`, `\(NHS\)`, bullets that are no Markdown. So the
 * rules here are those of CommonMark where authors keep them, and more forgiving where converters do not.
 */
import type { Span } from '../../model/document.ts';
import type { AddLines, StruckIn } from '../flow/blocks.ts';
import type { CleanText } from '../flow/clean.ts';
import type { Hyphens } from '../flow/hyphens.ts';
import { type Edit, InlineScan } from './inline-scan.ts';
import type { References } from './links.ts';

const SPECIAL = /[\\`*_[\]<&~{]/;

/** The way to add lines of Markdown: without mark-up, line breaks as spaces, divided words made whole. */
export function markdownLines(text: string, hyphens: Hyphens, references: References): AddLines {
  return (clean, segments) => {
    const isMarked = segments.some(({ start, end }) => SPECIAL.test(text.slice(start, end)));
    const edits = isMarked ? new InlineScan(text, segments, references).edits() : [];
    addEdited(text, clean, segments, edits, hyphens);
  };
}

/** Words between `~~`, and in `<del>`, `<s>` and `<strike>`. */
export function markdownStruck(text: string, references: References): StruckIn {
  return (segments) => {
    const isStruck = segments.some(({ start, end }) => /~~|<(?:del|s|strike)[\s>]/i.test(text.slice(start, end)));
    return isStruck ? new InlineScan(text, segments, references).struck() : [];
  };
}

/** Adds segments with their edits made. */
function addEdited(
  text: string,
  clean: CleanText,
  segments: readonly Span[],
  edits: readonly Edit[],
  hyphens: Hyphens,
): void {
  let index = 0;
  let at = 0;
  segments.forEach((segment, number) => {
    const next = segments[number + 1];
    const division = next === undefined ? 'none' : hyphens.divide(segment.end, next.start);
    const end = division === 'joined' ? segment.end - 1 : segment.end;
    at = Math.max(at, segment.start);
    for (let edit = edits[index]; edit !== undefined && edit.start < segment.end; edit = edits[index]) {
      if (edit.start < at) {
        index++;
        continue;
      }
      clean.add(at, Math.min(edit.start, end));
      if (edit.put === ' ') clean.space(edit.start);
      else clean.put(edit.put, edit.start, edit.end);
      at = edit.end;
      index++;
      if (at >= segment.end) break;
    }
    if (at < end) clean.add(at, end);
    if (next !== undefined && division === 'none') clean.space(Math.min(segment.end, text.length - 1));
  });
}
