/** The words of one paragraph of a Word document, as they read when all changes are accepted. */
import { LINE_BREAK } from '../flow/passages.ts';
import type { XmlElement } from './xml.ts';
import { child, isOn } from './xml.ts';

/** The words of a paragraph, and what else was met in it. */
export interface Line {
  /** Line breaks as `LINE_BREAK`. */
  text: string;
  /** Characters that are no white space, and those of them in bold. */
  characters: number;
  bold: number;
  /** Characters in links to headings, as entries of a table of contents are. */
  linked: number;
  /** Text boxes that are anchored in it, as the elements that hold their paragraphs. */
  readonly boxes: XmlElement[];
  /** The notes that it refers to: `f3` for footnotes, `e1` for endnotes. */
  readonly notes: string[];
}

/** How many changes were met. */
export interface Changes {
  inserted: number;
  deleted: number;
}

/** Elements that hold runs and say nothing of them. */
const WRAPPERS =
  /^(?:w:hyperlink|w:smartTag|w:sdt|w:sdtContent|w:customXml|w:fldSimple|w:bdo|w:dir|w:ruby|w:rubyBase|w:r|m:.*)$/;
/** Characters of Word's symbol font that stand for others. */
const SYMBOLS: Readonly<Record<string, string>> = {
  f0a3: '≤',
  f0b3: '≥',
  f0b1: '±',
  f0b4: '×',
  f0b0: '°',
  f0ae: '→',
  f0e0: '→',
  f0a7: '▪',
  f0b7: '•',
};

/**
 * Reads the words of a paragraph.
 * @param isBold whether its style is bold
 * @param changes counts on
 */
export function readLine(paragraph: XmlElement, isBold: boolean, changes: Changes): Line {
  const line: Line = { text: '', characters: 0, bold: 0, linked: 0, boxes: [], notes: [] };
  addRuns(paragraph, isBold, line, changes);
  return line;
}

function addRuns(parent: XmlElement, isBold: boolean, line: Line, changes: Changes): void {
  let bold = isBold;
  if (parent.name === 'w:r') {
    const format = child(parent, 'w:rPr');
    // Struck-out words are out, as deleted ones are; hidden ones are not printed.
    if (isOn(format, 'w:strike') || isOn(format, 'w:dstrike') || isOn(format, 'w:vanish')) return;
    bold = isOn(format, 'w:b') ?? isBold;
  }
  for (const each of parent.children) {
    if (typeof each === 'string') continue;
    const { name } = each;
    if (name === 'w:t' || name === 'm:t')
      addWords(each.children.filter((one) => typeof one === 'string').join(''), bold, line);
    else if (WRAPPERS.test(name)) {
      const before = line.characters;
      addRuns(each, bold, line, changes);
      if (each.attributes['w:anchor']?.startsWith('_Toc') === true) line.linked += line.characters - before;
    } else if (name === 'w:ins' || name === 'w:moveTo') {
      changes.inserted++;
      addRuns(each, bold, line, changes);
    } else if (name === 'w:del' || name === 'w:moveFrom') changes.deleted++;
    else if (name === 'w:tab' || name === 'w:ptab') line.text += ' ';
    else if (name === 'w:br' || name === 'w:cr') line.text += LINE_BREAK;
    else if (name === 'w:noBreakHyphen') line.text += '-';
    else if (name === 'w:sym') line.text += symbol(each);
    else if (name === 'w:footnoteReference') line.notes.push(`f${each.attributes['w:id'] ?? ''}`);
    else if (name === 'w:endnoteReference') line.notes.push(`e${each.attributes['w:id'] ?? ''}`);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') findBoxes(each, line.boxes);
    else if (name === 'mc:AlternateContent') addAlternative(each, bold, line, changes);
  }
}

/** Of the same thing said in two ways, the first that has words. */
function addAlternative(element: XmlElement, isBold: boolean, line: Line, changes: Changes): void {
  for (const each of element.children) {
    if (typeof each === 'string') continue;
    const before = line.text.length + line.boxes.length;
    addRuns(each, isBold, line, changes);
    if (line.text.length + line.boxes.length > before) return;
  }
}

function findBoxes(element: XmlElement, boxes: XmlElement[]): void {
  for (const each of element.children) {
    if (typeof each === 'string') continue;
    if (each.name === 'w:txbxContent') boxes.push(each);
    else if (each.name === 'mc:AlternateContent') {
      const before = boxes.length;
      for (const one of each.children) if (typeof one !== 'string' && boxes.length === before) findBoxes(one, boxes);
    } else findBoxes(each, boxes);
  }
}

function addWords(words: string, isBold: boolean, line: Line): void {
  line.text += words;
  const count = words.replace(/\s+/g, '').length;
  line.characters += count;
  if (isBold) line.bold += count;
}

function symbol({ attributes }: XmlElement): string {
  const code = (attributes['w:char'] ?? '').toLowerCase();
  return SYMBOLS[code] ?? ' ';
}
