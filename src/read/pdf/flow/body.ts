/** What the running text of a document looks like: its size, font and weight. */
import type { Draft } from '../page/drafts.ts';
import { heaviest, type Style } from '../page/style.ts';

/** The style that most of the text is set in. */
export interface BodyStyle {
  readonly size: number;
  readonly font: string;
  /** All fonts that some of the text is set in; a font that is not among them is one of headings, tables or labels. */
  readonly fonts: ReadonlySet<string>;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
}

/** A font that holds less than this share of the long paragraphs is not one of the text. */
const textShare = 0.02;

/** The commonest size, and of that size the commonest font, counted in letters over paragraphs of some length. */
export function findBody(drafts: readonly Draft[]): BodyStyle {
  const sizes = new Map<number, number>();
  const long = drafts.filter((d) => d.kind === 'paragraph' && d.style.weight >= 120);
  const counted = long.length >= 3 ? long : drafts.filter((d) => d.kind === 'paragraph');
  for (const { style } of counted) sizes.set(style.size, (sizes.get(style.size) ?? 0) + style.weight);
  const size = heaviest(sizes) ?? 10;
  const same = counted.filter((d) => Math.abs(d.style.size - size) < 0.3);
  const fonts = new Map<string, number>();
  for (const { style } of same) fonts.set(style.font, (fonts.get(style.font) ?? 0) + style.weight);
  const all = new Map<string, number>();
  for (const { style } of long) all.set(style.font, (all.get(style.font) ?? 0) + style.weight);
  const total = [...all.values()].reduce((a, b) => a + b, 0);
  const share = (test: (style: Style) => boolean): number => {
    let all = 0;
    let hits = 0;
    for (const { style } of same) {
      all += style.weight;
      if (test(style)) hits += style.weight;
    }
    return all === 0 ? 0 : hits / all;
  };
  return {
    size,
    font: heaviest(fonts) ?? '',
    fonts: new Set([...all].filter(([, weight]) => weight >= textShare * total).map(([font]) => font)),
    bold: share((s) => s.bold) > 0.5,
    italic: share((s) => s.italic) > 0.5,
    capitals: share((s) => s.capitals) > 0.5,
  };
}

/** Notes may fill most of a page, but its text has this share of it, */
const leastText = 0.06;
/** in paragraphs of more letters than headings have. */
const leastParagraph = 120;

/**
 * The size of a page's own text: the largest that holds more than a few words. Scanned pages differ in size from each
 * other, so a page's notes must be small beside its own text too.
 */
export function textSize(drafts: readonly Draft[]): number | null {
  const sizes = new Map<number, number>();
  const long = new Map<number, number>();
  let all = 0;
  for (const { style } of drafts) {
    all += style.weight;
    sizes.set(style.size, (sizes.get(style.size) ?? 0) + style.weight);
    if (style.weight >= leastParagraph) long.set(style.size, (long.get(style.size) ?? 0) + style.weight);
  }
  const found = [...long].filter(([, weight]) => weight >= leastText * all).map(([size]) => size);
  return found.length === 0 ? (heaviest(sizes) ?? null) : Math.max(...found);
}
