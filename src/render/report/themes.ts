/** The themes of the screen: how much of the document carries each, and where. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { barOf } from '../bar.ts';
import { harmless } from '../harmless.ts';
import { linkedPlaces, type Source } from '../linked.ts';
import { counted, grouped } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { intervalText, shareText } from '../themes/figures.ts';
import { pad, widest } from '../width.ts';
import { hang, wrap } from '../wrap.ts';
import { leftOut } from './phrases.ts';

/** Themes that the default screen shows. */
const ROWS = 8;
/** Columns of bars, which are left out where they would be shorter. */
const LONGEST = 20;
const SHORTEST = 5;
/** Columns in which places may be wrapped beside the figures; where there are fewer they stand below. */
const LEAST = 24;
/** Columns before the places. */
const GAP = 2;

export function themeLines(part: ReportPart, screen: ScreenOptions): string[] {
  const { themes } = part;
  if (themes.length === 0) return [];
  const { paint, width } = screen;
  const ranked = [...themes].sort((a, b) => b.passages - a.passages || b.hits - a.hits);
  const shown = ranked.slice(0, screen.all ? undefined : ROWS);
  const most = Math.max(1, ...shown.map((theme) => theme.passages));
  const small = themes.some((theme) => theme.lowEvidence);
  const about = small
    ? 'passages; under 1,000 words, too few to rank'
    : `share of ${counted(part.document?.passages ?? 0, 'passage')} (95 % interval)`;
  const figure = (theme: Theme): string => (small ? grouped(theme.passages) : shareText(theme));
  const interval = (theme: Theme): string => (small ? '' : ` (${intervalText(theme, screen)})`);
  const digits = widest(shown.map(figure));
  const intervals = widest(shown.map(interval));
  const labels = shown.map((theme) => harmless(theme.label));
  const names = Math.min(Math.floor(width * 0.45), widest(labels));
  const room = width - names - digits - intervals - GAP - 2;
  const wheres = shown.map((theme) => where(theme, part.document, screen));
  const wanted = widest(wheres);
  const isStacked = room < Math.min(wanted, LEAST);
  const spare = room - wanted - 1;
  const full = isStacked || spare < SHORTEST ? 0 : Math.min(LONGEST, spare);
  const lines = shown.flatMap((theme, index) => {
    const bar = full === 0 ? '' : `${pad(barOf(theme.passages / most, full, screen.ascii), full)} `;
    const figures = `${bar}${pad(figure(theme), digits, 'end')}${pad(interval(theme), intervals)}`;
    const label = wrap(labels[index] ?? '', names);
    const places = wrap(wheres[index] ?? '', isStacked ? width - 3 : room - (full === 0 ? 0 : full + 1));
    const beside = isStacked ? [] : places;
    return [
      ...Array.from({ length: Math.max(label.length, beside.length) }, (_, at) =>
        ` ${pad(label[at] ?? '', names)} ${pad(at === 0 ? figures : '', widest([figures]))}  ${beside[at] ?? ''}`.trimEnd(),
      ),
      ...(isStacked ? places.map((line) => `   ${line}`) : []),
    ];
  });
  const [first = '', ...more] = hang(about, width, 'THEMES  ', '        ');
  const head = [paint.head('THEMES') + first.slice('THEMES'.length), ...more];
  return [...head, ...lines, ...leftOut(ranked.length - shown.length, screen)];
}

/** Pages where the document has them; the words themselves elsewhere. */
function where({ evidence, terms }: Theme, source: Source, screen: ScreenOptions): string {
  if (evidence.some(({ page }) => page !== null)) return linkedPlaces(evidence, 5, source, screen);
  return terms
    .slice(0, 3)
    .map(({ term, count }) => harmless(term) + (count > 1 ? ` (${count})` : ''))
    .join(', ');
}
