/** Formats of a report that are several files, with what each of them holds. */
import type { Families } from './output/formats.ts';

export const REPORT_FAMILIES: Families = { svg: ['timeline', 'themes'] };
