/** What was probably meant by a word that is not known. */

/**
 * The nearest of the known words: one edit away for up to four letters, two for up to twelve, else three.
 * @returns null when none is near
 */
export async function nearest(given: string, known: Iterable<string>): Promise<string | null> {
  if (given.length > 200) return null;
  const { distance } = await import('./distance.ts');
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of known) {
    if (Math.abs(word.length - given.length) > 3) continue;
    const edits = distance(given.toLowerCase(), word.toLowerCase());
    if (edits < least) [best, least] = [word, edits];
  }
  const letters = given.replace(/^-+/, '').length;
  return least <= (letters <= 4 ? 1 : letters <= 12 ? 2 : 3) ? best : null;
}
