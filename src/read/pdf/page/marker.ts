/** Bullets, numbers and letters at the start of a line or block. */

/** A mark that starts an item or a numbered heading. */
export interface Marker {
  readonly kind: 'bullet' | 'number' | 'letter';
  /** As printed. */
  readonly text: string;
  /** Where the text after the mark begins. */
  readonly rest: number;
  /** Levels of a decimal number: 1 for `3.`, 2 for `3.1`; 1 for everything else. */
  readonly depth: number;
}

const bullet = /^[•◦▪▫■□●○◘◙‣⁃▸▹►▶➢➤➔➣❖❑❒✓✔✗✘◆◇⬥♦♣⮚\uf000-\uf8ff\u2219\u00b7\u25aa\u2b9a]+ ?(?=\S)/;
const dash = /^(?:[-–—*]|o|~|Ø|ü|[»›>→]) (?=\S)/;
const decimal = /^\(?(\d{1,3}(?:\.\d{1,3}){0,5})(?:\.?\)|[.:])? ?(?=\S)/;
const letter = /^(?:\( ?[a-zA-Z] ?\)|[a-zA-Z](?:\.| ?\))|\([ivxIVX]{2,6}\)|[ivxIVX]{2,6}[.)]|\([a-z]{2}\)) ?(?=\S)/;

/**
 * The mark at the start of a text.
 * @param tab where a gap wider than a space sets off the start of the line; a bare number is a mark only before such
 *   a gap or where the caller knows that a heading or item begins (`sure`)
 */
export function findMarker(text: string, tab: number | null, sure: boolean): Marker | null {
  const b = bullet.exec(text)?.[0];
  if (b !== undefined) return { kind: 'bullet', text: b.trim(), rest: b.length, depth: 1 };
  const d = dash.exec(text)?.[0];
  if (d !== undefined) return { kind: 'bullet', text: d.trim(), rest: d.length, depth: 1 };
  const n = decimal.exec(text);
  if (n?.[1] !== undefined) {
    const printed = n[0].trim();
    const spaced = n[0].endsWith(' ');
    const depth = n[1].split('.').length;
    const closed = /[.):]$/.test(printed);
    const next = text.charAt(n[0].length);
    const after = spaced || tab === printed.length;
    // "3.Title" without a space is a mark; "3.5%", "2,000" and "3rd" are not.
    if (
      after
        ? closed || depth > 1 || tab === printed.length || sure
        : closed && depth === 1 && /[\p{Lu}(“"‘]/u.test(next)
    ) {
      if (!/^[%,]/.test(text.slice(n[0].length))) return { kind: 'number', text: printed, rest: n[0].length, depth };
    }
  }
  const l = letter.exec(text)?.[0];
  if (l !== undefined && (l.endsWith(' ') || l.startsWith('(') || l.endsWith(')'))) {
    // Kerning may set a bracket apart from its letter.
    return { kind: 'letter', text: l.replaceAll(' ', ''), rest: l.length, depth: 1 };
  }
  return null;
}
