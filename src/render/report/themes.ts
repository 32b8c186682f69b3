/** The themes of the screen: how much of the document carries each, and where. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { barOf } from '../bar.ts';
import { harmless } from '../harmless.ts';
import { counted, grouped } from '../numbers.ts';
import { placesIn } from '../place.ts';
import type { ScreenOptions } from '../screen.ts';
import { intervalText, shareText } from '../themes/figures.ts';
import { displayWidth, pad, widest } from '../width.ts';
import { hang } from '../wrap.ts';
import { leftOut } from './phrases.ts';

/** Themes that the default screen shows. */
const ROWS = 8;

export function themeLines(part: ReportPart, screen: ScreenOptions): string[] {
  const { themes } = part;
  if (themes.length === 0) return [];
  const { paint, width } = screen;
  const ranked = [...themes].sort((a, b) => b.passages - a.passages || b.hits - a.hits);
  const shown = ranked.slice(0, screen.all ? undefined : ROWS);
  const most = Math.max(1, ...shown.map((theme) => theme.passages));
  const names = Math.min(Math.floor(width / 2), Math.max(...shown.map((theme) => displayWidth(theme.label))));
  const full = width < 60 ? 8 : 20;
  const small = themes.some((theme) => theme.lowEvidence);
  const about = small
    ? 'passages; under 1,000 words, too few to rank'
    : `share of ${counted(part.document?.passages ?? 0, 'passage')} (95 % interval)`;
  const figure = (theme: Theme): string => (small ? grouped(theme.passages) : shareText(theme));
  const interval = (theme: Theme): string => (small ? '' : ` (${intervalText(theme, screen)})`);
  const digits = widest(shown.map(figure));
  const intervals = widest(shown.map(interval));
  const [first = '', ...more] = hang(about, width, 'THEMES  ', '        ');
  const lines = [paint.head('THEMES') + first.slice('THEMES'.length), ...more];
  for (const theme of shown) {
    const bar = barOf(theme.passages / most, full, screen.ascii);
    const label = pad(harmless(theme.label), names);
    const start = ` ${label} ${pad(bar, full)} ${pad(figure(theme), digits, 'end')}${pad(interval(theme), intervals)}  `;
    const indent = ' '.repeat(displayWidth(start));
    const [beside = '', ...rest] = hang(where(theme), width, start, indent);
    lines.push(beside, ...rest);
  }
  return [...lines, ...leftOut(ranked.length - shown.length, screen)];
}

/** Pages where the document has them; the words themselves elsewhere. */
function where({ evidence, terms }: Theme): string {
  if (evidence.some(({ page }) => page !== null)) return placesIn(evidence, 5);
  return terms
    .slice(0, 3)
    .map(({ term, count }) => harmless(term) + (count > 1 ? ` (${count})` : ''))
    .join(', ');
}
