/** The first few of many, quoted. */

/** `"next year", "within two years", ...`: the different ones in their order, at most `most` of them. */
export function examples(texts: readonly string[], most: number): string {
  const different = [...new Set(texts)];
  const shown = different.slice(0, most).map((text) => `"${text}"`);
  return [...shown, ...(different.length > most ? ['...'] : [])].join(', ');
}
