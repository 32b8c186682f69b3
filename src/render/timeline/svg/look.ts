/** How the picture of a timeline looks: its measures, its colours by light and by dark, its style sheet. */

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

/** A colour for every role. */
export interface Palette {
  readonly paper: string;
  /** Behind every other row. */
  readonly band: string;
  readonly ink: string;
  /** Texts and marks that may be skipped. */
  readonly quiet: string;
  /** Lines behind everything. */
  readonly grid: string;
  /** The way from publication to a deadline. */
  readonly lead: string;
  readonly due: string;
  readonly span: string;
}

/** Each of them but `grid` has a contrast of 4.5 : 1 or more to paper and band. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#ffffff',
    band: '#f6f8fa',
    ink: '#1f2328',
    quiet: '#57606a',
    grid: '#d8dee4',
    lead: '#656d76',
    due: '#b3261e',
    span: '#0b57a4',
  },
  dark: {
    paper: '#0d1117',
    band: '#161b22',
    ink: '#e6edf3',
    quiet: '#9ea7b3',
    grid: '#30363d',
    lead: '#8b949e',
    due: '#ff8f80',
    span: '#6cb6ff',
  },
};

const rulesOf = ({ paper, band, ink, quiet, grid, lead, due, span }: Palette): string =>
  [
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
  ].join('');

/** Light unless a dark screen is asked for; paper is always light. */
export const styleSheet = [
  '.pmed-timeline{max-width:100%;height:auto}',
  `.pmed-timeline text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:${measures.text}px}`,
  '.pmed-timeline .pmed-strong{font-weight:600}',
  `.pmed-timeline .pmed-title{font-size:${measures.title}px;font-weight:600}`,
  rulesOf(palettes.light),
  `@media screen and (prefers-color-scheme:dark){${rulesOf(palettes.dark)}}`,
].join('\n');
