/** Where evidence stands in the blocks of a document: what links rows of the page and marks of its text. */
import { type DocumentBody, isRunningText, type Span, toCleanOffset } from '../../../../model/document.ts';

/** A stretch of the clean text of a block. */
export interface Stretch {
  /** Position in `DocumentBody.blocks`. */
  readonly block: number;
  /** Half-open range of offsets into the block's clean text. */
  readonly from: number;
  readonly to: number;
}

/** Says where a span of the document's text stands; null where no block has it. */
export type FindStretch = (span: Span, quote: string) => Stretch | null;

/**
 * The stretches of a document's running text. Each is found in the logarithm of the number of blocks, but where columns of
 * plain text stand side by side and share their lines: there the words of the quote decide which one it is.
 */
export function stretchesOf({ blocks }: Pick<DocumentBody, 'blocks'>): FindStretch {
  const order = [...blocks.entries()]
    .filter(([, block]) => isRunningText(block))
    .sort(([, a], [, b]) => a.start - b.start);
  let reach = 0;
  const reaches = order.map(([, { end }]) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return ({ start, end }, quote) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[middle]?.[1].start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    let next: Stretch | null = null;
    for (let at = low - 1; at >= 0 && (reaches[at] ?? 0) >= end; at--) {
      const [index, block] = order[at] ?? [];
      if (index === undefined || block === undefined || block.end < end) continue;
      const from = toCleanOffset(block, start);
      if (block.text.startsWith(quote, from)) return { block: index, from, to: from + quote.length };
      next ??= { block: index, from, to: toCleanOffset(block, end) };
    }
    return next;
  };
}
