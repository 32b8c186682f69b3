/** What a text screen is drawn on: its width, the signs it may use, and its colours. */

/** One role of text on the screen to one way of showing it. Colour never carries meaning alone. */
export interface Paint {
  /** Headings and names of documents. */
  readonly head: (text: string) => string;
  /** Ids that can be typed back, such as `C12`. */
  readonly id: (text: string) => string;
  /** What is better than before, or firm. */
  readonly good: (text: string) => string;
  /** What is worse than before, or an error. */
  readonly bad: (text: string) => string;
  /** What deserves a look. */
  readonly warn: (text: string) => string;
  /** What may be skipped: places, codes, counts. */
  readonly quiet: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour at all: what pipes, files and tests get. */
export const plain: Paint = { head: same, id: same, good: same, bad: same, warn: same, quiet: same };

/** Where a place is: in which document, and on which physical page of it; null for none. */
export interface Spot {
  readonly document: { readonly id: string; readonly mediaType: string };
  readonly page: number | null;
}

/** Makes words a link to a place. */
export type Link = (words: string, spot: Spot) => string;

/** No links: what pipes, files, tests and terminals that cannot show them get. */
export const unlinked: Link = same;

/** How a text screen is drawn. */
export interface ScreenOptions {
  /** Columns that no line may exceed, 40 or more. */
  readonly width: number;
  /** No box, bar or arrow characters of ours; the document's own words stay as they are. */
  readonly ascii: boolean;
  /** Show every record; otherwise lists are shortened and say by how many. */
  readonly all: boolean;
  readonly paint: Paint;
  readonly link: Link;
  /** One record a line, its fields parted by tabs, for screen readers and searching: then the rest does not matter. */
  readonly plain: boolean;
}

/** 80 columns, no colour, no links, lists shortened. */
export const defaultScreen: ScreenOptions = {
  width: 80,
  ascii: false,
  all: false,
  paint: plain,
  link: unlinked,
  plain: false,
};

/**
 * Blocks of lines as the text of a screen: an empty line between two blocks, no white space at the ends of lines, and a
 * newline at the end. Blocks without lines are left out.
 */
export function blocksText(blocks: readonly (readonly string[])[]): string {
  const texts = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'));
  return `${texts.join('\n\n')}\n`;
}

/** Signs that pmed draws with, in their two spellings. */
export const signs = {
  dot: ['·', '-'],
  leader: ['·', '.'],
  arrow: ['→', '->'],
  dash: ['–', '-'],
  rule: ['—', '-'],
  bar: ['│', '|'],
  ellipsis: ['…', '...'],
  reviewed: ['✓', '*'],
} as const;

/** The sign in the spelling that the screen allows. */
export function sign(name: keyof typeof signs, screen: Pick<ScreenOptions, 'ascii'>): string {
  return signs[name][screen.ascii ? 1 : 0];
}
