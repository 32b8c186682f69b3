/** Reads the examples of rules: Markdown in which `[words|name]` marks what a capture must hold. */

/** A marked stretch of an example: its name (of times, what is to be found), and its words. */
export interface Mark {
  readonly name: string;
  readonly words: string;
}

/** An example without its marks, and the marks in order. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** `"[We|actor] will act."` gives the text "We will act." and the mark actor = "We". */
export function readExample(example: string): MarkedText {
  const marks: Mark[] = [];
  const text = example.replace(/\[([^[\]|]*)\|([^[\]|]+)\]/g, (_, words: string, name: string) => {
    marks.push({ name, words });
    return words;
  });
  return { text, marks };
}
