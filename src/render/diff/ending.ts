/** What stands below the changes: themes whose share changed, and the verdict of a gate. */

import type { Diff } from '../../model/diff.ts';
import { type Verdict, verdictWords } from '../../model/verdict.ts';
import { harmless } from '../harmless.ts';
import { grouped } from '../numbers.ts';
import { place } from '../place.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang, wrap } from '../wrap.ts';
import { edge } from './edge.ts';
import { planOf } from './told.ts';

/** The themes whose share changed by more than chance, with both shares: `2.0% -> 8.1%`. */
export const themeShares = ({ themeChanges }: Diff): { readonly id: string; readonly shares: string }[] =>
  themeChanges
    .filter(({ significant }) => significant)
    .map(({ id, before, after }) => ({ id, shares: `${(before * 100).toFixed(1)}% -> ${(after * 100).toFixed(1)}%` }));

/** `economics +6.1 points, ethics -2.4`: the themes whose share changed by more than chance; empty for none. */
export function themeWords({ themeChanges }: Diff): string {
  return themeChanges
    .filter(({ significant }) => significant)
    .map(({ id, before, after }, index) => {
      const points = (after - before) * 100;
      const signed = `${points < 0 ? '-' : '+'}${Math.abs(points).toFixed(1)}`;
      return `${id.replaceAll('-', ' ')} ${signed}${index === 0 ? ' points' : ''}`;
    })
    .join(', ');
}

/** The line of themes, then what became of the passages of each, with all of them quoted where all is asked for. */
export function themeLines(diff: Diff, { width, all }: ScreenOptions): string[] {
  const words = themeWords(diff);
  if (words === '') return [];
  const lines = hang(`Themes: ${words}`, width, '', '        ');
  for (const { id, significant, aligned } of diff.themeChanges) {
    if (!significant || aligned === null) continue;
    lines.push(...hang(`passages of ${id.replaceAll('-', ' ')}: ${passageWords(aligned)}`, width, '   ', '     '));
    if (!all) continue;
    for (const passage of aligned.evidence) {
      const head = `     ${passage.change} ${place(passage)} `;
      lines.push(...hang(`"${harmless(passage.quote)}"`, width, head, '       '));
    }
  }
  return lines;
}

/** `54 came, 16 went, 2 rewritten into it, 1 rewritten out of it`. */
function passageWords({ added, removed, gained, lost }: NonNullable<Diff['themeChanges'][number]['aligned']>): string {
  const parts = [
    added > 0 ? `${grouped(added)} came` : '',
    removed > 0 ? `${grouped(removed)} went` : '',
    gained > 0 ? `${grouped(gained)} rewritten into it` : '',
    lost > 0 ? `${grouped(lost)} rewritten out of it` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'as before' : parts.join(', ');
}

/** The verdict with its exit code at the right edge. */
export function verdictLines(verdict: Verdict, { width, paint }: ScreenOptions): string[] {
  const code = { pass: 'exit 0', fail: 'exit 1', none: 'exit 3' }[verdict.outcome];
  const lines = wrap(`Result: ${verdictWords(verdict)}`, width - code.length - 2);
  const last = lines.pop() ?? '';
  return [...lines, edge(last, code, width)].map(verdict.outcome === 'pass' ? paint.good : paint.bad);
}

/** Why two texts were not compared. */
export function whyNot({ diagnostics }: Diff): string {
  const why = diagnostics.find(({ code }) => code === 'PMED-V501')?.message ?? 'not compared';
  return (why.charAt(0).toUpperCase() + why.slice(1)).replace(/\.$/, '');
}

/** All that is no change of its own, on one line: `2 removed; 39 unchanged. Result: FAIL, 2 errors (--fail-on error)`. */
export function inWords(diff: Diff, verdict: Verdict | null): string {
  const plan = diff.comparable ? planOf(diff.changes, diff.unchanged, diff.suppressed) : whyNot(diff);
  const parts = [plan, verdict === null ? '' : `Result: ${verdictWords(verdict)}`];
  return parts.filter((part) => part !== '').join('. ');
}
