/** The text of a document as a file of its own, for results to point into. */

/** Longest name taken from a path, in characters. */
const LONGEST = 100;

/**
 * A name for the file, from the document's path, so that it is the same in the next run. It names no folder and is no
 * hidden file, whatever the document is called.
 * @param taken names that other documents have, which this one's is added to
 */
export function textFileName(path: string, taken: Set<string>): string {
  const stem =
    plain(path)
      .slice(-LONGEST)
      .replace(/^[.-]+/, '') || 'text';
  let name = stem;
  // Some file systems take capitals for small letters.
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}`;
  taken.add(name.toLowerCase());
  return `${name}.txt`;
}

/** @returns the content, and how much of it stands before the text: a line by which pmed knows its own file */
export function textFile(path: string, sha256: string, text: string): { readonly text: string; readonly head: number } {
  const head = `<!-- pmed:text ${plain(path)} sha256:${plain(sha256)} -->\n`;
  return { text: `${head}${text}${text.endsWith('\n') ? '' : '\n'}`, head: head.length };
}

/** Letters, digits, underscores, and single dots and hyphens. */
const plain = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-');
