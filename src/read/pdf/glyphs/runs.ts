/** A page's glyphs as pdfjs gives them → runs of text with their places on the upright page. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Element } from '../structure/elements.ts';
import { cleanCharacters } from './characters.ts';
import { direction, quarterTurns, shownAs, turnBack } from './frame.ts';
import { dropCopies, dropRepeats } from './repeats.ts';
import { ARTIFACT, type Run, type RunPage } from './run.ts';

/** Larger than any page that people read; a page over the limit is cut there. */
const mostItems = 200_000;
const mostCharacters = 2_000_000;

const glyphNumbers = /[\u0003-\u0008\u000e-\u001f]/;

interface Placed {
  readonly text: string;
  readonly turns: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly spaced: boolean;
  readonly raw: string | null;
  readonly mark: string | undefined;
}

/**
 * The runs of a page.
 * @param tags the page's part of the structure tree; runs have their marks only where it is given
 * @throws whatever pdfjs throws on a page that it cannot parse
 */
export async function readRuns(page: PDFPageProxy, tags: Element | null = null): Promise<RunPage> {
  const { shown, place, width: shownWidth, height: shownHeight } = shownAs(page);

  const placed: Placed[] = [];
  const reader = page
    .streamTextContent({ disableNormalization: true, includeMarkedContent: tags !== null })
    .getReader();
  let items = 0;
  let characters = 0;
  let spaced = false;
  let cut = false;
  const marks: string[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    for (const item of value.items) {
      if (!('str' in item)) {
        follow(item, marks);
        continue;
      }
      items++;
      characters += item.str.length;
      const clean = cleanCharacters(item.str);
      const text = clean.trim();
      const raw = glyphNumbers.test(item.str) ? item.str : null;
      if (text === '' && raw === null) {
        spaced ||= clean !== '' || item.hasEOL;
        continue;
      }
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
      const [x, y] = place(e, f);
      const [dx, dy] = direction(a, b, shown);
      const size = Math.hypot(c, d) || Math.hypot(a, b);
      if (!(size > 0.5 && size < 2000) || !Number.isFinite(x + y + item.width)) continue;
      const before = spaced || clean.startsWith(' ');
      const trailing = clean.endsWith(' ');
      const width = Math.max(0, item.width - (trailing ? 0.22 * size : 0));
      placed.push({
        text,
        turns: quarterTurns(dx, dy),
        x,
        y,
        width,
        size,
        font: item.fontName,
        spaced: before,
        raw,
        mark: marks.at(-1),
      });
      spaced = trailing || item.hasEOL;
    }
    if (items > mostItems || characters > mostCharacters) {
      cut = true;
      await reader.cancel('too much text').catch(() => {});
      break;
    }
  }
  return {
    ...upright(page.pageNumber, placed, shownWidth, shownHeight),
    cut,
    ...(tags === null ? {} : { tags }),
  };
}

/** Follows the marks of content as they begin and end; a mark within another without an id of its own is the same. */
function follow(item: { readonly type: string; readonly id?: string | null }, marks: string[]): void {
  if (item.type === 'endMarkedContent') marks.pop();
  else {
    const outside = 'tag' in item && item.tag === 'Artifact' ? ARTIFACT : null;
    marks.push(item.id ?? outside ?? marks.at(-1) ?? '');
  }
}

/** The runs of a page in its frame: that of the way that most of the text runs. */
function upright(page: number, placed: readonly Placed[], width: number, height: number): Omit<RunPage, 'cut'> {
  const weight = [0, 0, 0, 0];
  for (const p of placed) if (p.turns >= 0) weight[p.turns] = (weight[p.turns] ?? 0) + p.text.length;
  let turns = 0;
  for (let t = 1; t < 4; t++) if ((weight[t] ?? 0) > 2 * (weight[turns] ?? 0)) turns = t;
  const runs: Run[] = [];
  const aslant: string[] = [];
  for (const p of placed) {
    if (p.turns !== turns) {
      aslant.push(p.text);
      continue;
    }
    const [x, y] = turnBack(p.x, p.y, turns, width, height);
    const { text, width: wide, size, font, spaced, raw, mark } = p;
    runs.push({ text, x0: x, x1: x + wide, y, size, font, spaced, raw, ...(mark ? { mark } : {}) });
  }
  const sideways = turns % 2 === 1;
  return {
    page,
    width: sideways ? height : width,
    height: sideways ? width : height,
    runs: dropRepeats(dropCopies(runs)),
    aslant,
    turns,
  };
}
