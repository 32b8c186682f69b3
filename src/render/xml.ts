/** Elements of XML as text: everything escaped that has to be, nothing in it that XML does not allow. */
import { harmless } from './harmless.ts';

/** Text in which nothing has to be replaced: by far the most, and told at a glance. */
const PLAIN = /^[ !#-%(-;=?-~]*$/;
/** What may be no character: looked for by code units, as looking by characters takes several times as long. */
const SUSPECT = /[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/**
 * Text or attribute value of an element; characters that XML 1.0 does not know, and those of Unicode that are none, become U+FFFD.
 * @param lines whether line breaks and tabs are kept; otherwise they become spaces
 */
export function xmlText(text: string, lines = false): string {
  if (PLAIN.test(text)) return text;
  const safe = harmless(text, lines);
  const known = SUSPECT.test(safe) ? safe.replace(/\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '\ufffd') : safe;
  return known.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Attributes by name; null leaves one out. Numbers are rounded to a tenth, so that they are the same everywhere. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** `<name …>content</name>`; the content is XML already. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let written = '';
  for (const [key, value] of Object.entries(attributes))
    if (value !== null) written += ` ${key}="${typeof value === 'number' ? rounded(value) : xmlText(value)}"`;
  const inner = content.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** A number with at most one decimal, and no `-0`. */
export const rounded = (value: number): string => String(Math.round(value * 10) / 10 + 0);
