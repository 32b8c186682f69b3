/** Characters as readers mean them: ligatures opened, odd spaces made plain, invisible marks taken out. */

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

// Biome: these classes hold single code points only.
const odd =
  /[\u0000-\u001f\u007f-\u00a0\u1680\u2000-\u200f\u2010\u2011\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufb00-\ufb06\ufeff\ufff9-\ufffb]/;
const oddAll = new RegExp(odd.source, 'g');
const spaces = /[\s\u0080-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/**
 * The text of a run with ligatures opened, every kind of space as U+0020, and control, zero-width and direction marks
 * taken out. Soft hyphens stay, since where a line ends they show that a word goes on.
 */
export function cleanCharacters(text: string): string {
  if (!odd.test(text)) return text;
  return text.replace(oddAll, (c) => {
    const open = ligatures[c];
    if (open !== undefined) return open;
    if (c === '\u2010' || c === '\u2011') return '-';
    return spaces.test(c) ? ' ' : '';
  });
}

/** Whether a character is in a private-use area, where only its font knows what it means. */
export function isPrivateUse(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

const dropped = /[\u00ad]/g;

/** Text ready to be cited: soft hyphens out, runs of spaces as one, no space at either end. */
export function tidy(text: string): string {
  return text.replace(dropped, '').replace(/ {2,}/g, ' ').trim();
}
