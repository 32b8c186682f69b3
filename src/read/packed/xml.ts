/** XML → a tree of elements. No entity but the five of XML itself is ever expanded, and nothing is loaded. */
import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';
import { tooBig } from './faults.ts';

/** An element of XML. */
export interface XmlElement {
  /** With its usual prefix, `w:p`, whatever the file calls it. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** The prefixes that names of the known vocabularies get: Word's of today and in the strict form, and OpenDocument's. */
const WORD = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml(?:\/2006)?\/main$/;
const OPEN_DOCUMENT = /^urn:oasis:names:tc:opendocument:xmlns:([\w-]+)(?::[\d.]+)?$/;
const OPEN_NAMES: Readonly<Record<string, string>> = {
  drawing: 'draw',
  container: '',
  'xsl-fo-compatible': 'fo',
  'svg-compatible': 'svg',
};
const PACKAGE = 'http://www.idpf.org/2007/opf';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** A reference to an entity that XML itself does not know, as the tokenizer hands it over: as text. */
const UNKNOWN_ENTITY = /&[A-Za-z][\w.-]{0,60};/g;
/** Tables within one another are kept apart down to this depth, everything else down to the next. */
const DEEPEST_FRAME = 150;
const DEEPEST = 400;
/** A closing tag closes no element that was opened more elements before it than this. */
const FARTHEST = 100;
/** A document of half a million words has fewer elements. */
const MOST_ELEMENTS = 1_000_000;
/** An element has no more attributes than this; what comes after is passed over. */
const MOST_ATTRIBUTES = 300;
/** Empty elements that say nothing of the words; they are not kept. */
const IDLE =
  /^w:(?:rFonts|szCs|lang|color|proofErr|bookmark(?:Start|End)|lastRenderedPageBreak|spacing|kern|highlight|noProof|bCs|iCs?|u|jc|keepNext|keepLines|tab|contextualSpacing|commentRange(?:Start|End)|top|left|bottom|right|tcW)$/;
const NOTHING = {};

/**
 * Parses XML forgivingly: what is not well formed is passed over. Elements nested too deeply stand in the deepest one kept.
 * @returns an element without name that holds the root; null where there are no elements
 * @throws PmedError PMED-I103 where there are far too many elements; without file name
 */
export function parseXml(xml: string): XmlElement | null {
  const builder = new TreeBuilder(xml);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, builder);
  tokenizer.write(xml);
  tokenizer.end();
  return builder.count === 0 ? null : builder.root;
}

/** Builds the tree from what the tokenizer of the library finds. */
class TreeBuilder implements TokenizerCallbacks {
  readonly root: XmlElement = { name: '', attributes: {}, children: [] };
  count = 0;
  readonly #xml: string;
  /** The open elements with the names that close them; elements nested too deeply stand for the ones around them. */
  readonly #open: { element: XmlElement; closes: string; depth: number }[] = [];
  #top: XmlElement = this.root;
  /** By prefix of the file, the usual one. */
  readonly #prefixes = new Map<string, string>();
  /** Whether any of them is another. */
  #isRenamed = false;
  /** By name in the file, the usual one; names come again and again. */
  readonly #names = new Map<string, string>();
  #name = '';
  #attributes: Record<string, string> | null = null;
  #attributeCount = 0;
  #attribute = '';
  #value = '';

  constructor(xml: string) {
    this.#xml = xml;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#xml.slice(start, end);
    this.#attributes = null;
    this.#attributeCount = 0;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#xml.slice(start, end);
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    const value = this.#xml.slice(start, end);
    this.#value += value.includes('&') ? value.replace(UNKNOWN_ENTITY, '') : value;
  }

  onattribentity(code: number): void {
    this.#value += character(code);
  }

