/** Documents as columns and their themes as rows. */
import type { ReportPart } from '../../model/part.ts';
import type { DocumentRecord, Theme } from '../../model/report.ts';
import { themeKey } from '../../model/themes.ts';
import { nameOf, type ThemeName } from './blocks.ts';

/** A document, and what it is called where there is little room. */
export interface Column {
  /** The year that it is from where that tells the documents apart, else a letter. */
  readonly name: string;
  readonly document: DocumentRecord;
  readonly themes: readonly Theme[];
}

/** A theme in all documents. */
export interface Row extends ThemeName {
  /** By column; undefined where the document does not have it. */
  readonly themes: readonly (Theme | undefined)[];
}

/** The documents that were read, in the order given. */
export function columnsOf(parts: readonly ReportPart[]): readonly Column[] {
  const read = parts.flatMap(({ document, themes }) =>
    document === null || document.status === 'failed' ? [] : [{ document, themes }],
  );
  const years = read.map(({ document }) => document.date?.value.slice(0, 4) ?? '');
  const areYears = read.length > 1 && !years.includes('') && new Set(years).size === years.length;
  return read.map((one, index) => ({ ...one, name: areYears ? (years[index] ?? '') : letters(index) }));
}

/** A, B … Z, AA, AB … */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** The themes of all documents, those with the largest share in any of them first. */
export function rowsOf(columns: readonly Column[]): readonly Row[] {
  const found = new Map<string, { readonly name: ThemeName; readonly themes: (Theme | undefined)[]; most: number }>();
  columns.forEach(({ themes }, at) => {
    for (const theme of themes) {
      const key = themeKey(theme);
      const row = found.get(key) ?? { name: nameOf(theme), themes: columns.map(() => undefined), most: 0 };
      row.themes[at] = theme;
      row.most = Math.max(row.most, theme.share);
      found.set(key, row);
    }
  });
  return [...found]
    .sort(([a, { most: m }], [b, { most: n }]) => n - m || (a < b ? -1 : 1))
    .map(([, { name, themes }]) => ({ ...name, themes }));
}
