/** The colours of HTML pages by light and by dark. */

/** What a colour is for. Grounds carry text; inks stand on them with a contrast of 4.5 : 1 or more. */
export type Role =
  | 'ground'
  | 'sheet'
  | 'band'
  | 'line'
  | 'edge'
  | 'ink'
  | 'quiet'
  | 'link'
  | 'worse'
  | 'worse-ground'
  | 'open'
  | 'better'
  | 'better-ground'
  | 'new'
  | 'mark';

type Scheme = Readonly<Record<Role, string>>;

/**
 * Worse and better are told apart by light and by blue against orange, which those who see no red or no green see too;
 * words and signs say the same.
 */
export const schemes: Readonly<Record<'light' | 'dark', Scheme>> = {
  light: {
    ground: '#f6f5f2',
    sheet: '#ffffff',
    band: '#f0eeea',
    line: '#dedbd4',
    edge: '#85807a',
    ink: '#1f2226',
    quiet: '#5c5f66',
    link: '#1f5a96',
    worse: '#9c3310',
    'worse-ground': '#fdeae1',
    open: '#7a5200',
    better: '#0d5f6d',
    'better-ground': '#dff2f3',
    new: '#2a4f9e',
    mark: '#fdf0c8',
  },
  dark: {
    ground: '#15171a',
    sheet: '#1d2024',
    band: '#262a2f',
    line: '#363b42',
    edge: '#8a9099',
    ink: '#e8e6e1',
    quiet: '#a9adb5',
    link: '#8fc0f5',
    worse: '#ffab85',
    'worse-ground': '#46281b',
    open: '#e8bf62',
    better: '#7fd3dd',
    'better-ground': '#153a40',
    new: '#a5bfff',
    mark: '#433a18',
  },
};

/** The custom properties of a scheme: `--ink:#1f2226;…`. */
export function properties(scheme: Scheme): string {
  return Object.entries(scheme)
    .map(([role, colour]) => `--${role}:${colour};`)
    .join('');
}