  onattribend(): void {
    const name = this.#attribute;
    if (name.startsWith('w:rsid') || ++this.#attributeCount > MOST_ATTRIBUTES) return;
    this.#attributes ??= {};
    this.#attributes[name] = this.#value;
    if (name.startsWith('xmlns')) this.#declare(name.slice(6), this.#value);
  }

  onopentagend(): void {
    this.#enter(false);
  }

  onselfclosingtag(): void {
    this.#enter(true);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#xml.slice(start, end);
    const open = this.#open;
    let place = open.length - 1;
    const last = Math.max(-1, place - FARTHEST);
    while (place > last && open[place]?.closes !== name) place--;
    if (place > last) open.length = place;
    this.#top = open.at(-1)?.element ?? this.root;
  }

  ontext(start: number, end: number): void {
    const text = this.#xml.slice(start, end);
    this.#text(text.includes('&') ? text.replace(UNKNOWN_ENTITY, '') : text);
  }

  ontextentity(code: number): void {
    this.#text(character(code));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#text(this.#xml.slice(start, end - endOffset));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #text(text: string): void {
    if (text !== '') this.#top.children.push(text);
  }

  #enter(isEmpty: boolean): void {
    const closes = this.#name;
    const name = this.#known(closes);
    const attributes = this.#attributes;
    // A tab in a line is text, one among the stops of a paragraph is not: the latter has attributes.
    if (isEmpty && IDLE.test(name) && (name !== 'w:tab' || attributes?.['w:pos'] !== undefined)) return;
    if (++this.count > MOST_ELEMENTS) throw tooBig('it has more than a million elements');
    const depth = this.#open.at(-1)?.depth ?? 0;
    const isTooDeep = depth > DEEPEST || (depth > DEEPEST_FRAME && isFrameTooMany(name, this.#top));
    const element: XmlElement = isTooDeep
      ? this.#top
      : { name, attributes: attributes === null ? NOTHING : this.#renamed(attributes), children: [] };
    if (!isTooDeep) this.#top.children.push(element);
    if (isEmpty) return;
    this.#open.push({ element, closes, depth: isTooDeep ? depth : depth + 1 });
    this.#top = element;
  }

  #declare(prefix: string, namespace: string): void {
    const usual = usualPrefix(namespace);
    if (usual === null || this.#prefixes.get(prefix) === usual) return;
    this.#prefixes.set(prefix, usual);
    this.#isRenamed ||= prefix !== usual;
    this.#names.clear();
  }

  /** The name with the usual prefix of its vocabulary. */
  #known(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = this.#prefixes.get(colon < 0 ? '' : name.slice(0, colon));
    const local = name.slice(colon + 1);
    const usual = prefix === undefined ? name : prefix === '' ? local : `${prefix}:${local}`;
    this.#names.set(name, usual);
    return usual;
  }

  #renamed(attributes: Record<string, string>): Record<string, string> {
    if (!this.#isRenamed) return attributes;
    return Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name.includes(':') ? this.#known(name) : name, value]),
    );
  }
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

/** All text below an element. */
export function textBelow(element: XmlElement | undefined): string {
  let text = '';
  for (const each of element?.children ?? []) text += typeof each === 'string' ? each : textBelow(each);
  return text;
}

/** The usual prefix of a vocabulary; null for those that keep the one of the file. */
function usualPrefix(namespace: string): string | null {
  if (WORD.test(namespace)) return 'w';
  if (namespace === PACKAGE) return '';
  if (namespace === DUBLIN_CORE) return 'dc';
  const open = OPEN_DOCUMENT.exec(namespace)?.[1];
  return open === undefined ? null : (OPEN_NAMES[open] ?? open);
}

/** Whether an element is a table, or part of a table that was not kept. */
function isFrameTooMany(name: string, around: XmlElement): boolean {
  if (name === 'w:tbl' || name === 'table:table') return true;
  if (name === 'w:tr' || name === 'w:tc') return around.name === 'w:tc';
  return (name === 'table:table-row' || name === 'table:table-cell') && around.name === 'table:table-cell';
}

function character(code: number): string {
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}
