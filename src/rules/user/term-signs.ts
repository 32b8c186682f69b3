/** Signs in users' terms that belong to other languages, or to patterns: they would never be found, so they are refused. */
import { quoted } from '../../yaml/fault.ts';

/** What to write instead, by what stands in a term; the first that fits is told. */
const REMEDIES: readonly (readonly [sign: RegExp, remedy: string])[] = [
  [/\.[*+]|\\|[[\]{}^]/, "Terms are no regular expressions. 'midwi*' is any word that begins so."],
  [/\.\.\.|…/, "In a term, words in between are written 'named ~3 midwife': at most three."],
  [/[()]/, "Brackets belong to patterns. Write each form as a term, or 'midwi*' for any word that begins so."],
  [/\|/, "Write 'maternal/infant health' for words in one place, or make two terms of it."],
  [/\?/, 'Write the term with and without the word, as two terms.'],
  [/@/, 'Lists belong to patterns. Write their words.'],
  [/[“”„«»"]/, 'Put straight quotes around the term, or none.'],
  [/,/, 'Make two terms of it, each in quotes of its own.'],
  [/[!;<>]/, 'Leave it out.'],
];

/** Why a term would find nothing, or nearly everything, as it is written; null where nothing speaks against it. */
export function faultOfSigns(term: string): string | null {
  for (const [sign, remedy] of REMEDIES) {
    const found = sign.exec(term)?.[0];
    if (found !== undefined) return `'${found}' means nothing in the term ${quoted(term)}. ${remedy}`;
  }
  if (/ \/|\/ /.test(term)) return "'/' stands between two words without a space, as in maternal/infant health.";
  if (/(?:^|[ /-])\p{L}\*/u.test(term)) return "a stem needs at least two letters before its '*'.";
  return /^\p{L}$/u.test(term) ? `the term ${quoted(term)} is one letter, which stands nearly everywhere.` : null;
}
