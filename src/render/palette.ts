/** The colours of pictures by light and by dark. */

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
