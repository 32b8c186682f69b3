/** Roles of structure elements (ISO 32000-1, 14.8.4, and 32000-2, 14.8.4) by what they do to a text. */

/** What an element of a role is to the text in it. */
export type RoleKind =
  | 'group'
  | 'inline'
  | 'text'
  | 'heading'
  | 'list'
  | 'item'
  | 'label'
  | 'body'
  | 'table'
  | 'rows'
  | 'row'
  | 'header-cell'
  | 'cell'
  | 'note'
  | 'contents'
  | 'entry'
  | 'caption'
  | 'picture'
  | 'artifact';

const kinds: Readonly<Record<string, RoleKind>> = {
  P: 'text',
  H: 'heading',
  Title: 'heading',
  L: 'list',
  LI: 'item',
  Lbl: 'label',
  LBody: 'body',
  Table: 'table',
  THead: 'rows',
  TBody: 'rows',
  TFoot: 'rows',
  TR: 'row',
  TH: 'header-cell',
  TD: 'cell',
  Note: 'note',
  FENote: 'note',
  Footnote: 'note',
  Endnote: 'note',
  TOC: 'contents',
  TOCI: 'entry',
  Caption: 'caption',
  Figure: 'picture',
  Formula: 'picture',
  Form: 'picture',
  Artifact: 'artifact',
  Span: 'inline',
  Quote: 'inline',
  Reference: 'inline',
  BibEntry: 'inline',
  Code: 'inline',
  Link: 'inline',
  Annot: 'inline',
  Em: 'inline',
  Strong: 'inline',
  Sub: 'inline',
  Ruby: 'inline',
  RB: 'inline',
  RT: 'inline',
  RP: 'inline',
  Warichu: 'inline',
  WT: 'inline',
  WP: 'inline',
};

const numberedHeading = /^(?:H|Heading ?)(\d)$/i;

/** What a role does; a role that nobody knows groups what it holds. */
export function kindOf(role: string): RoleKind {
  return Object.hasOwn(kinds, role) ? (kinds[role] ?? 'group') : numberedHeading.test(role) ? 'heading' : 'group';
}

/** The level that the name of a heading's role gives it, 1 to 6; 0 where it gives none. */
export function levelOf(role: string): number {
  if (role === 'Title') return 1;
  return Math.min(6, Number(numberedHeading.exec(role)?.[1] ?? 0));
}
