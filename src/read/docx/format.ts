/** How Word says what a paragraph, a run or a style is like: small elements with a value. */
import type { XmlElement } from '../packed/xml.ts';
import { child } from '../packed/xml.ts';

/** The value of `w:val` of a child; undefined where there is no such child or value. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** Whether a child switches something on: `<w:b/>` does, `<w:b w:val="0"/>` does not; undefined without such a child. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found === undefined ? undefined : isYes(found.attributes['w:val'] ?? 'true');
}

/** Whether a value means yes. */
export function isYes(value: string): boolean {
  return !/^(?:0|false|off|none)$/.test(value);
}

/** How far `w:pPr` indents, in twentieths of a point; null where it does not say. */
export function indentOf(format: XmlElement | undefined): number | null {
  const indent = child(format, 'w:ind')?.attributes;
  const left = indent?.['w:left'] ?? indent?.['w:start'];
  const value = left === undefined ? Number.NaN : Number(left);
  return Number.isFinite(value) ? value : null;
}
