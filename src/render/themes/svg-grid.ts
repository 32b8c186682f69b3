/** The themes of a document section by section or page by page as a picture: the darker a cell, the larger the share. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { setLines } from '../lettering.ts';
import { counted } from '../numbers.ts';
import { element, xmlText } from '../xml.ts';
import type { ThemeChoice } from './blocks.ts';
import { type Band, bandsOf, gridOf, upperRows } from './grid.ts';
import { framed, measures, written } from './svg/look.ts';
import { across, drawRemark, drawTitle, newSheet, type Sheet } from './svg/sheet.ts';

/** Rows of a document, themes of a row, and documents of a picture at most. */
const ROWS = 80;
const COLUMNS = 12;
const DOCUMENTS = 10;
const LABELS = 250;
/** Height of the names of themes, which stand aslant. */
const HEAD = 150;
/** How dark the darkest cell is: its number stays readable. */
const DARKEST = 0.55;

/** A heat map of each document below each other. Pages are taken together, sections left to upper levels, where they are many. */
export function gridPicture(parts: readonly ReportPart[], by: 'section' | 'page', choice: ThemeChoice): string {
  const read = parts.filter(({ document }) => document !== null && document.status !== 'failed');
  const sheet = newSheet();
  const said = read.slice(0, DOCUMENTS).map((part) => drawDocument(sheet, part, by, choice));
  if (read.length > DOCUMENTS) drawRemark(sheet, `${counted(read.length - DOCUMENTS, 'more document')} not drawn`, 4);
  const [only] = read.length === 1 ? read : [];
  const name = only?.document?.title ?? only?.document?.name ?? counted(read.length, 'document');
  return framed(`Themes by ${by}: ${name}`, said.join(' ') || 'No document was read.', sheet.xml, sheet.y);
}

/** @returns what it shows, in words */
function drawDocument(sheet: Sheet, part: ReportPart, by: 'section' | 'page', choice: ThemeChoice): string {
  const { margin, leading, text } = measures;
  const grid = gridOf(part, choice);
  const title = part.document?.title ?? part.document?.name ?? '';
  drawTitle(sheet, title);
  const themes = grid.themes.slice(0, COLUMNS);
  if (themes.length === 0 || grid.rows.length === 0) {
    const why = themes.length === 0 ? 'No themes found.' : 'It has no pages of its own.';
    drawRemark(sheet, why, 4);
    return `${title}: ${why}`;
  }
  const bands = by === 'page' ? bandsOf(grid.rows, ROWS) : bandsOf(upperRows(grid.rows, ROWS), ROWS);
  const left = {
    rows: by === 'page' ? 0 : grid.rows.length - bands.length,
    themes: grid.left + grid.themes.length - themes.length,
  };
  const cell = Math.floor((across - LABELS - 40 - 80) / themes.length);
  const start = margin + LABELS + 40;
  sheet.y += HEAD;
  themes.forEach((theme, at) => {
    const x = start + (at + 0.5) * cell;
    const lines = setLines(theme.label, { size: text, width: 195, lines: 1 });
    sheet.xml.push(
      element(
        'text',
        { class: 'pmed-ink', transform: `translate(${x} ${sheet.y - 6}) rotate(-45)` },
        xmlText(lines.join(' ')),
      ),
    );
  });
  sheet.xml.push(written('passages', start - 6, sheet.y - 6, 'pmed-quiet', 'end'));
  for (const band of bands) drawBand(sheet, band, { themes, cell, start, by });
  if (left.rows > 0) drawRemark(sheet, `${counted(left.rows, 'section')} not drawn`, 4);
  if (left.themes > 0) drawRemark(sheet, `${counted(left.themes, 'more theme')} not drawn`, 4);
  sheet.y += leading;
  return `${title}: ${themes.map((theme) => `${theme.label} most in ${peak(bands, theme, by)}`).join('; ')}.`;
}

interface Frame {
  readonly themes: readonly Theme[];
  readonly cell: number;
  readonly start: number;
  readonly by: 'section' | 'page';
}

function drawBand(sheet: Sheet, band: Band, { themes, cell, start, by }: Frame): void {
  const { margin, row, text } = measures;
  const indent = by === 'section' ? 10 * Math.min(band.from.level - 1, 4) : 0;
  const [name = ''] = setLines(nameOf(band, by), { size: text, width: LABELS - indent, lines: 1 });
  const y = sheet.y;
  const cells = themes.map((theme, at) => {
    const passages = band.passages.get(theme) ?? 0;
    if (passages === 0) return '';
    const share = passages / Math.max(1, band.of);
    return (
      element('rect', {
        class: 'pmed-bar',
        x: start + at * cell + 1,
        y: y + 1,
        width: cell - 2,
        height: row - 2,
        'fill-opacity': (Math.min(1, share) * DARKEST + 0.05).toFixed(2),
      }) + written(String(passages), start + (at + 0.5) * cell, y + row / 2 + 4, 'pmed-ink', 'middle')
    );
  });
  sheet.xml.push(
    element(
      'g',
      {},
      element('title', {}, xmlText(tooltip(band, themes, by))),
      written(name, margin + indent, y + row / 2 + 4, 'pmed-ink'),
      written(String(band.of), start - 6, y + row / 2 + 4, 'pmed-quiet', 'end'),
      ...cells,
    ),
  );
  sheet.y += row;
}

function nameOf({ from, to }: Band, by: 'section' | 'page'): string {
  if (by === 'page') return from === to ? from.place : `${from.place}–${to.place.replace(/^p\. /, '')}`;
  return from.title === '' ? 'before the first heading' : from.title;
}

function tooltip(band: Band, themes: readonly Theme[], by: 'section' | 'page'): string {
  const said = themes.flatMap((theme) => {
    const passages = band.passages.get(theme) ?? 0;
    return passages === 0 ? [] : [`${theme.label} ${passages}`];
  });
  return `${nameOf(band, by)}: ${counted(band.of, 'passage')}; ${said.join(', ') || 'no theme'}`;
}

/** Where most of its passages are. */
function peak(bands: readonly Band[], theme: Theme, by: 'section' | 'page'): string {
  let best: Band | null = null;
  for (const band of bands) if ((band.passages.get(theme) ?? 0) > (best?.passages.get(theme) ?? 0)) best = band;
  return best === null ? 'no part that is drawn' : nameOf(best, by);
}
