/** Numbers and bullets that stand to the left of their text: the engine takes a column of them for a column of text. */
import type { SeenLine } from './recognised.ts';

const MOST_LETTERS = 8;
/** How far to the right a label's text may begin, in heights of the line, */
const WIDEST_GAP = 6;
/** and how far from the label's base line. */
const OFF_BASE = 0.35;

/**
 * Lines in which every label stands right before the line that it belongs to, as a file would have it.
 * @param lines in reading order
 */
export function withLabelsInPlace(lines: readonly SeenLine[]): SeenLine[] {
  const labels = new Map<SeenLine, SeenLine>();
  lines.forEach((line, at) => {
    if (!isLabel(line)) return;
    const text = textOf(line, lines);
    if (text !== undefined && lines[at + 1] !== text && !labels.has(text)) labels.set(text, line);
  });
  if (labels.size === 0) return [...lines];
  const moved = new Set(labels.values());
  return lines.flatMap((line) => {
    if (moved.has(line)) return [];
    const label = labels.get(line);
    return label === undefined ? [line] : [label, line];
  });
}

function isLabel({ words }: SeenLine): boolean {
  const [word, ...others] = words;
  return word !== undefined && others.length === 0 && word.text.length <= MOST_LETTERS && /[\p{N}.)•]/u.test(word.text);
}

/** The nearest line to the right on the same base that is no label itself. */
function textOf(label: SeenLine, lines: readonly SeenLine[]): SeenLine | undefined {
  let nearest: SeenLine | undefined;
  for (const line of lines) {
    const gap = line.base.x0 - label.base.x1;
    if (gap < 0 || gap > WIDEST_GAP * label.height || line.words.length < 2) continue;
    if (Math.abs(line.base.y0 - label.base.y1) > OFF_BASE * label.height) continue;
    if (nearest === undefined || line.base.x0 < nearest.base.x0) nearest = line;
  }
  return nearest;
}
