/** The sections or pages of a document with the themes that each carries. */
import type { ReportPart } from '../../model/part.ts';
import type { SectionRecord, Theme, ThemePart } from '../../model/report.ts';
import { place } from '../place.ts';
import type { ThemeChoice } from './blocks.ts';
import { chosen } from './blocks.ts';

/** A theme in a section or on a page. */
export interface Cell extends Pick<ThemePart, 'passages' | 'of' | 'share'> {
  readonly theme: Theme;
}

/** A section or page. */
export interface GridRow {
  /** Title of the section; empty before the first heading, and for pages. */
  readonly title: string;
  readonly level: number;
  /** `p. 12`: the page that it is or begins on; empty where there are no pages. */
  readonly place: string;
  /** Its passages. */
  readonly of: number;
  /** Most passages first. */
  readonly cells: readonly Cell[];
}

/** Sections or pages with passages, in the order of the document. */
export interface Grid {
  readonly rows: readonly GridRow[];
  /** The themes that are shown, best first. */
  readonly themes: readonly Theme[];
  readonly left: number;
}

/** The grid of a document that was analysed by its sections or pages. */
export function gridOf({ document, themes }: ReportPart, choice: ThemeChoice): Grid {
  const { blocks, left } = chosen(themes, choice);
  const shown = blocks.flatMap((block) => block.themes);
  const cells = new Map<string, Cell[]>();
  for (const theme of shown) {
    for (const part of theme.parts ?? []) {
      const { passages, of, share } = part;
      const own = cells.get(keyOf(part));
      if (own === undefined) cells.set(keyOf(part), [{ theme, passages, of, share }]);
      else own.push({ theme, passages, of, share });
    }
  }
  const label = labelsOf(themes);
  const sections = new Map(document?.sections.map((section) => [section.id, section]));
  const rows = (document?.parts ?? []).map((part): GridRow => {
    const section = sections.get(part.sectionId ?? '');
    const own = cells.get(keyOf(part)) ?? [];
    return {
      title: section?.title ?? '',
      level: section?.level ?? 1,
      place: place({
        line: null,
        page: part.page ?? section?.page ?? null,
        pageLabel: part.pageLabel ?? label(section),
      }),
      of: part.passages,
      cells: own.sort((a, b) => b.passages - a.passages || b.theme.share - a.theme.share),
    };
  });
  return { rows, themes: shown, left };
}

/** The printed number of the page that a section begins on, where a passage tells it. */
function labelsOf(themes: readonly Theme[]): (section: SectionRecord | undefined) => string | null {
  const labels = new Map<number, string>();
  for (const { evidence } of themes)
    for (const { page, pageLabel } of evidence) if (page !== null && pageLabel !== null) labels.set(page, pageLabel);
  return (section) => labels.get(section?.page ?? 0) ?? null;
}

const keyOf = ({ sectionId, page }: Pick<ThemePart, 'sectionId' | 'page'>): string =>
  `${sectionId ?? ''}/${page ?? ''}`;

/** Neighbouring rows taken together, so that no more than `most` are left: `from` and `to` are the first and the last. */
export interface Band {
  readonly from: GridRow;
  readonly to: GridRow;
  readonly of: number;
  /** Passages by theme. */
  readonly passages: ReadonlyMap<Theme, number>;
}

export function bandsOf(rows: readonly GridRow[], most: number): readonly Band[] {
  const size = Math.max(1, Math.ceil(rows.length / most));
  const bands: Band[] = [];
  for (let at = 0; at < rows.length; at += size) {
    const own = rows.slice(at, at + size);
    const [from] = own;
    const to = own.at(-1);
    if (from === undefined || to === undefined) continue;
    const passages = new Map<Theme, number>();
    for (const { cells } of own)
      for (const cell of cells) passages.set(cell.theme, (passages.get(cell.theme) ?? 0) + cell.passages);
    bands.push({ from, to, of: own.reduce((sum, row) => sum + row.of, 0), passages });
  }
  return bands;
}

/** The rows of as many upper levels of sections as fit into `most` rows; at least the first level, cut there. */
export function upperRows(rows: readonly GridRow[], most: number): readonly GridRow[] {
  let fitting = rows.slice(0, most);
  for (const level of [...new Set(rows.map((row) => row.level))].sort((a, b) => b - a)) {
    const upper = rows.filter((row) => row.level <= level);
    if (upper.length <= most) return upper;
    fitting = upper.slice(0, most);
  }
  return fitting;
}
