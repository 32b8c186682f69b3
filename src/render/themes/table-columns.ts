/** The columns of a table of themes, and its rows: a row a theme a document, or a theme a section or page. */
import type { ReportPart } from '../../model/part.ts';
import type { DocumentRecord, SectionRecord, Theme, ThemePart } from '../../model/report.ts';
import type { Column } from '../columns.ts';
import { bestPassages, type Passage } from './passages.ts';

/** A theme in a document or a part of one. */
export interface ThemeRow {
  readonly theme: Theme;
  readonly document: DocumentRecord | null;
  readonly part: ThemePart | null;
  readonly section: SectionRecord | undefined;
  /** The passage that carries it best there. */
  readonly best: Passage | undefined;
}

const about: readonly Column<ThemeRow>[] = [
  ['theme', ({ theme }) => theme.id],
  ['scheme', ({ theme }) => theme.scheme],
  ['facet', ({ theme }) => theme.facet],
  ['label', ({ theme }) => theme.label],
  ['document', ({ document }) => document?.name],
  ['title', ({ document }) => document?.title],
  ['document_date', ({ document }) => document?.date?.value],
];
const sectionColumns: readonly Column<ThemeRow>[] = [
  ['section_id', ({ part }) => part?.sectionId],
  ['section', ({ section }) => section?.title],
  ['section_level', ({ section }) => section?.level],
  ['section_page', ({ section }) => section?.page],
];
const pageColumns: readonly Column<ThemeRow>[] = [['theme_page', ({ part }) => part?.page]];
const figures: readonly Column<ThemeRow>[] = [
  ['passages', ({ theme, part }) => (part ?? theme).passages],
  ['of_passages', ({ document, part }) => (part === null ? document?.passages : part.of)],
  ['share', ({ theme, part }) => (part ?? theme).share],
  ['share_low', ({ theme, part }) => (part ?? theme).interval[0]],
  ['share_high', ({ theme, part }) => (part ?? theme).interval[1]],
  ['hits', ({ theme, part }) => (part ?? theme).hits],
];
const ofDocument: readonly Column<ThemeRow>[] = [
  ['per_1000_words', ({ theme }) => theme.per1000Words],
  ['low_evidence', ({ theme }) => theme.lowEvidence],
];
const changes: readonly Column<ThemeRow>[] = [
  ['change_points', ({ theme }) => theme.change?.points],
  ['change_significant', ({ theme }) => theme.change?.significant],
];
const words: readonly Column<ThemeRow>[] = [
  ['terms', ({ theme }) => theme.terms.map(({ term, count }) => `${term} (${count})`).join('; ')],
];
const passage: readonly Column<ThemeRow>[] = [
  ['quote', ({ best }) => best?.quote],
  ['quote_terms', ({ best }) => best?.terms.join('; ')],
  ['page', ({ best }) => best?.page],
  ['page_label', ({ best }) => best?.pageLabel],
  ['line', ({ best }) => best?.line],
];

/** Which table of themes it is. */
export interface ThemesShape {
  readonly by: 'document' | 'section' | 'page' | null;
  /** Whether documents are compared: only then there are columns of changes. */
  readonly isComparison: boolean;
}

/** Names and order of columns are public. */
export function themeColumns({ by, isComparison }: ThemesShape): readonly Column<ThemeRow>[] {
  if (by === 'section') return [...about, ...sectionColumns, ...figures, ...passage];
  if (by === 'page') return [...about, ...pageColumns, ...figures, ...passage];
  return [...about, ...figures, ...ofDocument, ...(isComparison ? changes : []), ...words, ...passage];
}

/** The rows of one document. Cells that are null in the JSON are empty; shares lie between 0 and 1. */
export function* themeRows({ document, themes }: ReportPart, { by }: ThemesShape): Generator<ThemeRow> {
  const sections = new Map(document?.sections.map((section) => [section.id, section]));
  for (const theme of themes) {
    if (by !== 'section' && by !== 'page') {
      const [best] = bestPassages(theme, 1);
      yield { theme, document, part: null, section: undefined, best };
      continue;
    }
    const inPart = passagesOf(theme.evidence, document?.sections ?? []);
    for (const part of theme.parts ?? []) {
      const section = sections.get(part.sectionId ?? '');
      const [best] = bestPassages({ evidence: inPart(part, section) }, 1);
      yield { theme, document, part, section, best };
    }
  }
}

/** Gives the passages of a part: on its page, in its section and those inside it, or before the first heading. */
function passagesOf(evidence: readonly Passage[], sections: readonly SectionRecord[]) {
  const sorted = [...evidence].sort((a, b) => a.start - b.start);
  const pages = new Map<number, Passage[]>();
  for (const each of sorted) {
    if (each.page === null) continue;
    const own = pages.get(each.page);
    if (own === undefined) pages.set(each.page, [each]);
    else own.push(each);
  }
  const first = sections[0]?.start ?? Number.POSITIVE_INFINITY;
  return ({ page }: ThemePart, section: SectionRecord | undefined): Passage[] => {
    if (page !== null) return pages.get(page) ?? [];
    if (section === undefined) return sorted.slice(0, countBefore(sorted, first));
    return sorted.slice(countBefore(sorted, section.start), countBefore(sorted, section.end));
  };
}

/** How many of the sorted passages begin before an offset. */
function countBefore(sorted: readonly Passage[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
