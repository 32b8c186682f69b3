/** What was probably meant by a word that is not known, looked up only when there is such a word. */

/** As `nearest` of `src/words`, loaded when it is asked for. */
export async function nearest(given: string, known: Iterable<string>): Promise<string | null> {
  const words = await import('../words/nearest.ts');
  return words.nearest(given, known);
}
