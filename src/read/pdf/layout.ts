/** Pages of runs → drafts of blocks in reading order, page by page, by the rules of layout. */
import { tidy } from './characters.ts';
import { boxOf, type Draft, draftOf } from './drafts.ts';
import type { Fonts } from './fonts.ts';
import { plainBullets } from './fonts.ts';
import { type Furniture, findFurniture } from './furniture.ts';
import { findRows, findSegments, type Line, lineOf, type Segment } from './lines.ts';
import { findLines, findParagraphs } from './paragraphs.ts';
import { findRegions } from './regions.ts';
import type { RunPage } from './runs.ts';
import { styleOf } from './style.ts';
import { findTableRows, isHeader } from './tables.ts';

/** A page as laid out. */
export interface LaidPage {
  readonly page: number;
  readonly height: number;
  /** Running text, in reading order. */
  readonly drafts: readonly Draft[];
  /** Running heads and numbers above the text, and below it. */
  readonly head: readonly Draft[];
  readonly foot: readonly Draft[];
  /** The page's number as printed; null where none was found. */
  readonly number: string | null;
}

/** The pages of a document, laid out. A page whose layout fails is laid out as its rows from the top down. */
export function layOut(pages: readonly RunPage[], fonts: Fonts): LaidPage[] {
  const segmented = pages.map((page) => ({
    page: page.page,
    height: page.height,
    segments: findSegments(plainBullets(page.runs, fonts)),
  }));
  const furniture = findFurniture(segmented);
  let tables = 0;
  return segmented.map(({ page, height, segments }, index) => {
    const edge: Furniture = furniture[index] ?? { segments: new Set(), number: null };
    const body = segments.filter((s) => !edge.segments.has(s));
    const drafts = findRegions(body).flatMap((region) => {
      const rows = region.kind === 'table' ? tableDrafts(region.segments, page, fonts, tables) : null;
      if (rows !== null) {
        tables++;
        return rows;
      }
      return findParagraphs(findLines(region.segments), fonts).map((p) => draftOf(p, page));
    });
    const furnished = furnitureDrafts([...edge.segments], page, fonts);
    return {
      page,
      height,
      drafts,
      head: furnished.filter((d) => (d.parts[0]?.box[1] ?? 0) > height / 2),
      foot: furnished.filter((d) => (d.parts[0]?.box[1] ?? 0) <= height / 2),
      number: edge.number,
    };
  });
}

function furnitureDrafts(segments: readonly Segment[], page: number, fonts: Fonts): Draft[] {
  return findRows(segments).map((row) => plainDraft([lineOf(row)], page, fonts, 'furniture'));
}

function plainDraft(lines: readonly Line[], page: number, fonts: Fonts, kind: 'furniture' | 'paragraph'): Draft {
  const [left, , right] = boxOf(lines);
  return draftOf(
    { lines, marker: null, style: styleOf(lines, fonts), left, right, above: 1, closed: true, contents: false },
    page,
    kind,
  );
}

function tableDrafts(segments: readonly Segment[], page: number, fonts: Fonts, table: number): Draft[] | null {
  const rows = findTableRows(segments);
  if (rows === null || rows.length < 2) return null;
  // A title that spans the table may stand over the row of its column names.
  const at = [0, 1].find((k) => {
    const [first, second] = [rows[k], rows[k + 1]];
    return first !== undefined && second !== undefined && isHeader(first, second, fonts);
  });
  const names = at === undefined ? null : (rows[at]?.cells.map(cellText) ?? null);
  return rows.map(({ cells, box }, k) => {
    const lines = cells.flat();
    const filled = cells.flatMap((cell, c) => (cell.length > 0 ? [names?.[c] ?? ''] : []));
    return {
      kind: 'cell',
      level: 1,
      parts: [{ page, cells, box }],
      marker: null,
      sign: null,
      style: styleOf(lines, fonts),
      left: box[0],
      right: box[2],
      above: 1,
      closed: true,
      contents: false,
      role: null,
      header: names !== null && at !== undefined && k > at ? filled : null,
      table,
    };
  });
}

function cellText(lines: readonly Line[]): string {
  return tidy(lines.map((line) => line.text).join(' '));
}
