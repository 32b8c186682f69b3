/** Transcripts: the times at the beginning of lines are taken off, so that the speech reads on. */
import type { Line } from './lines.ts';

const STAMP =
  /\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\)?\]?(?:\s+-->\s+\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)?[ \t]*/y;

/**
 * The lines of a transcript without their times: where at least half of the lines (and ten) begin with a time of day,
 * each such line begins after it. Any other text is given back as it is.
 */
export function findTimestamps(text: string, lines: readonly Line[]): readonly Line[] {
  let stamped = 0;
  for (const line of lines) if (isStamp(text, line)) stamped++;
  if (stamped < 10 || stamped * 2 < lines.length) return lines;
  const bare: Line[] = [];
  let afterBlank = false;
  for (const line of lines) {
    const start = isStamp(text, line) ? STAMP.lastIndex : line.start;
    afterBlank ||= line.afterBlank && !isStamp(text, line);
    if (start >= line.end) continue;
    bare.push({ start, end: line.end, indent: 0, afterBlank });
    afterBlank = false;
  }
  return bare;
}

function isStamp(text: string, line: Line): boolean {
  const code = text.charCodeAt(line.start);
  if (code !== 0x5b && code !== 0x28 && (code < 0x30 || code > 0x39)) return false;
  STAMP.lastIndex = line.start;
  return STAMP.test(text);
}
