/** Pages of runs → drafts of blocks in reading order, page by page, by the rules of layout. */

import type { Fonts } from '../glyphs/fonts.ts';
import { plainBullets } from '../glyphs/fonts.ts';
import type { RunPage } from '../glyphs/run.ts';
import { layOutByTags } from '../structure/tagged.ts';
import { tableDrafts } from '../tables/tables.ts';
import { roleOf } from './captions.ts';
import { boxOf, type Draft, draftOf, roughText } from './drafts.ts';
import { type Furniture, findFurniture } from './furniture.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { findRows, findSegments, type Line, lineOf, type Segment } from './lines.ts';
import { findLines, findParagraphs } from './paragraphs.ts';
import { findRegions } from './regions.ts';
import { isAllStruck, struckOf } from './struck-drafts.ts';
import { styleOf } from './style.ts';

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
  /** Whether its blocks are those of the structure tree. */
  readonly isTagged: boolean;
}

/** The pages of a document, laid out. A page whose layout fails is laid out as its rows from the top down. */
export function layOut(pages: readonly RunPage[], fonts: Fonts): LaidPage[] {
  const segmented = withoutLineNumbers(pages).map((page) => ({
    page: page.page,
    height: page.height,
    segments: findSegments(plainBullets(page.runs, fonts)),
    tags: page.tags,
  }));
  const furniture = findFurniture(segmented);
  let tables = 0;
  return segmented.map(({ page, height, segments, tags }, index) => {
    const edge: Furniture = furniture[index] ?? { segments: new Set(), number: null };
    const body = segments.filter((s) => !edge.segments.has(s));
    const byRules = (some: readonly Segment[]): Draft[] =>
      findRegions(some).flatMap((region) => {
        const rows = region.kind === 'table' ? tableDrafts(region.segments, page, fonts, tables) : null;
        if (rows !== null) {
          tables++;
          return rows;
        }
        return findParagraphs(findLines(region.segments), fonts).map((p) => draftOf(p, page));
      });
    const tagged =
      tags === undefined
        ? null
        : layOutByTags({ page, height, root: tags, segments: body, table: tables }, fonts, byRules);
    tables += tagged?.tables ?? 0;
    const drafts = (tagged?.drafts ?? byRules(body)).map(withRole).flatMap((d) => (isAllStruck(d) ? struckOf(d) : [d]));
    const furnished = furnitureDrafts([...edge.segments, ...(tagged?.furniture ?? [])], page, fonts);
    return {
      page,
      height,
      drafts,
      head: furnished.filter((d) => (d.parts[0]?.box[1] ?? 0) > height / 2),
      foot: furnished.filter((d) => (d.parts[0]?.box[1] ?? 0) <= height / 2),
      number: edge.number,
      isTagged: tagged !== null,
    };
  });
}

/** A paragraph, or a table's row of one cell, as the caption or legend that it may be. */
function withRole(draft: Draft): Draft {
  if (draft.role !== null || draft.contents || (draft.kind !== 'paragraph' && draft.kind !== 'cell')) return draft;
  const filled = draft.parts.flatMap((part) => part.cells.filter((lines) => lines.length > 0));
  const role = filled.length === 1 ? roleOf(roughText(draft)) : null;
  if (role === null) return draft;
  const { header: _, names: __, ...rest } = draft;
  const parts = draft.parts.map((part) => ({ ...part, cells: [part.cells.flat()] }));
  return { ...rest, kind: 'paragraph', role, parts, header: null, table: -1 };
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
