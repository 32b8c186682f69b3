/** The style of a report's page besides that of all reports. */
import { reportStyle } from '../../html/report-style.ts';
import { commitmentsStyle } from './commitments/style.ts';
import { textStyle } from './text/style.ts';

const sectionsStyle = `
:root{--bar:2.5rem;--scale-1:#9aa7b8;--scale-2:#7d93ad;--scale-3:#5a7da3;--scale-4:#2f6398;--scale-5:#12406f}
html{scroll-padding-top:calc(var(--bar) + 1rem)}
.page-head h1{max-width:48rem}
.head{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem 2rem;margin-top:1.25rem;font-size:.9375rem}
.head dt,.overline{font-size:.75rem;letter-spacing:.02em;color:var(--quiet)}
.head .small{font-size:.8125rem;color:var(--quiet);margin-top:.125rem}
.head q{font-family:var(--quote)}
.warn{color:var(--worse)}
.page-nav{position:sticky;top:0;z-index:2;background:var(--sheet);border-bottom:1px solid var(--line)}
.page-nav ul{display:flex;gap:0 1.5rem;overflow-x:auto;scrollbar-width:none}
.page-nav a{display:block;line-height:var(--bar);white-space:nowrap;font-size:.875rem;color:var(--quiet);text-decoration:none}
.page-nav a:hover,.page-nav a:focus-visible{color:var(--ink);text-decoration:underline}
.page-nav a:focus-visible{outline-offset:-3px}
.part.figures{margin-top:.75rem}.figures>ul:first-child{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem 2rem}
.figures li{line-height:1.35}
.figures ul:first-child a{display:block;color:inherit;text-decoration:none}.figures a:hover span{text-decoration:underline}
.figures b{display:block;font-size:2.25rem;line-height:1.15;font-weight:600;letter-spacing:-.02em;font-variant-numeric:tabular-nums lining-nums}
.figures li span{font-weight:600}.figures small{display:block;color:var(--quiet);font-size:.8125rem}
.strengths{display:block;width:100%;height:.5rem;margin-top:1.25rem}
.key{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin-top:.5rem;font-size:.8125rem;color:var(--quiet)}
.key li{display:flex;align-items:center;gap:.375rem}.key svg{height:1rem;width:auto}.key .dot{height:.625rem}
.strength-binding{fill:var(--scale-5)}.strength-firm{fill:var(--scale-4)}.strength-planned{fill:var(--scale-3)}.strength-aimed{fill:var(--scale-2)}.strength-wished{fill:var(--scale-1)}
.part>h2,.part>h3{margin-bottom:.375rem}
.meaning{max-width:48rem}
.ref{font:600 .8125rem/1.5 var(--code);white-space:nowrap}
.where{float:none;font-variant-numeric:tabular-nums}
.who{font-weight:600}
.plan{table-layout:fixed;font-size:.9375rem}
.plan>*>tr>*{padding:.375rem .75rem .375rem 0}
.plan>*>tr>*:first-child{width:9rem}.plan>*>tr>.plot{width:26rem;padding:.625rem 0 0;position:relative;vertical-align:top}
.plan .where,.quotes .where{white-space:nowrap}
.plan>thead>tr>*{vertical-align:bottom}.plan>thead>tr>.plot{vertical-align:bottom}
.plan>tbody>tr>th{font-weight:400;font-variant-numeric:tabular-nums}
.passed{display:block;font-size:.8125rem;color:var(--worse)}
.plan td p+p{margin-top:.25rem}
.plan q,.quotes q{font-family:var(--quote);font-size:1rem;line-height:1.5;quotes:none}
.plot svg{display:block;position:relative;width:100%;height:auto;overflow:hidden}.plot .grid{position:absolute;inset:0;width:100%;height:100%}.axis{table-layout:fixed}.axis td{padding:0 0 .125rem;border:0;text-align:left;font-size:.75rem;font-weight:400;white-space:nowrap;font-variant-numeric:tabular-nums}.axis+.axis td{color:var(--quiet)}
.pmed-grid,.pmed-asof{stroke:var(--line);fill:none;vector-effect:non-scaling-stroke}.pmed-asof{stroke:var(--ink);stroke-dasharray:3 3}
.pmed-due{fill:var(--worse)}.pmed-due-line{stroke:var(--worse)}.pmed-lead{stroke:var(--edge)}.pmed-span{fill:var(--link)}.pmed-span-line{stroke:var(--link)}
.pmed-hollow{fill:var(--ground)}.pmed-rule{stroke:var(--quiet)}.pmed-quiet{fill:var(--quiet)}.pmed-ink{fill:var(--ink)}
.fold{border-top:1px solid var(--line)}.fold:last-of-type{border-bottom:1px solid var(--line)}
.plan+.key+.fold,.plan+.fold{margin-top:1.25rem}
.fold>summary,.theme>summary{color:var(--ink)}
.fold .count{color:var(--quiet);font-variant-numeric:tabular-nums}
.fold .quiet{font-size:.875rem}
.quotes{padding:0 0 .75rem}
.quotes li{display:grid;grid-template-columns:4rem minmax(0,1fr) auto;gap:0 1rem;padding:.375rem 0;align-items:baseline}
.blocks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,32rem),1fr));gap:1.5rem 3rem}
.block{max-width:44rem}.theme .label::before{content:"▸";display:inline-block;width:1rem;color:var(--quiet)}.theme[open] .label::before{content:"▾"}h2+.notice,h3+.notice{margin-top:.5rem}
.block-title{font-weight:600;font-size:.875rem;padding-bottom:.25rem}
.theme{border-top:1px solid var(--line)}
.theme>summary{display:grid;grid-template-columns:10.5rem minmax(4rem,1fr) 7.5rem;gap:0 1rem;align-items:center;list-style:none;padding:.3125rem 0}
.theme>summary::-webkit-details-marker{display:none}
.theme .places{grid-column:2/-1;font-size:.8125rem}
.theme .share{font-variant-numeric:tabular-nums}.theme .share b{font-weight:600}
.bar{display:block;width:100%;height:.75rem}.bar rect{fill:var(--link);fill-opacity:.55}.bar path{stroke:var(--ink);stroke-width:1.5;fill:none;vector-effect:non-scaling-stroke}
.documents table{font-size:.9375rem}.documents th[scope=row]{font-weight:400;max-width:26rem}.documents .file{display:block;font-size:.8125rem}
.wide{overflow-x:auto}
.paper{margin-top:1.5rem;border-top:1px solid var(--line)}.paper>summary{padding:.75rem 0;color:var(--ink)}.paper>summary h2{display:inline;font:600 1.25rem/1.3 var(--quote);margin-right:.75rem}
.paper .part{margin-top:2rem}
.page-foot h3{color:var(--ink);margin-top:1.25rem}.page-foot{font-size:.875rem}.page-foot p{max-width:48rem}.page-foot .terms{grid-template-columns:7rem minmax(0,1fr);gap:.125rem 1rem;margin:.25rem 0}
.page-foot .fold{margin-top:1.25rem}.rules th[scope=row]{font-weight:400;white-space:nowrap;padding-right:1.5rem}
@media screen and (max-width:48rem){
.head,.figures>ul:first-child{grid-template-columns:1fr 1fr}
.figures b{font-size:1.75rem}
.plan>*>tr{display:grid;grid-template-columns:minmax(0,1fr);padding:.5rem 0;border-top:1px solid var(--line)}
.plan>thead>tr>*:not(.plot){display:none}
.plan>*>tr>*,.plan>*>tr>*:first-child{width:auto;border:0;padding:0}
.plan>tbody>tr>.what{grid-column:1/-1;grid-row:2}.plan>*>tr>.plot{grid-column:1/-1;width:auto;padding:.25rem 0 0}
.plan>tbody>tr>th{font-weight:600}.passed{display:inline;font-weight:400;margin-left:.5rem}
.axis td{font-size:.6875rem}
.page-nav{position:static}.page-nav ul{flex-wrap:wrap;padding-block:.25rem}.page-nav a{line-height:2rem}
html{scroll-padding-top:1rem}
.documents thead{display:block;position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.documents tr{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.5rem 0;border-top:1px solid var(--line)}.documents th[scope=row]{flex:1 0 100%;max-width:none}.documents th,.documents td,.documents td.number{border:0;padding:0;white-space:normal}
.documents td[data-name]::after{content:" " attr(data-name);color:var(--quiet)}.documents td:empty{display:none}
.quotes li{grid-template-columns:3rem minmax(0,1fr)}.quotes .where{grid-column:2}
.theme>summary{grid-template-columns:minmax(0,1fr) auto}.theme .bar{grid-column:1/-1;grid-row:2}.theme .places{grid-column:1/-1}
}
@media print{.page-nav{display:none}.plan>*>tr>*:first-child{width:7rem}.plan>*>tr>.plot{width:17rem}.theme .label::before{display:none}.key,.strengths,.meaning{break-before:avoid}.fold:not([open]){display:none}.plan{font-size:9pt}.theme,.quotes li{break-inside:avoid}.paper{break-before:page}}
@media screen and (prefers-color-scheme:dark){:root{--scale-1:#566474;--scale-2:#5f7a98;--scale-3:#6d98c4;--scale-4:#8dbcf0;--scale-5:#cfe4ff}}
`;

/** The whole of it; what the table and the text have of their own comes last. */
export const pageStyle = `${reportStyle}${sectionsStyle}${commitmentsStyle}${textStyle}`;
