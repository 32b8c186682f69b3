/** Signs in users' patterns that belong to other languages: as words of a sentence they would never be found. */
import { PatternFault } from '../pattern.ts';

/** What to write instead, by what stands in a pattern; the first that fits is told. */
const REMEDIES: readonly (readonly [sign: RegExp, remedy: string])[] = [
  [/(?<=^|[\s(|=])\.[*+]/, "Patterns are no regular expressions. '...4' is up to four words of any kind"],
  [/(?<!\\)\[[^\]\s|]+\]/, "Patterns are no regular expressions. Write '(a | b)', or '\\[' for the sign itself"],
  [/\\[\p{L}\p{N}]/u, "A backslash stands before signs only. ':number' is a number, ':base' a verb"],
  [/(?<=^|\s)~\d+/, "It belongs to terms of themes. Here '...3' lets up to three words stand between"],
  [
    /(?<=[a-z0-9-]\s)=(?=\s)/,
    "Write a name, '=' and its pattern without spaces, as in verb=:base, or '\\=' for the sign itself",
  ],
  [/(?<!\\)[“”]/, "Patterns are written without quotes. Write '\\“' for the sign itself"],
];

/** @throws {PatternFault} for the first of these signs */
export function checkSigns(pattern: string): void {
  for (const [sign, remedy] of REMEDIES) {
    const found = sign.exec(pattern);
    if (found) throw new PatternFault(`'${found[0]}' means nothing in a pattern. ${remedy}`, found.index);
  }
}
