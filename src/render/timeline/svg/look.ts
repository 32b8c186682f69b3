/** How the picture of a timeline looks: its measures and colours. */
import type { PictureLook } from '../../picture.ts';

/** Pixels. */
export const measures = {
  width: 1100,
  margin: 16,
  /** Where columns begin, and how much their text may take: pixels, but letters of refs. */
  refs: { x: 16, letters: 11 },
  place: { x: 114, width: 58 },
  label: { x: 176, width: 294 },
  plot: { x: 482, width: 450 },
  when: { x: 944, width: 142 },
  /** Sizes of letters. */
  title: 18,
  text: 12,
  /** From one line of text to the next. */
  leading: 15,
  /** Above and below the text of a row together. */
  air: 9,
  /** From which size on a bar is seen as one. */
  bar: 5,
} as const;

export const look: PictureLook = {
  name: 'pmed-timeline',
  measures,
  colours: ({ paper, band, ink, quiet, grid, lead, due, span }) => [
    `.pmed-paper{fill:${paper}}`,
    `.pmed-band{fill:${band}}`,
    `.pmed-ink{fill:${ink}}`,
    `.pmed-quiet{fill:${quiet}}`,
    `.pmed-grid{stroke:${grid}}`,
    `.pmed-rule{stroke:${quiet}}`,
    `.pmed-lead{stroke:${lead}}`,
    `.pmed-due{fill:${due}}`,
    `.pmed-due-line{stroke:${due}}`,
    `.pmed-span{fill:${span}}`,
    `.pmed-span-line{stroke:${span}}`,
    `.pmed-hollow{fill:${paper}}`,
    `.pmed-asof{stroke:${ink}}`,
  ],
};
