/** How cells look: the one set of styles that every workbook has (ISO/IEC 29500-1, 18.8). */
import { LOOKS, type Look } from './cell.ts';

/** Fonts, fills, borders and number formats by their places in the lists below. */
interface Style {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly format?: number;
  readonly wrap?: boolean;
  readonly align?: 'left';
  /** By how many characters. */
  readonly indent?: number;
  readonly vertical?: 'top' | 'center';
}

const [BODY, BOLD, TITLE, HEADING, QUIET, LINK] = [0, 1, 2, 3, 4, 5];
const [NO_FILL, HEAD_FILL, REMARK_FILL] = [0, 2, 3];
const [NO_BORDER, HEAD_BORDER] = [0, 1];
const [GENERAL, COUNT, TEXT, DAY, SHARE] = [0, 3, 49, 164, 165];

const FONTS = [
  '<font><sz val="11"/><color rgb="FF1F2328"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF1F2328"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="18"/><color rgb="FF1F2328"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="13"/><color rgb="FF1F4E79"/><name val="Calibri"/><family val="2"/></font>',
  '<font><sz val="11"/><color rgb="FF59636E"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font>',
];
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('E6EDF5'),
  solid('FFF9E5'),
];
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF7F95AB"/></bottom><diagonal/></border>',
];
const FORMATS =
  `<numFmt numFmtId="${DAY}" formatCode="yyyy\\-mm\\-dd"/>` + `<numFmt numFmtId="${SHARE}" formatCode="0.0%"/>`;

const STYLES: Readonly<Record<Look, Style>> = {
  plain: {},
  wrapped: { wrap: true },
  head: { font: BOLD, fill: HEAD_FILL, border: HEAD_BORDER, vertical: 'center' },
  title: { font: TITLE, vertical: 'center' },
  heading: { font: HEADING, vertical: 'center' },
  label: { font: QUIET },
  quiet: { font: QUIET, wrap: true },
  aside: { font: QUIET, align: 'left', indent: 1 },
  day: { format: DAY, align: 'left' },
  count: { format: COUNT },
  share: { format: SHARE },
  figure: { format: COUNT, align: 'left' },
  portion: { format: SHARE, align: 'left' },
  link: { font: LINK },
  // As text, or a spreadsheet would make the first of March of a typed 2026-03.
  remark: { fill: REMARK_FILL, format: TEXT, wrap: true },
};

function xf(
  {
    font = BODY,
    fill = NO_FILL,
    border = NO_BORDER,
    format = GENERAL,
    wrap = false,
    align,
    indent = 0,
    vertical = 'top',
  }: Style,
  isText: boolean,
): string {
  const alignment = `<alignment${align === undefined ? '' : ` horizontal="${align}"`}${indent === 0 ? '' : ` indent="${indent}"`} vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}/>`;
  const given = [
    format === GENERAL ? '' : ' applyNumberFormat="1"',
    font === BODY ? '' : ' applyFont="1"',
    fill === NO_FILL ? '' : ' applyFill="1"',
    border === NO_BORDER ? '' : ' applyBorder="1"',
    isText ? ' quotePrefix="1"' : '',
  ].join('');
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${given} applyAlignment="1">${alignment}</xf>`;
}

/** The first style is that of cells which nobody wrote; then come all looks, and all again for text like a formula. */
const XFS = [
  `<xf numFmtId="0" fontId="${BODY}" fillId="0" borderId="0" xfId="0"/>`,
  ...[false, true].flatMap((isText) => LOOKS.map((look) => xf(STYLES[look], isText))),
];

const PLACES: ReadonlyMap<Look, number> = new Map(LOOKS.map((look, index) => [look, index + 1]));

/**
 * The number of a look's style.
 * @param isText whether it is text that stays text when it is edited, whatever it begins with
 */
export const styleOf = (look: Look, isText = false): number => (PLACES.get(look) ?? 0) + (isText ? LOOKS.length : 0);

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

/** `xl/styles.xml`, without the declaration. */
export const stylesXml: string = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="2">${FORMATS}</numFmts>`,
  list('fonts', FONTS),
  list('fills', FILLS),
  list('borders', BORDERS),
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
  list('cellXfs', XFS),
  list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  '</styleSheet>',
].join('');
