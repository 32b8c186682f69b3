/** XML → a tree of elements. No entity but the five of XML itself is ever expanded, and nothing is loaded. */

import { tooBig } from './zip.ts';

/** An element of XML. */
export interface XmlElement {
  /** With its prefix, `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Word's own names, in the form of today and in the strict one. */
const WORD = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml(?:\/2006)?\/main$/;
const NAME = /[^\s/>=<]+/y;
const ATTRIBUTE = /\s*([^\s/>=<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([A-Za-z][\w.-]{0,60}));/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Tables within one another are kept apart down to this depth, everything else down to the next. */
const DEEPEST_FRAME = 150;
const DEEPEST = 400;
/** A closing tag closes no element that was opened more elements before it than this. */
const FARTHEST = 100;
/** A document of half a million words has fewer elements. */
const MOST_ELEMENTS = 1_000_000;
/** Empty elements that say nothing of the words; they are not kept. */
const IDLE =
  /^w:(?:rFonts|szC?s?|lang|color|proofErr|bookmark(?:Start|End)|lastRenderedPageBreak|spacing|kern|highlight|shd|noProof|bCs|iCs?|u|jc|keepNext|keepLines|tab|contextualSpacing|commentRange(?:Start|End)|top|left|bottom|right|tcW)$/;
const NOTHING = {};

/**
 * Parses XML forgivingly: what is not well formed is passed over. Elements nested too deeply stand in the deepest one kept.
 * @returns an element without name that holds the root; null where there are no elements
 * @throws PmedError PMED-I103 where there are far too many elements; without file name
 */
export function parseXml(xml: string): XmlElement | null {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  /** The open elements with the names that close them; elements nested too deeply stand for the ones around them. */
  const open: { element: XmlElement; closes: string; depth: number }[] = [];
  const words = new Map<string, string>();
  let top = root;
  let count = 0;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    if (next !== at) top.children.push(decoded(next < 0 ? xml.slice(at) : xml.slice(at, next)));
    if (next < 0) break;
    at = next + 1;
    const mark = xml.charAt(at);
    if (mark === '!' || mark === '?') {
      const end = endOfOther(xml, at);
      if (xml.startsWith('![CDATA[', at)) top.children.push(xml.slice(at + 8, end - 3));
      at = end;
    } else if (mark === '/') {
      const end = xml.indexOf('>', at);
      const name = xml.slice(at + 1, end < 0 ? xml.length : end).trim();
      at = end < 0 ? xml.length : end + 1;
      let place = open.length - 1;
      const last = Math.max(-1, place - FARTHEST);
      while (place > last && open[place]?.closes !== name) place--;
      if (place > last) open.length = place;
      top = open.at(-1)?.element ?? root;
    } else {
      NAME.lastIndex = at;
      const raw = NAME.exec(xml)?.[0];
      if (raw === undefined) continue;
      at += raw.length;
      const attributes: Record<string, string> = {};
      for (;;) {
        ATTRIBUTE.lastIndex = at;
        const match = ATTRIBUTE.exec(xml);
        if (match === null) break;
        at += match[0].length;
        const [, name = '', double, single] = match;
        const value = decoded(double ?? single ?? '');
        if (!name.startsWith('w:rsid')) attributes[name] = value;
        if (name.startsWith('xmlns') && WORD.test(value)) words.set(name.slice(6), 'w');
      }
      const end = xml.indexOf('>', at);
      if (end < 0) break;
      const isEmpty = xml.charAt(end - 1) === '/';
      at = end + 1;
      const name = known(raw, words);
      // A tab in a line is text, one among the stops of a paragraph is not: the latter has attributes.
      if (isEmpty && IDLE.test(name) && (name !== 'w:tab' || attributes['w:pos'] !== undefined)) continue;
      if (++count > MOST_ELEMENTS) throw tooBig('it has more than a million elements');
      const depth = open.at(-1)?.depth ?? 0;
      const isTooDeep = depth > DEEPEST || (depth > DEEPEST_FRAME && isFrameTooMany(name, top));
      const element: XmlElement = isTooDeep
        ? top
        : { name, attributes: hasAny(attributes) ? renamed(attributes, words) : NOTHING, children: [] };
      if (!isTooDeep) top.children.push(element);
      if (!isEmpty) {
        open.push({ element, closes: raw, depth: isTooDeep ? depth : depth + 1 });
        top = element;
      }
    }
  }
  return count === 0 ? null : root;
}

/** The first child element of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const each of element?.children ?? []) if (typeof each !== 'string' && each.name === name) return each;
  return undefined;
}

/** The child elements of a name, or all. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const each of element?.children ?? []) {
    if (typeof each !== 'string' && (name === undefined || each.name === name)) found.push(each);
  }
  return found;
}

/** The value of `w:val` of a child; undefined where there is no such child or value. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** Whether a child switches something on: `<w:b/>` does, `<w:b w:val="0"/>` does not; undefined without such a child. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (found === undefined) return undefined;
  return !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '');
}

/** How far `w:pPr` indents, in twentieths of a point; null where it does not say. */
export function indentOf(format: XmlElement | undefined): number | null {
  const indent = child(format, 'w:ind')?.attributes;
  const left = indent?.['w:left'] ?? indent?.['w:start'];
  const value = left === undefined ? Number.NaN : Number(left);
  return Number.isFinite(value) ? value : null;
}

/** All text below an element. */
export function textBelow(element: XmlElement | undefined): string {
  let text = '';
  for (const each of element?.children ?? []) text += typeof each === 'string' ? each : textBelow(each);
  return text;
}

/** Whether an element is a table, or part of a table that was not kept. */
function isFrameTooMany(name: string, around: XmlElement): boolean {
  return name === 'w:tbl' || (name === 'w:tr' && around.name === 'w:tc') || (name === 'w:tc' && around.name === 'w:tc');
}

function hasAny(attributes: Readonly<Record<string, string>>): boolean {
  for (const _ in attributes) return true;
  return false;
}

/** The name with the usual prefix of Word's names, whatever the file calls it. */
function known(name: string, words: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = words.get(colon < 0 ? '' : name.slice(0, colon));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}

function renamed(attributes: Record<string, string>, words: ReadonlyMap<string, string>): Record<string, string> {
  if (words.size === 0 || (words.size === 1 && words.has('w'))) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.includes(':') ? known(name, words) : name, value]),
  );
}

/** The end of a comment, a CDATA section, an instruction or a document type with all that it declares. */
function endOfOther(xml: string, at: number): number {
  const [opening, closing] = xml.startsWith('!--', at)
    ? ['!--', '-->']
    : xml.startsWith('![CDATA[', at)
      ? ['![CDATA[', ']]>']
      : xml.startsWith('?', at)
        ? ['?', '?>']
        : ['!', '>'];
  let end = xml.indexOf(closing, at + opening.length);
  if (opening === '!') {
    const inner = xml.indexOf('[', at);
    if (inner >= 0 && inner < end) {
      const close = xml.indexOf(']', inner);
      end = close < 0 ? -1 : xml.indexOf('>', close);
    }
  }
  return end < 0 ? xml.length : end + closing.length;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? '';
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
  });
}
