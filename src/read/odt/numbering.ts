/** The numbers that an OpenDocument text counts out before items and headings. */
import type { Counting } from '../flow/ordinals.ts';
import { ordinal } from '../flow/ordinals.ts';
import type { XmlElement } from '../packed/xml.ts';
import { children } from '../packed/xml.ts';

interface Level {
  readonly isBullet: boolean;
  /** `1`, `a`, `A`, `i`, `I`; empty where nothing is printed. */
  readonly format: string;
  readonly before: string;
  readonly after: string;
  /** How many levels its number has: 2 for `3.1`. */
  readonly shown: number;
  /** `%1%.%2%`, with a place for the number of each level; null where before, after and shown say it. */
  readonly pattern: string | null;
  /** Whether numbers of other levels are printed as digits whatever their format. */
  readonly isLegal: boolean;
  readonly start: number;
}

/** The name that the list style of headings goes by here. */
export const OUTLINE = '\0outline';

const COUNTINGS: Readonly<Record<string, Counting>> = { a: 'letter', A: 'LETTER', i: 'roman', I: 'ROMAN' };
const MOST_LEVELS = 10;
const MOST_COUNTED = 1_000_000;

/** The list styles of a document. */
export class ListStyles {
  readonly #styles = new Map<string, ReadonlyMap<number, Level>>();

  /** @param roots what holds styles; the later wins */
  constructor(roots: readonly (XmlElement | undefined)[]) {
    for (const root of roots) {
      for (const style of children(root)) {
        if (style.name === 'text:list-style') this.#styles.set(style.attributes['style:name'] ?? '', levelsOf(style));
        else if (style.name === 'text:outline-style') this.#styles.set(OUTLINE, levelsOf(style));
      }
    }
  }

  /** A level of a list style, from 1; undefined where there is none. */
  level(style: string, level: number): Level | undefined {
    return this.#styles.get(style)?.get(level);
  }
}

/** A list while it is counted: the last number of each level. */
export class Count {
  readonly #styles: ListStyles;
  readonly #numbers: (number | undefined)[] = [];

  constructor(styles: ListStyles) {
    this.#styles = styles;
  }

  /**
   * Counts on.
   * @param style the list style
   * @param at the level, from 1
   * @param start the number that the document gives, if it does
   * @returns what is printed before the item: `2.1`, `(a)`, `•`; null for nothing
   */
  next(style: string, at: number, start: number | null): string | null {
    const level = this.#styles.level(style, at);
    if (level === undefined || at > MOST_LEVELS) return null;
    if (level.isBullet) return '•';
    this.#numbers[at] = start ?? (this.#numbers[at] ?? level.start - 1) + 1;
    this.#numbers.length = at + 1;
    if (level.format === '') return null;
    const printed = (each: number): string => this.#printed(style, each, level.isLegal && each !== at);
    if (level.pattern !== null)
      return level.pattern.replace(/%(\d{1,2})%/g, (_, each: string) => printed(Number(each))).trim();
    const parts: string[] = [];
    for (let each = Math.max(1, at - level.shown + 1); each <= at; each++) parts.push(printed(each));
    return `${level.before}${parts.filter((part) => part !== '').join('.')}${level.after}`.trim();
  }

  /** The number of a level as it is printed; empty where nothing is. */
  #printed(style: string, at: number, asDigits: boolean): string {
    const level = this.#styles.level(style, at);
    if (level === undefined || level.isBullet || level.format === '') return '';
    const value = this.#numbers[at] ?? level.start;
    if (level.format.startsWith('01')) return asDigits ? String(value) : String(value).padStart(2, '0');
    return ordinal(value, asDigits ? 'decimal' : (COUNTINGS[level.format] ?? 'decimal'));
  }
}

/** A number that an attribute gives; null where it gives none. */
export function numberIn(value: string | undefined): number | null {
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && Math.abs(number) < MOST_COUNTED ? number : null;
}

function levelsOf(style: XmlElement): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const { name, attributes } of children(style)) {
    const at = numberIn(attributes['text:level']);
    if (at === null || !/^text:(?:list-level-style-|outline-level-style)/.test(name)) continue;
    levels.set(at, {
      isBullet: /-(?:bullet|image)$/.test(name),
      format: attributes['style:num-format'] ?? '',
      before: attributes['style:num-prefix'] ?? '',
      after: attributes['style:num-suffix'] ?? '',
      pattern: attributes['style:num-list-format'] ?? attributes['loext:num-list-format'] ?? null,
      isLegal: (attributes['style:is-legal'] ?? attributes['loext:is-legal']) === 'true',
      shown: numberIn(attributes['text:display-levels']) ?? 1,
      start: numberIn(attributes['text:start-value']) ?? 1,
    });
  }
  return levels;
}
