/** Blocks as lines of a table, so that a test shows what a reader sees. */
import type { Block } from '../src/model/document.ts';

/** `heading 2 [2.3] Aims`: kind, level, role if any, marker in brackets, text, and the header of a table row. */
export function shown(blocks: readonly Block[]): string[] {
  return blocks.map(({ kind, role, level, marker, text, header }) => {
    const parts = [
      `${kind} ${level}`,
      ...(role === undefined ? [] : [role]),
      ...(marker === null ? [] : [`[${marker}]`]),
      text,
    ];
    return parts.join(' ') + (header === null ? '' : ` <${header.join('|')}>`);
  });
}

/**
 * What is wrong with the blocks of a document, as sentences; none where they keep their promises: they ascend without
 * overlap but for struck words, their pieces ascend, and each character of their text is the document's at its place. Excepted are spaces,
 * bars between cells, character references and ligatures, which the document writes otherwise.
 */
export function brokenPromises(text: string, blocks: readonly Block[]): string[] {
  const faults: string[] = [];
  let first = 0;
  let last = 0;
  for (const block of blocks) {
    const name = `${block.kind} at ${block.start}`;
    // Struck words stand within the block that they were struck from, and come after it.
    const isStruck = block.role === 'struck';
    if (block.start < (isStruck ? first : last) || block.end <= block.start || block.end > text.length)
      faults.push(`${name}: range ${last} ${block.end}`);
    first = block.start;
    last = Math.max(last, block.end);
    if (block.pieces[0]?.at !== 0 || block.pieces[0].start !== block.start) faults.push(`${name}: first piece`);
    if (block.text.trim() !== block.text && block.kind !== 'cell') faults.push(`${name}: space at an end`);
    if (block.text === '' || (/\s\s|[^\S ]/.test(block.text) && block.kind !== 'cell'))
      faults.push(`${name}: white space`);
    block.pieces.forEach((piece, index) => {
      const next = block.pieces[index + 1];
      if (next !== undefined && (next.at <= piece.at || next.start < piece.start)) faults.push(`${name}: pieces`);
      const end = next?.at ?? block.text.length;
      for (let at = piece.at; at < end; at++) {
        const own = block.text.charAt(at);
        const original = text.charAt(piece.start + at - piece.at);
        const first = text.charCodeAt(piece.start);
        const isRespelt = first === 0x26 || (first >= 0xfb00 && first <= 0xfb06);
        if (own !== original && own !== ' ' && own !== '|' && !isRespelt)
          faults.push(`${name}: '${own}' for '${original}'`);
        if (piece.start + at - piece.at >= text.length && !isRespelt) faults.push(`${name}: beyond the text`);
      }
    });
    for (const part of block.parts)
      if (part.start < block.start || part.end > block.end || part.end < part.start) faults.push(`${name}: parts`);
  }
  return faults;
}
