/** Characters that Word takes from fonts of signs, as the characters that they show. */
import type { XmlElement } from '../packed/xml.ts';

/** By the last two hexadecimal digits of its code. */
type Signs = Readonly<Record<string, string>>;

/** Adobe's Symbol: Greek from `A` and `a` on, and signs of arithmetic. */
const GREEK = {
  capitals: 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ',
  small: 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ',
} as const;
const SYMBOL: Signs = {
  a3: '≤',
  b3: '≥',
  b1: '±',
  b4: '×',
  b8: '÷',
  b9: '≠',
  bb: '≈',
  b0: '°',
  a5: '∞',
  ac: '←',
  ad: '↑',
  ae: '→',
  af: '↓',
  b7: '•',
  bc: '…',
  d7: '·',
  d3: '©',
  d2: '®',
  d4: '™',
  e3: '©',
  e2: '®',
  e4: '™',
  '2d': '−',
};
const WINGDINGS: Signs = {
  '6c': '●',
  '6e': '■',
  '6f': '□',
  '71': '❑',
  '73': '◆',
  '76': '❖',
  '77': '◆',
  a7: '▪',
  a8: '◻',
  b7: '•',
  d8: '➢',
  df: '←',
  e0: '→',
  e1: '↑',
  e2: '↓',
  e8: '➔',
  f0: '➔',
  fb: '✗',
  fc: '✓',
  fd: '☒',
  fe: '☑',
};

/** What `w:sym` shows; a space where the sign has no name of its own. */
export function symbolOf({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code)) return ' ';
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  const sign = code & 0xff;
  const key = sign.toString(16).padStart(2, '0');
  const font = (attributes['w:font'] ?? '').toLowerCase();
  if (font.startsWith('wingdings')) return WINGDINGS[key] ?? ' ';
  if (font === 'symbol' || (font === '' && isPrivate)) return greek(sign) ?? SYMBOL[key] ?? ' ';
  // Other fonts keep their own signs in the private area; outside it the code is the character's.
  return isPrivate || code < 0x20 || code > 0xffff || (code >= 0xd800 && code <= 0xf8ff)
    ? (SYMBOL[key] ?? ' ')
    : String.fromCharCode(code);
}

function greek(sign: number): string | undefined {
  if (sign >= 0x41 && sign <= 0x5a) return GREEK.capitals.charAt(sign - 0x41);
  return sign >= 0x61 && sign <= 0x7a ? GREEK.small.charAt(sign - 0x61) : undefined;
}
