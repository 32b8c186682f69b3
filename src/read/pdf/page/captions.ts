/** Captions of tables, figures and pictures, and legends that say what a table's words mean. */

import type { BlockRole } from '../../../model/document.ts';

/** Most characters that a caption or legend has. */
const longest = 300;

const named =
  /^(?:figure|fig\.?|table|chart|map|graph|exhibit|photo|plate|diagram|image|infographic|illustration)(?: (?:no\.? ?)?|(?=\d))/i;
const number = /^(?:\d{1,3}|[IVXL]{1,6}|[A-Z])(?:[.–-][\dA-Za-z]{1,3}){0,3}[a-z]?(?![\p{L}\p{N}])/u;
// The number is followed by punctuation, a capital or the end: "Table 2 shows" begins a sentence.
const titled = /^(?: ?[:.–—|-](?: |$)| ?$| [(“"‘'«]?[\p{Lu}\d])/u;
const credited = /^(?:data )?(?:sources?|photo(?:graph)?(?: credits?| by)?|image credits?) ?: ?\S/i;

/** Whether a text names a table, figure or picture ("Table 2.1 …", "Figure 3: …") or says where one comes from. */
function isCaption(text: string): boolean {
  if (text.length > longest) return false;
  if (credited.test(text)) return true;
  const rest = text.slice(named.exec(text)?.[0].length ?? text.length);
  const its = number.exec(rest)?.[0];
  return its !== undefined && titled.test(rest.slice(its.length));
}

const keyed = /^(?:key|legend)\b(?: to [\p{L} ]{1,40})? ?[:–-]/iu;
const horizon =
  /^[*†•\s]{0,3}(?:very )?(?:immediate|short|medium|mid|intermediate|near|long|longer|ongoing)(?:[- ](?:term|range|run))?(?: \([A-Z]{1,3}\))? ?(?:[=:–—(]|-\s|(?:is|means|refers to) )/i;
const meaning = /^[^=]{1,40}=\s?\S/;
const equation = /(?:^|[\s(])[^\s=]{1,14} = [^\s=]/g;
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

/** What a text of its own is there for: a caption, a legend, or null. */
export function roleOf(text: string): BlockRole | null {
  return isCaption(text) ? 'caption' : isLegend(text) ? 'legend' : null;
}
