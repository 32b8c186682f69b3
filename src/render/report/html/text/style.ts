/** The style of a document's text on the page: a column to read, marks that do not shout, tables that scroll by themselves. */

export const textStyle = `.body{max-width:46rem;padding:1.5rem 2rem 2rem;background:var(--sheet);border:1px solid var(--line);border-radius:4px;font-family:var(--quote);line-height:1.6}
.body>*+*,.body details>*+*{margin-top:.75rem}
.body h3,.body h4,.body h5,.body h6{margin-bottom:0;font-family:var(--quote);line-height:1.3;text-wrap:balance}
.body h3{font-size:1.375rem}.body h4{font-size:1.125rem}.body h5,.body h6{font-size:1rem}
.body h4,.body h5,.body h6{margin-top:1.5rem}
.body summary{color:inherit;padding:.25rem 0}.body summary>*{display:inline}.body summary::marker{color:var(--quiet);font-size:.875rem}
.body details+details{margin-top:1.25rem;padding-top:1rem;border-top:1px solid var(--line)}
.body ul{list-style:disc;padding-left:1.5rem}.body li{margin-top:.25rem}.body li.m{list-style:none}.body li.m>.b{color:var(--quiet)}
.body .note{font-size:.875rem;color:var(--quiet);padding-left:1rem;border-left:2px solid var(--line)}
.body .cap{font-weight:600;font-size:.9375rem}
.body .toc{color:var(--quiet);font-size:.875rem;margin-top:.125rem}
.body del{color:var(--quiet)}
.pg{font:.75rem var(--text);color:var(--quiet);user-select:none}
p.pg,.pm{text-align:center}span.pg{padding:0 .375rem}li>.pg:first-child{display:block}
mark{background:var(--mark);color:inherit;padding:.0625rem 0;border-radius:2px;box-decoration-break:clone;-webkit-box-decoration-break:clone}
mark.s{background:none;border-bottom:2px solid var(--line)}
mark.t{background:none;text-decoration:underline dotted;text-underline-offset:.2em}mark.t a{color:inherit}
a.l,b.l{position:relative;top:-.0625rem}
.l{font:600 .6875rem/1 var(--code);margin-right:.25rem;padding:.125rem .25rem;border:1px solid var(--line);border-radius:3px;white-space:nowrap;text-decoration:none;user-select:none;background:var(--sheet);color:var(--link)}
b.l{color:var(--quiet)}
mark:target,.body :target>mark:first-child{outline:2px solid var(--link);outline-offset:2px}
.tw{overflow-x:auto;font-family:var(--text);font-size:.8125rem;line-height:1.45}
.tw td,.tw th{min-width:4.5rem;vertical-align:top}.tw thead th{color:inherit;border-bottom:2px solid var(--line)}
.nav{margin-bottom:.75rem;font-size:.875rem}.nav li{padding:.1875rem 0}.nav .in{padding-left:1.25rem}
.nav a{text-decoration-color:var(--edge)}.nav span{font-size:.8125rem;white-space:nowrap}
@media screen and (min-width:75rem){.read{display:grid;grid-template-columns:46rem minmax(0,1fr);gap:2rem;align-items:start}
.nav{grid-area:1/2;position:sticky;top:calc(var(--bar) + 1rem);max-height:calc(100vh - var(--bar) - 2rem);overflow:auto}.nav summary{list-style:none;color:var(--ink);font-weight:600;cursor:default}.nav::details-content{content-visibility:visible;block-size:auto}}
.tint{display:flex;gap:.5rem;align-items:center;margin-bottom:.75rem;font-size:.875rem;color:var(--quiet)}.tint select{font:inherit;color:var(--ink);background:var(--sheet);border:1px solid var(--edge);border-radius:4px;height:2rem;max-width:100%}
.body .on{box-shadow:-.75rem 0 0 -.5rem var(--new)}
@media screen and (max-width:48rem){.body{padding:1rem}}
@media print{.body{max-width:none;padding:0;border:0}.body>details::details-content{content-visibility:visible;block-size:auto}.tw{overflow:visible}.tint{display:none}}
`;
