/** What a line looks like: a heading, a whole sentence, a contents entry, or a rule between parts. */
import { MONTHS } from '../../model/months.ts';

const LETTERS = /\p{L}/gu;
const WORD = /[\p{L}\p{N}]+/gu;
/** Words that begin sentences and hardly ever headings. */
const SUBJECT = /^(?:We|I|They|It|You|There|He|She|If|And|But|Or|Yes|No|Dear|Thank|Please)\b/;
const ASKING = /^(?:How|What|Why|Where|When|Who|Which)\b/;
/** Finite verbs: a line without end punctuation that has one is usually a sentence cut short, or an entry of a list. */
const FINITE = /\s(?:will|shall|must|is|are|was|were|has|have|had|should|would|can|could|may|does|do|did|been)(?:\s|$)/;
const END = /[.,;:!–—…-]["'”’)\]]*$/;
/** A line that is only a date. */
const DATED = new RegExp(String.raw`^(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:${MONTHS.join('|')}),?\s\d{4}$`, 'i');

/** The longest heading in characters and words. */
const MOST_CHARACTERS = 110;
const MOST_WORDS = 14;

/** Whether a line is only a date. */
export function isDateLine(text: string): boolean {
  return text.length < 40 && DATED.test(text);
}

/**
 * Whether a line, without its marker, reads like a heading: short, beginning with a capital letter or number, without
 * end punctuation, and not a sentence. It says nothing about whether the line stands where a heading stands.
 */
export function isTitleLike(text: string): boolean {
  if (text.length < 3 || text.length > MOST_CHARACTERS || END.test(text)) return false;
  if (!/^["'“‘(]?[\p{Lu}\p{N}]/u.test(text) || DATED.test(text)) return false;
  const letters = text.match(LETTERS)?.length ?? 0;
  if (letters < 3 || letters * 2 < text.length) return false;
  if ((text.match(WORD)?.length ?? 0) > MOST_WORDS) return false;
  if (/[.!?]["'”’)]?\s+["'“‘(]?\p{Lu}\p{Ll}/u.test(text)) return false;
  if (isCapitals(text)) return true;
  return !SUBJECT.test(text) && (ASKING.test(text) || text.endsWith('?') || !FINITE.test(text));
}

/** Whether all letters of a line are capitals, and there are at least four. */
export function isCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  return (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
}

/** Whether a line is an entry of a contents list: words, dot leaders, and perhaps a page number. */
export function isContentsEntry(text: string, start: number, end: number): boolean {
  let last = end;
  while (last > start && isPageCharacter(text.charCodeAt(last - 1))) last--;
  let dots = 0;
  let at = last;
  while (at > start) {
    const code = text.charCodeAt(at - 1);
    if (code === 0x2e || code === 0x2026) dots += code === 0x2026 ? 3 : 1;
    else if (code !== 0x20) break;
    at--;
  }
  return dots >= 5;
}

/** Digits, roman numerals, spaces and mark-up that may follow the dot leaders. */
function isPageCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || code === 0x20 || code === 0x2a || code === 0x69 || code === 0x76 || code === 0x78
  );
}

/** The character that a rule such as `-----` or `* * *` is made of, or an empty string; at least three of one kind. */
export function ruleCharacter(text: string, start: number, end: number): string {
  const first = text.charCodeAt(start);
  if (!isRuleCode(first)) return '';
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === first) count++;
    else if (code !== 0x20 && code !== 0x09) return '';
  }
  return count >= 3 ? text.charAt(start) : '';
}

/** `-` `=` `_` `*` `~` `.` `#` `+` `^` `–` `—` `•` */
function isRuleCode(code: number): boolean {
  return '-=_*~.#+^–—•'.includes(String.fromCharCode(code));
}
