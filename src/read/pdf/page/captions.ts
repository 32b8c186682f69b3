/** Captions of tables, figures and pictures. */
import type { BlockRole } from '../../../model/document.ts';
import { isLegend } from '../../flow/legends.ts';

/** Most characters that a caption has. */
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

/** What a text of its own is there for: a caption, a legend, or null. */
export function roleOf(text: string): BlockRole | null {
  return isCaption(text) ? 'caption' : isLegend(text) ? 'legend' : null;
}
