/** What stands around the evidence of a commitment: the words before and after it, or the heads of its columns. */
import type { Block } from '../../../../model/document.ts';
import type { Stretch } from '../text/places.ts';

/** Words around a quote; empty where nothing stands there. */
export interface Around {
  readonly before: string;
  readonly after: string;
  /** Of a table row: the heads of its columns; else empty. */
  readonly heads: string;
}

/** Characters before and after a quote that are enough to see what it follows. */
const ENOUGH = 110;

const NOTHING: Around = { before: '', after: '', heads: '' };

export function aroundOf(stretch: Stretch | null, blocks: readonly Block[]): Around {
  const block = stretch === null ? undefined : blocks[stretch.block];
  if (stretch === null || block === undefined) return NOTHING;
  const { text, header } = block;
  if (block.kind === 'cell') return { ...NOTHING, heads: (header ?? []).filter((name) => name !== '').join(' | ') };
  const before = text.slice(0, stretch.from).trim();
  const after = text.slice(stretch.to).trim();
  return { before: lastWords(before), after: firstWords(after), heads: '' };
}

function lastWords(text: string): string {
  if (text.length <= ENOUGH) return text;
  const cut = text.slice(-ENOUGH);
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`;
}

function firstWords(text: string): string {
  if (text.length <= ENOUGH) return text;
  const cut = text.slice(0, ENOUGH);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))} …`;
}
