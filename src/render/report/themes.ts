/** The themes of the screen: how much of the document carries each, and where. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { grouped } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { displayWidth, pad } from '../width.ts';
import { hang } from '../wrap.ts';
import { leftOut } from './phrases.ts';

/** Themes that the default screen shows. */
const ROWS = 8;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

export function themeLines(part: ReportPart, screen: ScreenOptions): string[] {
  const { themes } = part;
  if (themes.length === 0) return [];
  const labels = printedNumbers(part);
  const { paint, width } = screen;
  const ranked = [...themes].sort((a, b) => b.passages - a.passages || b.hits - a.hits);
  const shown = ranked.slice(0, screen.all ? undefined : ROWS);
  const most = Math.max(1, ...shown.map((theme) => theme.passages));
  const names = Math.min(Math.floor(width / 2), Math.max(...shown.map((theme) => displayWidth(theme.label))));
  const digits = Math.max(...shown.map((theme) => grouped(theme.passages).length));
  const full = width < 60 ? 8 : 20;
  const small = themes.some((theme) => theme.lowEvidence);
  const about = small ? `passages; under 1,000 words, too few to rank` : 'passages of the document that carry each';
  const [first = '', ...more] = hang(about, width, 'THEMES  ', '        ');
  const lines = [paint.head('THEMES') + first.slice('THEMES'.length), ...more];
  for (const theme of shown) {
    const bar = barOf(theme.passages / most, full, screen.ascii);
    const label = pad(harmless(theme.label), names);
    const start = ` ${label} ${pad(bar, full)} ${pad(grouped(theme.passages), digits, 'end')}  `;
    const indent = ' '.repeat(displayWidth(start));
    const [beside = '', ...rest] = hang(where(theme, labels), width, start, indent);
    lines.push(beside, ...rest);
  }
  return [...lines, ...leftOut(ranked.length - shown.length, screen)];
}

/** A bar of up to `full` columns, to an eighth of a column; whole columns in ASCII, and never empty. */
function barOf(share: number, full: number, ascii: boolean): string {
  if (ascii) return '#'.repeat(Math.max(1, Math.round(share * full)));
  const parts = Math.max(1, Math.round(share * full * 8));
  return '█'.repeat(parts >> 3) + (eighths[parts & 7] ?? '');
}

/** The printed number of every page that evidence names; null where the document has no pages. */
function printedNumbers({ document, commitments, statements, timeline }: ReportPart): Map<number, string> | null {
  if (document === null || document.pages === null) return null;
  const numbers = new Map<number, string>();
  for (const { evidence } of [...commitments, ...statements, ...timeline]) {
    if (evidence.page !== null) numbers.set(evidence.page, evidence.pageLabel ?? String(evidence.page));
  }
  return numbers;
}

/** Pages by their printed numbers where all of them are known; the words themselves elsewhere. */
function where(theme: Theme, labels: Map<number, string> | null): string {
  const pages = [...new Set(theme.evidence.map((each) => each.page))];
  const printed = pages.flatMap((page) => (page === null ? [] : (labels?.get(page) ?? [])));
  if (printed.length === 0 || printed.length < pages.length) {
    const terms = theme.terms.slice(0, 3);
    return terms.map(({ term, count }) => harmless(term) + (count > 1 ? ` (${count})` : '')).join(', ');
  }
  const rest = printed.length > 5 ? ` and ${printed.length - 5} more` : '';
  return `p. ${printed.slice(0, 5).join(', ')}${rest}`;
}
