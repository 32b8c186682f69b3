/** The themes of many documents taken together. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { themeKey } from '../../model/themes.ts';
import { wilson } from '../../model/wilson.ts';
import { nameOf, type ThemeName } from './blocks.ts';

/** A theme in all documents together. */
export interface TotalTheme
  extends ThemeName,
    Pick<Theme, 'passages' | 'share' | 'interval' | 'hits' | 'per1000Words'> {
  /** Documents that have it. */
  readonly documents: number;
}

/** Adds up documents as they come. */
export interface Total {
  readonly add: (part: ReportPart) => void;
  readonly documents: () => number;
  /** Passages of all documents. */
  readonly passages: () => number;
  /** Those with the largest share first. */
  readonly themes: () => readonly TotalTheme[];
}

/** Nothing yet; what could not be read does not count. */
export function themeTotal(): Total {
  const sums = new Map<string, { readonly name: ThemeName; passages: number; hits: number; documents: number }>();
  let documents = 0;
  let passages = 0;
  let words = 0;
  return {
    add({ document, themes }) {
      if (document === null || document.status === 'failed') return;
      documents++;
      passages += document.passages ?? 0;
      words += document.words;
      for (const theme of themes) {
        const key = themeKey(theme);
        const sum = sums.get(key) ?? { name: nameOf(theme), passages: 0, hits: 0, documents: 0 };
        sum.passages += theme.passages;
        sum.hits += theme.hits;
        sum.documents++;
        sums.set(key, sum);
      }
    },
    documents: () => documents,
    passages: () => passages,
    themes: () =>
      [...sums]
        .sort(([a, m], [b, n]) => n.passages - m.passages || (a < b ? -1 : 1))
        .map(([, { name, ...sum }]) => ({
          ...name,
          ...sum,
          share: passages === 0 ? 0 : sum.passages / passages,
          interval: wilson(sum.passages, passages),
          per1000Words: words === 0 ? 0 : (1000 * sum.hits) / words,
        })),
  };
}
