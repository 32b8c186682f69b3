/** The style of a report's page besides that of all reports. */
import { reportStyle } from '../../html/report-style.ts';
import { commitmentsStyle } from './commitments/style.ts';
import { textStyle } from './text/style.ts';

export const pageStyle = `${reportStyle}${commitmentsStyle}${textStyle}.figures ul{display:grid;grid-template-columns:repeat(4,1fr);gap:1.5rem}
.figures li{display:flex;flex-direction:column}
.figures b{font-size:2rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums}
.figures small{color:var(--quiet);font-size:.8125rem}
.quotes li{padding:.5rem 0;border-top:1px solid var(--line)}
.quotes q{font-family:var(--quote);font-size:1.0625rem;quotes:none}
@media screen and (max-width:48rem){.figures ul{grid-template-columns:1fr 1fr}}
`;
