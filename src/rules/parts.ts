/** The words inside a token, as term lists see them: parts of compounds, without possessive endings. */

const PARTS = /[\p{L}\p{N}]+|[&+%£$€]/gu;
/** Most words are one part as they stand. */
const PLAIN = /^[a-z]+$/;
const LETTERS = /^\p{L}+$/u;

/**
 * The parts of a token or of one word of a pattern: `decision-making` gives `decision` and `making`, `R&D` gives `r`,
 * `&`, `d`, `people's` gives `people`. So a term is found however its compounds are joined and however the text was cut
 * into tokens.
 * @param text a token or word, apostrophes and dashes as ASCII
 * @returns its parts in lower case; empty for a mark
 */
export function wordParts(text: string): readonly string[] {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return [lower];
  const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  return bare.match(PARTS) ?? [];
}

/** Whether a token without parts lets a term run on over it: the joints of compounds and possessive endings do. */
export function isJoint(text: string): boolean {
  return text === '-' || text === '/' || text === "'" || text === "'s" || text === "'S";
}

/**
 * A word and its regular plural: `policy` gives `policy` and `policies`, `bus` and other words in s only themselves.
 * @param word in lower case
 */
export function withPlural(word: string): readonly string[] {
  if (word.length < 2 || !LETTERS.test(word)) return [word];
  if (/(?:ss|sh|ch|x)$/.test(word)) return [word, `${word}es`];
  if (word.endsWith('s')) return [word];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return [word, `${word}s`];
}

/** The words of which a word may be the regular plural: of `policies` `policy`, `policie` and `polici`. */
export function singularsOf(word: string): readonly string[] {
  if (!word.endsWith('s')) return [];
  if (!word.endsWith('es')) return [word.slice(0, -1)];
  const stems = [word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith('ies') ? [...stems, `${word.slice(0, -3)}y`] : stems;
}
