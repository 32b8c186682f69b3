/** The style of a page of findings besides that of all reports. */
import { emptyCardStyle, facetStyle } from '../../html/facets.ts';
import { LEVELS_SHOWN } from '../../html/level.ts';
import { reportStyle } from '../../html/report-style.ts';

/** @param rules ids of those that found something */
export const checkStyle = (rules: readonly string[]): string => `${reportStyle}
.card.error,.tile.error{--tone:var(--worse)}.card.warning,.tile.warning{--tone:var(--open)}.card.note,.tile.note{--tone:var(--quiet)}
.page-head .date{margin-top:1rem}
.card .facts{padding-left:0}.facts .permalink{margin-left:.5rem}
.card blockquote{max-width:48rem;margin-top:.25rem}.group>h2{margin-bottom:.75rem}.group>h2:has(+.meaning){margin:0}
.related{margin-top:.375rem;font-size:.875rem;color:var(--quiet)}
${facetStyle('level', LEVELS_SHOWN)}
${facetStyle('group', rules)}
${emptyCardStyle([
  ['level', LEVELS_SHOWN],
  ['group', rules],
])}`;
