/** How pictures of themes look: their measures, their style sheet, and the frame around them. */
import { type Palette, palettes } from '../../palette.ts';
import { element, xmlText } from '../../xml.ts';

/** Pixels. */
export const measures = {
  width: 900,
  margin: 16,
  label: { x: 16, width: 210 },
  name: { x: 190, width: 44 },
  plot: { x: 240, width: 380 },
  figures: { x: 634 },
  rate: { x: 770 },
  /** Sizes of letters. */
  title: 18,
  text: 12,
  /** From one line of text to the next. */
  leading: 15,
  /** Of a bar with the air around it. */
  row: 20,
  bar: 12,
} as const;

const rulesOf = ({ paper, band, ink, quiet, grid, span, due }: Palette): string =>
  [
    `.pmed-paper{fill:${paper}}`,
    `.pmed-band{fill:${band}}`,
    `.pmed-ink{fill:${ink}}`,
    `.pmed-quiet{fill:${quiet}}`,
    `.pmed-grid{stroke:${grid}}`,
    `.pmed-bar{fill:${span}}`,
    `.pmed-whisker{stroke:${ink}}`,
    `.pmed-changed{fill:${due}}`,
  ].join('');

/** Light unless a dark screen is asked for; paper is always light. */
const styleSheet = [
  '.pmed-themes{max-width:100%;height:auto}',
  `.pmed-themes text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:${measures.text}px}`,
  '.pmed-themes .pmed-strong{font-weight:600}',
  `.pmed-themes .pmed-title{font-size:${measures.title}px;font-weight:600}`,
  rulesOf(palettes.light),
  `@media screen and (prefers-color-scheme:dark){${rulesOf(palettes.dark)}}`,
].join('\n');

/** A whole picture. @param content lines of XML @param below pixels from the top to the end of what is drawn */
export function framed(title: string, description: string, content: readonly string[], below: number): string {
  const { width, margin } = measures;
  const height = Math.ceil(below + margin);
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'pmed-themes',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'pmed-themes-title pmed-themes-description',
    },
    '\n',
    `${element('title', { id: 'pmed-themes-title' }, xmlText(title))}\n`,
    `${element('desc', { id: 'pmed-themes-description' }, xmlText(description))}\n`,
    `<style>\n${styleSheet}\n</style>\n`,
    `${element('rect', { class: 'pmed-paper', width, height })}\n`,
    ...content.map((line) => `${line}\n`),
  )}\n`;
}

/** A line of text. @param y of its base line */
export function written(text: string, x: number, y: number, className: string, anchor: string | null = null): string {
  return element('text', { class: className, x, y, 'text-anchor': anchor }, xmlText(text));
}
