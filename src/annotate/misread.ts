/** Words that a machine misread: what "wi11", "tbe", "VVe" and "t0" are. */
import { isKnown } from './lexicon.ts';

/** Digits among letters, which stand for the letters that look like them. */
const MIXED = /^(?=.*[a-z])(?=.*[0-9])[a-z0-9]{2,15}$/;
/** Beginnings and ends that no English word has, and which look like those of common ones. */
const UNLIKELY = /^(?:[tws]b|[tw]li|vv)|tb$/;

/**
 * The word of a closed class, or form of a known verb, that a misread word stands for; any other word as it is. Ordinals
 * and codes ("1st", "b12") are no misreadings.
 * @param lower in lower case
 */
export function asMeant(lower: string): string {
  for (const candidate of candidatesOf(lower)) if (isKnown(candidate)) return candidate;
  return lower;
}

function candidatesOf(lower: string): readonly string[] {
  if (MIXED.test(lower)) {
    const letters = lower.replaceAll('0', 'o').replaceAll('5', 's');
    // A 1 by itself may be any of several letters; beside others in a short word it says too little.
    return lower.length < 3 && !lower.includes('0') ? [] : [letters.replaceAll('1', 'l'), letters.replaceAll('1', 'i')];
  }
  if (!UNLIKELY.test(lower)) return [];
  return [
    lower
      .replace(/^([tws])b/, '$1h')
      .replace(/^([tw])li/, '$1h')
      .replace(/^vv/, 'w')
      .replace(/tb$/, 'th'),
  ];
}
