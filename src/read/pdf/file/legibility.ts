/** Whether a page's text can be trusted: scans, drawn letters, and fonts that do not say what their glyphs mean. */
import { isPrivateUse } from '../glyphs/characters.ts';
import { looksShifted } from '../glyphs/shifted.ts';

/** Why a page cannot be read. */
export type Illegible = 'no-text' | 'garbled';

/** Common short words of the languages of Europe: real text has them, shifted text does not. */
const stopWords = new Set(
  (
    'the of and to in for a is that on by with as are be or it at from this will an have has not which its we our they their was ' +
    'de la le les des du et en un une pour dans que qui par sur au est el los las del y se con una para no su o os e do da em um uma com ' +
    'der die das und den von zu mit ist im dem auf ein eine nicht des il di che per della i non van het een voor op met te ' +
    'och att det som på av är og af til er w z na się nie i do je że ja on ei se että'
  ).split(' '),
);

/** A bit for each letter of the alphabet that is a vowel. */
const VOWELS = [...'aeiouy'].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 97)), 0);

/** Fewest words by which a page's language can be judged. */
const fewestWords = 80;

/** Signs that stand between words or beside them, and within a word only where letters have been taken for others. */
const signsInWords = /(?<=\p{L})[•™‹›„“”†‡‰¢¥¦§¨©¬¯±¶¸](?=\p{L})/gu;

/** Whether text is made of glyphs without meaning. Text in scripts other than Latin is judged by its characters alone. */
export function isGarbled(text: string): boolean {
  let all = 0;
  let senseless = 0;
  let latin = 0;
  let letters = 0;
  let vowels = 0;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (code <= 32) continue;
    all++;
    if (code === 0xfffd || isPrivateUse(code) || code < 0x20) senseless++;
    else if ((code | 32) >= 97 && (code | 32) <= 122) {
      latin++;
      letters++;
      if (((VOWELS >> ((code | 32) - 97)) & 1) === 1) vowels++;
    } else if (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) {
      latin++;
      letters++;
      if ('aeiouyæøœ'.includes(text.charAt(k).normalize('NFD').charAt(0).toLowerCase())) vowels++;
    } else if (code >= 0x370 && (code < 0x2000 || code >= 0x2c00)) letters++;
  }
  if (all >= 40 && senseless > 0.2 * all) return true;
  if (looksShifted(text)) return true;
  const signs = text.match(signsInWords)?.length ?? 0;
  if (signs >= 20 && signs > 0.02 * all) return true;
  if (letters > 0 && latin < 0.6 * letters) return false;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length < fewestWords) return false;
  const stops = words.filter((w) => stopWords.has(w)).length;
  if (stops >= 0.03 * words.length) return false;
  // Tables of names and figures have few such words too, but their letters are those of a language.
  return latin < 0.3 * all || vowels < 0.25 * latin || vowels > 0.55 * latin;
}
