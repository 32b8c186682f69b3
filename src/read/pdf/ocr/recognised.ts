/** What tesseract.js read on a picture, as lines of words. */

/** A word on a picture. Lengths are pixels from the upper left corner. */
export interface SeenWord {
  readonly text: string;
  /** How sure the engine is of it, 0 to 100. */
  readonly confidence: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A line on a picture, its words from left to right. */
export interface SeenLine {
  readonly words: readonly SeenWord[];
  /** From the lowest point of `p` to the highest of `l`. */
  readonly height: number;
  /** The base line's ends. */
  readonly base: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

/** The lines of blocks as tesseract.js gives them, in its reading order; what is not as expected is passed over. */
export function linesOf(blocks: unknown): SeenLine[] {
  return parts({ blocks }, 'blocks')
    .flatMap((block) => parts(block, 'paragraphs'))
    .flatMap((paragraph) => parts(paragraph, 'lines'))
    .flatMap((line) => {
      const base = part(line, 'baseline');
      const words = parts(line, 'words').flatMap(wordOf);
      if (words.length === 0) return [];
      const height = number(part(line, 'rowAttributes'), 'rowHeight');
      return [
        {
          words,
          height,
          base: { x0: number(base, 'x0'), y0: number(base, 'y0'), x1: number(base, 'x1'), y1: number(base, 'y1') },
        },
      ];
    });
}

function wordOf(word: unknown): SeenWord[] {
  const text = part(word, 'text');
  if (typeof text !== 'string' || text.trim() === '') return [];
  const box = part(word, 'bbox');
  const [x0, y0, x1, y1] = [number(box, 'x0'), number(box, 'y0'), number(box, 'x1'), number(box, 'y1')];
  if (!(x1 > x0 && y1 > y0)) return [];
  return [{ text: text.trim(), confidence: number(word, 'confidence'), x0, y0, x1, y1 }];
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function parts(value: unknown, name: string): unknown[] {
  const list = part(value, name);
  return Array.isArray(list) ? list : [];
}

function number(value: unknown, name: string): number {
  const found = part(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : 0;
}
