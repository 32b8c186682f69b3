/** Formats of a report that are several files, with what each of them holds. */
import type { Families } from './output/formats.ts';

export const REPORT_TABLES = ['commitments', 'statements', 'timeline', 'themes', 'documents', 'problems'] as const;

export const REPORT_FAMILIES: Families = { csv: REPORT_TABLES, tsv: REPORT_TABLES, svg: ['timeline', 'themes'] };
