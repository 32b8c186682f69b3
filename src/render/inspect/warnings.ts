/** What the reading has to say about a document. */
import type { ReportDiagnostic } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { leftOut } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang } from '../wrap.ts';

const ROWS = 8;
const ORDER = { error: 0, warning: 1, note: 2 } as const;

export function warningLines(diagnostics: readonly ReportDiagnostic[], screen: ScreenOptions): string[] {
  const title = screen.paint.head('WARNINGS');
  if (diagnostics.length === 0) return [`${title}  none`];
  const ordered = [...diagnostics].sort((a, b) => ORDER[a.level] - ORDER[b.level]);
  const shown = screen.all ? ordered : ordered.slice(0, ROWS);
  return [
    title,
    ...shown.flatMap(({ level, page, message, hint, code }) => {
      const where = page === null ? '' : `p. ${page}: `;
      const start = ` ${level.padEnd(8)}`;
      const what = `${where}${message}${hint === null ? '' : `\n${hint}`} [${code}]`;
      const lines = what.split('\n').flatMap((each, index) => {
        return hang(harmless(each), screen.width, index === 0 ? start : ' '.repeat(9), ' '.repeat(9));
      });
      const paint = level === 'error' ? screen.paint.bad : level === 'warning' ? screen.paint.warn : screen.paint.quiet;
      return lines.map((each, index) => (index === 0 ? ` ${paint(level)}${each.slice(1 + level.length)}` : each));
    }),
    ...leftOut(ordered.length - shown.length, screen),
  ];
}
