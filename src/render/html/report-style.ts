/** The style of what reports share: counts that filter, cards with facts and quotes, notices, problems. */

export const reportStyle = `.overline{font-size:.8125rem;color:var(--quiet);margin-bottom:.25rem}
.date{font-size:1.125rem;font-weight:600}
.document{font-size:.875rem;color:var(--quiet)}.document .warn{color:var(--worse);font-weight:600}
.verdict{margin-top:1.25rem;padding:.625rem 1rem;border-left:4px solid var(--edge);background:var(--band)}
.verdict b{margin-right:.5rem}
.verdict.fail{border-color:var(--worse);background:var(--worse-ground)}.verdict.fail b{color:var(--worse)}
.verdict.pass{border-color:var(--better);background:var(--better-ground)}.verdict.pass b{color:var(--better)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.5rem}
.tile{position:relative;display:flex;flex-direction:column;padding:.75rem .875rem .625rem;background:var(--sheet);border:1px solid var(--line);border-top:3px solid var(--tone,var(--edge));border-radius:4px;color:var(--ink);text-decoration:none;cursor:pointer}
.tile .figure{font-size:1.5rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
.tile .sign{color:var(--tone);margin-right:.25rem}
.tile .name{font-size:.875rem}
.tile input{position:absolute;top:.75rem;right:.75rem;margin:0}
.tile:hover{border-color:var(--edge);border-top-color:var(--tone,var(--edge))}
.tile:has(:checked){background:var(--band);box-shadow:inset 0 0 0 2px var(--link)}
.tile:has(:focus-visible){outline:3px solid var(--link);outline-offset:2px}
.tile.none{background:none;cursor:default;color:var(--quiet);border-top-color:var(--line)}
.tile.none .sign{color:inherit}.tile.none input{display:none}
input{accent-color:var(--link);width:1rem;height:1rem}
.narrow{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem;margin-top:.875rem;font-size:.875rem}
.levels{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.levels legend{float:left;padding:0;line-height:1.75rem;color:var(--quiet)}
.levels label{display:inline-flex;align-items:center;gap:.375rem;min-height:1.75rem;cursor:pointer}
.levels label:has(:disabled){color:var(--quiet);cursor:default}
.search label{color:var(--quiet);margin-right:.375rem}
#search{width:14rem;height:2rem;padding:0 .5rem;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:4px}
#shown{margin-left:auto;font-variant-numeric:tabular-nums}
#clear{font:inherit;height:2rem;padding:0 .75rem;color:var(--link);background:var(--sheet);border:1px solid var(--edge);border-radius:4px;cursor:pointer}
main>section{margin-top:2.5rem}main>.filters{margin-top:0}
h2 .count{font-weight:400;color:var(--quiet);margin-left:.25rem}
.meaning{color:var(--quiet);font-size:.875rem;margin-bottom:.875rem}
.group h2 .sign{color:var(--tone);margin-right:.5rem}
.sign{font-family:"Liberation Sans",var(--text)}
.card{background:var(--sheet);border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:4px;padding:1rem 1.25rem 1.125rem;margin-bottom:.875rem}
.card:target{box-shadow:0 0 0 2px var(--link)}
.card-head{display:flex;gap:.625rem;align-items:baseline}
.card-head .sign{color:var(--tone);font-weight:700}
.card-head h3{flex:1;font-weight:400}.card-head .who{font-weight:600}
.permalink{font:.75rem var(--code);color:var(--quiet);white-space:nowrap;text-decoration:none}.permalink:hover{text-decoration:underline}
.facts{margin:.5rem 0 0;padding-left:1.375rem;font-size:.9375rem}
.facts li{display:grid;grid-template-columns:10.5rem minmax(0,1fr) auto;gap:0 1rem;padding:.1875rem 0;align-items:baseline}
.facts .kind{color:var(--quiet)}
.level{display:inline-block;font-size:.75rem;line-height:1.25rem;padding:0 .5rem;border:1px solid var(--edge);border-radius:1rem;color:var(--quiet)}
.level.error{background:var(--worse);border-color:var(--worse);color:var(--sheet);font-weight:600}
.level.warning{border-color:var(--open);color:var(--open);font-weight:600}
blockquote,.quoted{font-family:var(--quote);font-size:1.0625rem;line-height:1.55;overflow-wrap:anywhere}
blockquote p+p{margin-top:.375rem}.stem{color:var(--quiet)}
.accepted{margin-top:.75rem;font-size:.875rem;color:var(--quiet)}
summary{padding:.5rem 0;color:var(--link)}
details .card:first-of-type{margin-top:.5rem}
.quoted{font-size:1rem}.where{white-space:nowrap;font-size:.875rem;color:var(--quiet)}
.problems li{padding:.5rem 0;border-top:1px solid var(--line)}.hint{font-size:.875rem;color:var(--quiet);white-space:pre-line}
.page-foot dl{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.25rem 1rem;margin:.75rem 0}
.page-foot h2{font-size:1rem;color:var(--ink)}.page-foot code{white-space:normal;overflow-wrap:anywhere;color:var(--ink)}
.notice{font-size:1.125rem;max-width:44rem;padding:1.5rem;background:var(--sheet);border:1px solid var(--line);border-radius:4px}
.notice p+p{margin-top:.5rem;font-size:1rem;color:var(--quiet)}
.key{margin-top:.75rem;font-size:.875rem;color:var(--quiet)}
@media screen and (max-width:48rem){
.tiles{grid-template-columns:repeat(auto-fill,minmax(5rem,1fr))}.tile{padding:.5rem .25rem .375rem .5rem}.tile .figure{font-size:1.25rem}.tile .name{font-size:.8125rem}.tile input{top:.5rem;right:.5rem}
#shown{margin-left:0}.search{width:100%;display:flex;align-items:center}#search{flex:1}
.card{padding:.875rem 1rem}.facts{padding-left:0}
.facts li{grid-template-columns:minmax(0,1fr) auto}.facts .values{grid-column:1/-1;grid-row:2}
.card-head{flex-wrap:wrap}.card-head h3{flex-basis:80%}
.where{font-size:.875rem;white-space:normal}th,td{padding-right:.5rem}.page-foot dl{grid-template-columns:1fr}.page-foot dd{margin-bottom:.5rem}}
@media print{.meaning{break-after:avoid}.tile input,.permalink{display:none}.card{break-inside:avoid}.tiles{gap:2mm;grid-auto-flow:column;grid-template-columns:none;grid-auto-columns:1fr}main>section{margin-top:6mm}.search,#clear{display:none}}
`;
