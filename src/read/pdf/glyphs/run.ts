/** What is written on a page: runs of text with their places, and the page that they stand on. */
import type { Element } from '../structure/elements.ts';

/** Text set in one go in one font. Lengths are PDF points in the page's frame: x to the right, y up. */
export interface Run {
  /** Without space at either end. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  /** pdfjs's name of the font, the same all through the document. */
  readonly font: string;
  /** Whether the file has a space before the run. */
  readonly spaced: boolean;
  /** The text with its control characters, where it has any: they may be glyph numbers. */
  readonly raw: string | null;
  /** The words that stood here and are struck out; absent where there are none. Such a run has no text. */
  readonly struck?: string;
  /** The marked content that it belongs to: its id, or `ARTIFACT`; absent where it has none or nobody asked. */
  readonly mark?: string;
}

/** The mark of what the file says is no content: running heads, ornament, and whatever else its maker left out. */
export const ARTIFACT = 'artifact';

/** A page as it came from the file. */
export interface RunPage {
  /** 1-based. */
  readonly page: number;
  /** Of the frame: the page turned so that most of its text stands upright. */
  readonly width: number;
  readonly height: number;
  /** In stream order. */
  readonly runs: readonly Run[];
  /** Text at an angle to the rest, such as labels of axes and marks at the edge, in stream order. */
  readonly aslant: readonly string[];
  /** Quarter turns, anticlockwise, from the frame to the page as shown. */
  readonly turns: number;
  /** Whether text was left out because the page has more than any that people read. */
  readonly cut: boolean;
  /** The page's part of the structure tree, where it has one and it may be used. */
  readonly tags?: Element;
}
