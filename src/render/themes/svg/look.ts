/** How pictures of themes look: their measures and colours. */
import { type PictureLook, picture } from '../../picture.ts';
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

const look: PictureLook = {
  name: 'pmed-themes',
  measures,
  colours: ({ paper, band, ink, quiet, grid, span, due }) => [
    `.pmed-paper{fill:${paper}}`,
    `.pmed-band{fill:${band}}`,
    `.pmed-ink{fill:${ink}}`,
    `.pmed-quiet{fill:${quiet}}`,
    `.pmed-grid{stroke:${grid}}`,
    `.pmed-bar{fill:${span}}`,
    `.pmed-whisker{stroke:${ink}}`,
    `.pmed-changed{fill:${due}}`,
  ],
};

/** A whole picture. @param content lines of XML @param below pixels from the top to the end of what is drawn */
export function framed(title: string, description: string, content: readonly string[], below: number): string {
  return picture(look, { title, description, height: Math.ceil(below + measures.margin), content });
}

/** A line of text. @param y of its base line */
export function written(text: string, x: number, y: number, className: string, anchor: string | null = null): string {
  return element('text', { class: className, x, y, 'text-anchor': anchor }, xmlText(text));
}
