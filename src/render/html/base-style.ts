/** The style of every page: type, colours by light and dark, widths from a phone's to a desk's, and paper. */
import { properties, schemes } from './colours.ts';

export const baseStyle = `:root{color-scheme:light dark;${properties(schemes.light)}
--text:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--quote:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Cambria,Georgia,"Liberation Serif",serif;
--code:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{${properties(schemes.dark)}}}
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 var(--text);overflow-wrap:break-word}
.width{max-width:74rem;margin:0 auto;padding:0 1.5rem}
h1,h2,h3,p,ul,ol,dl,dd,figure,blockquote,fieldset,pre{margin:0;padding:0;border:0}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{font:600 1.875rem/1.2 var(--quote);letter-spacing:-.01em}
h2{font-size:1.25rem;font-weight:600}
h3{font-size:1rem;font-weight:600;text-wrap:pretty}
ul,ol{list-style:none}fieldset{min-width:0}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
code,pre{font-family:var(--code);font-size:.875em}
code{white-space:nowrap}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
:target{scroll-margin-top:1rem}
[hidden]{display:none!important}
.quiet{color:var(--quiet)}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-10rem;z-index:1;padding:.5rem 1rem;background:var(--sheet);border:1px solid var(--edge)}
.skip:focus{top:1rem}
.page-head{background:var(--sheet);border-bottom:1px solid var(--line);padding:1.75rem 0 1.5rem}
.page-foot{margin-top:3rem;padding:1.5rem 0 3rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}
main.width{padding-top:1.5rem}
summary{cursor:pointer}
table{border-collapse:collapse;width:100%;text-align:left}
th,td{padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);vertical-align:baseline}
thead th{border-top:0;font-size:.8125rem;font-weight:600;color:var(--quiet)}
th.number,td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
@media (max-width:40rem){.width{padding:0 1rem}h1{font-size:1.5rem}.page-head{padding:1.25rem 0}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{@page{size:A4;margin:16mm 14mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#5c5f66}}
html{font-size:10pt}body{background:none}.width{max-width:none;padding:0}.skip,.screen-only{display:none!important}
.page-head,.page-foot{background:none;padding:0 0 1rem}.page-foot{padding-top:1rem}
h2,h3{break-after:avoid}tr,li,figure{break-inside:avoid}thead{display:table-header-group}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
