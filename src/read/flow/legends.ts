/** Legends of tables: the line beside one that says what its words or letters mean. */
import type { Block } from '../../model/document.ts';

/** Most characters that a legend has. */
const longest = 300;
/** A legend stands no more blocks after its table. */
const FARTHEST = 3;

/** What legends are called. */
const keyed = /^(?:key|legend)\b(?: to [\p{L} ]{1,40})? ?[:–-]/iu;
/** A term of time and the sign that what it means follows: `Short-term –`, `Medium term (`. */
const horizon =
  /^[*†•\s]{0,3}(?:very )?(?:immediate|short|medium|mid|intermediate|near|long|longer|ongoing)(?:[- ](?:term|range|run))?(?: \([A-Z]{1,3}\))? ?(?:[=:–—(]|-\s|(?:is|means|refers to) )/i;
/** Letters or words and what they mean: `H = high`. */
const meaning = /^[^=]{1,40}=\s?\S/;
const equation = /(?:^|[\s(])[^\s=]{1,14} = [^\s=]/g;
/** What a term of time means speaks of time. */
const time = /\d|\b(?:year|month|week|day|parliament|term of)/i;

/**
 * Whether a text says what the words or letters of a table mean: "Short-term – 2020; Long-term – 2030",
 * "H = high, M = medium", "Key: …".
 */
export function isLegend(text: string): boolean {
  if (text.length > longest) return false;
  if (keyed.test(text)) return true;
  const parts = text
    .split(/[;|]|, (?=[\p{Lu}*†(])/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const terms = parts.filter((part) => horizon.test(part) && time.test(part) && part.length <= 70);
  if (terms.length > 0 && terms.length >= 0.6 * parts.length) return true;
  if ((text.match(equation)?.length ?? 0) >= 2) return true;
  return parts.length >= 2 && parts.every((part) => part.length <= 60 && meaning.test(part));
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
