/** The style of the table of commitments: rows on a desk, cards on a phone, both of the same elements. */
import { STRENGTH_LABELS } from '../../../../model/kinds.ts';
import { STATE_VALUES } from './facets.ts';

/** Of ticked strengths each widens, of ticked states each narrows what is shown, without a script too. */
const filters = [
  ...STRENGTH_LABELS.map(
    (value) =>
      `.commitments:has([name=strength]:checked):not(:has([name=strength][value=${value}]:checked)) tr[data-strength=${value}]{display:none}`,
  ),
  ...STATE_VALUES.map(
    (value) =>
      `.commitments:has([name=state][value=${value}]:checked) tbody tr:not([data-state~=${value}]){display:none}`,
  ),
].join('\n');

/** How much of a bar of five is filled. */
const bars = STRENGTH_LABELS.map(
  (value, index) => `.commitments .${value}{--n:${(index + 1) * 20}%;--c:var(--scale-${index + 1})}`,
).join('');

export const commitmentsStyle = `.pick{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;margin:.75rem 0 1rem;font-size:.875rem}
.chips{display:flex;flex-wrap:wrap;gap:.375rem}
.chips legend{float:left;margin-right:.25rem;line-height:1.75rem;color:var(--quiet)}
.chips label{display:inline-flex;align-items:center;gap:.375rem;min-height:1.75rem;padding:0 .625rem 0 .5rem;background:var(--sheet);border:1px solid var(--edge);border-radius:1rem;cursor:pointer}
.chips input{width:.875rem;height:.875rem;margin:0}
.chips label:has(:checked){border-color:var(--link);box-shadow:inset 0 0 0 1px var(--link);background:var(--band)}
.chips label:has(:focus-visible){outline:3px solid var(--link);outline-offset:2px}
.more[open]{flex-basis:100%}.more summary{padding:.25rem 0}.more summary::after{content:attr(data-count);margin-left:.375rem;color:var(--quiet)}
.tools{flex-basis:100%;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem}
.tools [type=search]{width:16rem;height:2rem;margin-left:.375rem;padding:0 .5rem;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:4px}
.tools [role=status]{font-variant-numeric:tabular-nums}
.commitments button{font:inherit;color:var(--link);background:var(--sheet);border:1px solid var(--edge);border-radius:4px;padding:.125rem .625rem;cursor:pointer}
.commitments button:disabled{color:var(--quiet);cursor:default}
.commitments table{background:var(--sheet);border:1px solid var(--line);border-radius:4px;font-size:.9375rem;table-layout:fixed}
.commitments th,.commitments td{padding:.625rem .75rem .5rem 0;vertical-align:top}
.commitments th:first-child{padding-left:1rem;width:4.75rem}
.commitments th:nth-child(2){width:6rem}.commitments th:nth-child(3){width:10.5rem}.commitments th:nth-child(5){width:6.5rem}.commitments th:nth-child(6){width:8rem}.commitments th:nth-child(7){width:9.5rem}
.commitments thead button{padding:0;border:0;border-radius:2px;background:none;font-weight:600;color:inherit;text-align:left}
.commitments thead button:hover{color:var(--link);text-decoration:underline}
.commitments th[aria-sort] button::after{content:" ↑";color:var(--link)}.commitments th[aria-sort=descending] button::after{content:" ↓"}
.commitments tbody th{font:.8125rem/1.75 var(--code)}.commitments tbody th a{text-decoration:none}
.commitments tbody tr:hover{background:var(--band)}.commitments tr:target{box-shadow:inset 4px 0 var(--link)}
.commitments td:nth-child(2)::after{content:"";display:block;width:3rem;height:.3125rem;margin-top:.125rem;background:linear-gradient(90deg,var(--c) var(--n),var(--line) 0);mask:linear-gradient(90deg,#000 80%,#0000 0) 0/20%}
${bars}
.commitments td:nth-child(5),.commitments td:nth-child(6){font-variant-numeric:tabular-nums}
.commitments td:nth-child(7){font-size:.8125rem;line-height:1.4;color:var(--quiet)}
.commitments td button{margin-left:.25rem;padding:0 .375rem;border-color:var(--line);font-size:.75rem;line-height:1.375rem;vertical-align:.0625rem}.commitments td button:hover{border-color:var(--edge)}
.commitments td summary{padding:0;color:inherit}.commitments td summary small{color:var(--quiet)}
.commitments td summary::marker{color:var(--quiet)}.commitments details[open]>summary{font-weight:600}
.commitments blockquote{margin:.5rem 0;padding-left:.875rem;border-left:3px solid var(--edge)}
.x{color:var(--quiet)}
.cue{text-decoration:underline;text-decoration-thickness:.125em;text-underline-offset:.2em}
.due,.aim,.if{font-weight:inherit;border-bottom:.125em solid var(--open)}.aim{border-color:var(--better)}.if{border-bottom-style:dotted}
.src{font-size:.875rem}.src cite{font-style:normal}
.commitments dl{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:.125rem .75rem;margin:.5rem 0 .375rem;font-size:.875rem}
.commitments dt{color:var(--quiet)}
${filters}
@media screen and (max-width:48rem),print{.commitments table{border:0;background:none}
.commitments table,.commitments tbody{display:block}.commitments thead{display:block;position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.commitments thead:focus-within{position:static;clip-path:none;width:auto;height:auto}.commitments thead th{display:inline-block;width:auto;padding:.25rem .75rem .25rem 0}
.commitments tbody tr{display:flex;flex-wrap:wrap;gap:.125rem .875rem;align-items:baseline;margin-bottom:.625rem;padding:.75rem .875rem;background:var(--sheet);border:1px solid var(--line);border-radius:4px}
.commitments tbody th:first-child,.commitments tbody td{padding:0;border:0;width:auto}
.commitments td:nth-child(3){font-weight:600}.commitments td:nth-child(4),.commitments td:nth-child(7){flex-basis:100%}
.commitments td:nth-child(2)::after{display:inline-block;margin-left:.375rem}
.commitments td time::before{content:"by ";color:var(--quiet)}}
@media screen and (max-width:48rem){.commitments dl{grid-template-columns:1fr}.commitments dd{margin-bottom:.25rem}.tools [type=search]{width:12rem}}
@media print{.commitments table{font-size:9pt}.commitments tbody tr{display:block;margin:0;padding:.5rem 0;border-width:1px 0 0;border-radius:0;break-inside:avoid}.commitments tbody th,.commitments td{display:inline;margin-right:1rem}.commitments td:nth-child(4),.commitments td:nth-child(7){display:block}.commitments button,.commitments dl,.commitments .go{display:none}
.commitments details::details-content{content-visibility:visible;block-size:auto}.commitments td summary{list-style:none}.commitments details>summary{font-weight:600}.commitments blockquote{margin:.25rem 0;font-size:9.5pt}.commitments .src{color:var(--quiet);font-size:8pt}}
`;
