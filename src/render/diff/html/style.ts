/** The style of a comparison besides that of all reports: versions, two columns of quotes, themes. */
import { CHANGE_GROUPS } from '../../../model/change-groups.ts';
import { facetStyle } from '../../html/facets.ts';
import { LEVELS_SHOWN } from '../../html/level.ts';
import { reportStyle } from '../../html/report-style.ts';

export const diffStyle = `${reportStyle}.versions{display:grid;grid-template-columns:1fr auto 1fr;gap:0 2rem;margin-top:1.25rem}
.versions .to{align-self:center;font-size:1.5rem;color:var(--quiet)}
.versions .quiet{font-size:.875rem}
.removed,.weaker{--tone:var(--worse)}.changed{--tone:var(--open)}.stronger{--tone:var(--better)}.added{--tone:var(--new)}.reworded{--tone:var(--quiet)}
.facts .values b{font-weight:600}.facts .arrow{color:var(--quiet)}.facts .lag{color:var(--quiet)}
.sides{margin-top:.875rem;display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;padding-left:1.375rem}
.sides>*+*{border-left:1px solid var(--line);padding-left:1.5rem}
figcaption{font-size:.8125rem;color:var(--quiet);margin-bottom:.25rem}
figcaption b{color:var(--ink);font-weight:600;margin-right:.25rem}
figcaption span+span::before{content:"· "}
.absent{font-size:.875rem;color:var(--quiet)}.absent q{font:.9375rem/1.55 var(--quote)}.absent p+p{margin-top:.375rem}
del,ins{border-radius:2px;padding:.05em .1em;-webkit-box-decoration-break:clone;box-decoration-break:clone;text-decoration-thickness:1px}
del{background:var(--worse-ground);text-decoration-line:line-through;text-decoration-color:var(--worse)}
ins{background:var(--better-ground);text-decoration-line:underline;text-decoration-color:var(--better);text-decoration-thickness:2px;text-underline-offset:.2em}
.themes{max-width:46rem}.themes th[scope=row]{font-weight:400}.themes td.bars{width:12rem;padding:.5rem 0 .5rem 1rem}.themes thead td{border:0}.bars svg{display:block}
.bars .was{fill:none;stroke:var(--edge)}.bars .now{fill:var(--link);stroke:var(--link)}
${facetStyle('group', CHANGE_GROUPS)}
${facetStyle('level', LEVELS_SHOWN)}
@media screen and (max-width:48rem){
.versions{grid-template-columns:1fr;gap:.75rem}.versions .to{justify-self:start;line-height:1;transform:rotate(90deg)}
.sides{padding-left:0;grid-template-columns:1fr;gap:.875rem}.sides>*+*{border-left:0;padding-left:0;border-top:1px solid var(--line);padding-top:.75rem}
.themes td.bars,.themes thead td{display:none}.themes{font-size:.875rem}.themes th{overflow-wrap:anywhere}}`;
