/** The words of a picture of themes: what it is called, and what it says to those who cannot see it. */
import type { DocumentRecord, Theme } from '../../../model/report.ts';
import { isTooShort } from '../../../model/themes.ts';
import { counted } from '../../numbers.ts';
import type { Chosen, ThemeName } from '../blocks.ts';
import { shareText } from '../figures.ts';

/** A theme with a bar for each of its documents. */
export interface BarRow extends ThemeName {
  readonly bars: readonly { readonly name: string; readonly theme: Theme | undefined }[];
}

/** Themes that are told to those who hear the picture. */
const TOLD = 5;

/** The document by its title, or its file. */
export const titleOf = (document: DocumentRecord): string => document.title ?? document.name;
/** How much there is of a document. */
export const sizeOf = (document: DocumentRecord): string =>
  [
    document.title === null ? '' : document.name,
    counted(document.words, 'word'),
    counted(document.passages ?? 0, 'passage'),
    isTooShort(document) ? 'low evidence: too few words to rank themes' : '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');

/** What the pointer shows. */
export function tooltip({ label, bars }: BarRow): string {
  const texts = bars.flatMap(({ name, theme }) => {
    if (theme === undefined) return [];
    const words = theme.terms.slice(0, 5).map(({ term, count }) => `${term} (${count})`);
    return `${name === '' ? '' : `${name}: `}${counted(theme.passages, 'passage')}; ${words.join(', ')}`;
  });
  return `${label}. ${texts.join('. ')}`;
}

/** The essentials in words, for those who hear the picture. */
export function told(document: DocumentRecord, { blocks }: Chosen<BarRow>): string {
  const themes = blocks.flatMap((block) =>
    block.themes
      .slice(0, TOLD)
      .flatMap(({ label, bars: [bar] }) => (bar?.theme === undefined ? [] : [{ label, theme: bar.theme }])),
  );
  const texts = themes.map(({ label, theme }) =>
    isTooShort(document)
      ? `${label} in ${counted(theme.passages, 'passage')}`
      : `${label} in ${shareText(theme)} of the passages`,
  );
  return `${titleOf(document)}: ${texts.join(', ') || 'no themes found'}.`;
}

/** Of each block the first themes of all documents. */
export function comparedInWords({ blocks }: Chosen<BarRow>): string {
  return blocks.flatMap(({ themes }) => themes.slice(0, TOLD).map(compared)).join(' ') || 'No themes found.';
}

function compared({ label, bars }: BarRow): string {
  const texts = bars.map(
    ({ name, theme }) => `${name} ${theme === undefined || theme.passages === 0 ? 'none' : shareText(theme)}`,
  );
  return `${label}: ${texts.join(', ')}.`;
}
