/** Legends of tables: the line beside one that says what its short forms mean. */
import type { Block } from '../../model/document.ts';

/** What legends are called where they say so. */
const CALLED =
  /^(?:key|legend|notes?|abbreviations?|time(?:scales?|frames?|\sframes?|lines?)|priorit(?:y|ies)|terms?)\s?[:–—-]\s?/i;
/** A term and what it means: `S = short term`, `Medium term: 3 to 5 years`. */
const ENTRY = /^([^=:–—]{1,40}?)\s?(=|:|\s[–—-]|\smeans?\s)\s?(?=[\p{L}\p{N}<>≤≥£$€(])/u;
/** A legend is no longer, a term has no more words, and it stands no more blocks after its table. */
const LONGEST = 400;
const MOST_WORDS = 4;
/** What a term means takes no more characters. */
const LONGEST_MEANING = 60;
const FARTHEST = 3;

/** Whether a line defines terms and does nothing else: two or more, or one with an equals sign. */
function isLegend(text: string): boolean {
  if (text.length > LONGEST || text.includes('://')) return false;
  const parts = text.replace(CALLED, '').split(/[;,|]\s|\.\s(?=\p{Lu})/u);
  let hasEqualsSign = false;
  const entries = parts.filter((part) => {
    const [printed = '', term = '', mark = ''] = ENTRY.exec(part) ?? [];
    if (!/[\p{L}\p{N}*†]/u.test(term) || term.trim().split(/\s/).length > MOST_WORDS) return false;
    hasEqualsSign ||= mark === '=';
    return part.length - printed.length <= LONGEST_MEANING;
  });
  return (hasEqualsSign || entries.length > 1) && entries.length * 3 >= parts.length * 2;
}

/** The blocks with the lines beside tables that define terms marked as legends. */
export function withLegends(blocks: Block[]): Block[] {
  let since = FARTHEST + 1;
  return blocks.map((block, index) => {
    if (block.kind === 'cell') since = 0;
    else if (block.kind !== 'furniture') since++;
    const isBeside = since <= FARTHEST || blocks[index + 1]?.kind === 'cell';
    const isAlone = block.kind !== 'cell' || !block.text.includes(' | ');
    if (!isBeside || !isAlone || block.role !== undefined || block.kind === 'heading' || block.kind === 'furniture')
      return block;
    if (!isLegend(block.text)) return block;
    since = Math.min(since, FARTHEST - 1);
    return { ...block, role: 'legend' };
  });
}
