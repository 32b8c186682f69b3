/** The numbers that Word counts out before paragraphs: `2.1`, `(a)`, `iii.`, `•`. */
import type { Counting } from '../flow/ordinals.ts';
import { ordinal } from '../flow/ordinals.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children } from '../packed/xml.ts';
import { indentOf, isOn, settingOf } from './format.ts';

/** What is printed before a paragraph. */
export interface Label {
  /** `•` for bullets; empty where the level prints nothing. */
  readonly text: string;
  readonly isBullet: boolean;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`, with a place for the number of each level. */
  readonly pattern: string;
  /** After which higher level it begins anew, from 1; 0 for never. */
  readonly restart: number | null;
  /** Whether numbers of other levels are printed as digits whatever their format. */
  readonly isLegal: boolean;
  readonly style: string | null;
  /** In twentieths of a point. */
  readonly indent: number | null;
}

interface Numbering {
  /** Lists that count together have the same key. */
  readonly key: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const COUNTINGS: Readonly<Record<string, Counting>> = {
  lowerLetter: 'letter',
  upperLetter: 'LETTER',
  lowerRoman: 'roman',
  upperRoman: 'ROMAN',
};
const MOST_LEVELS = 9;

/** The lists of a document, with where each stands. */
export class Numberings {
  readonly #numberings = new Map<string, Numbering>();
  /** By list, the last number of each level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Lists whose own beginnings have been used. */
  readonly #begun = new Set<string>();

  /**
   * @param root `word/numbering.xml`; undefined where there is none
   * @param listOf the list that a numbering style leads to
   */
  constructor(root: XmlElement | undefined, listOf: (style: string) => string | null) {
    const abstracts = new Map(
      children(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each] as const),
    );
    const abstractOf = new Map(
      children(root, 'w:num').map((each) => [
        each.attributes['w:numId'] ?? '',
        settingOf(each, 'w:abstractNumId') ?? '',
      ]),
    );
    // Thousands of lists may be made after one pattern.
    const known = new Map<string, ReadonlyMap<number, Level>>();
    const abstractLevels = (key: string): ReadonlyMap<number, Level> => {
      const levels = known.get(key) ?? levelsOf(abstracts.get(key));
      known.set(key, levels);
      return levels;
    };
    for (const num of children(root, 'w:num')) {
      let key = settingOf(num, 'w:abstractNumId') ?? '';
      const link = settingOf(abstracts.get(key), 'w:numStyleLink');
      if (link !== undefined) key = abstractOf.get(listOf(link) ?? '') ?? key;
      const levels = new Map<number, Level>();
      const starts = new Map<number, number>();
      for (const [at, level] of abstractLevels(key)) levels.set(at, level);
      for (const override of children(num, 'w:lvlOverride')) {
        const at = numberOf(override, 'w:ilvl');
        if (!isLevel(at)) continue;
        const own = child(override, 'w:lvl');
        if (own !== undefined) levels.set(at, levelOf(own));
        const start = settingOf(override, 'w:startOverride');
        if (start !== undefined) starts.set(at, Number(start) || 0);
      }
      this.#numberings.set(num.attributes['w:numId'] ?? '', { key, levels, starts });
    }
  }

  /** The level of a list that a paragraph style is tied to; 0 where none is. */
  levelOf(list: string, style: string | null): number {
    for (const [at, level] of this.#numberings.get(list)?.levels ?? []) {
      if (style !== null && level.style === style) return at;
    }
    return 0;
  }

  /** How far a level of a list is indented, in twentieths of a point; null where it does not say. */
  indentOf(list: string, at: number): number | null {
    return this.#numberings.get(list)?.levels.get(at)?.indent ?? null;
  }

  /** Counts on: the label of the next paragraph of a list at a level from 0; null where there is no such list. */
  next(list: string, at: number): Label | null {
    const numbering = this.#numberings.get(list);
    const level = numbering?.levels.get(at);
    if (numbering === undefined || level === undefined) return null;
    if (level.format === 'bullet') return { text: '•', isBullet: true };
    const counts = this.#counts.get(numbering.key) ?? [];
    this.#counts.set(numbering.key, counts);
    for (const [place, start] of numbering.starts) {
      if (place <= at && !this.#begun.has(`${list} ${place}`)) counts[place] = start - 1;
      if (place <= at) this.#begun.add(`${list} ${place}`);
    }
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    for (let below = at + 1; below < MOST_LEVELS; below++) {
      const restart = numbering.levels.get(below)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counts[below] = undefined;
    }
    if (level.format === 'none') return { text: level.pattern.replace(/%\d/g, '').trim(), isBullet: false };
    const text = level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const other = numbering.levels.get(place);
      if (other === undefined) return '';
      const value = counts[place] ?? other.start;
      counts[place] ??= value;
      return printed(value, level.isLegal && place !== at ? 'decimal' : other.format);
    });
    return { text: text.replace(/\s+/g, ' ').trim(), isBullet: false };
  }
}

function isLevel(at: number): boolean {
  return Number.isInteger(at) && at >= 0 && at < MOST_LEVELS;
}

/** The levels of a pattern of lists, from 0. */
function levelsOf(abstract: XmlElement | undefined): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of children(abstract, 'w:lvl')) {
    const at = numberOf(level, 'w:ilvl');
    if (isLevel(at)) levels.set(at, levelOf(level));
  }
  return levels;
}

function levelOf(level: XmlElement): Level {
  const restart = settingOf(level, 'w:lvlRestart');
  const start = Number(settingOf(level, 'w:start') ?? '1');
  return {
    start: Number.isInteger(start) ? start : 1,
    format: settingOf(level, 'w:numFmt') ?? 'decimal',
    pattern: settingOf(level, 'w:lvlText') ?? '',
    restart: restart === undefined ? null : Number(restart) || 0,
    isLegal: isOn(level, 'w:isLgl') === true,
    style: settingOf(level, 'w:pStyle') ?? null,
    indent: indentOf(child(level, 'w:pPr')),
  };
}

function printed(value: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  // Word prints z, aa, bb and not z, aa, ab.
  if ((format === 'lowerLetter' || format === 'upperLetter') && value > 26) {
    return ordinal(((value - 1) % 26) + 1, COUNTINGS[format] ?? 'letter').repeat(Math.min(10, Math.ceil(value / 26)));
  }
  return ordinal(value, COUNTINGS[format] ?? 'decimal');
}

function numberOf(element: XmlElement, name: string): number {
  return Number(element.attributes[name] ?? '0') || 0;
}
