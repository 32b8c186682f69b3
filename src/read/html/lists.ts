/** The numbers that a web page counts out before the items of its lists. */
import type { Counting } from '../flow/ordinals.ts';
import { ordinal } from '../flow/ordinals.ts';
import type { Element } from './tree.ts';
import { attribute, childrenOf, hasAttribute, isElement } from './tree.ts';

const TYPES: Readonly<Record<string, Counting>> = { a: 'letter', A: 'LETTER', i: 'roman', I: 'ROMAN' };
const STYLES: Readonly<Record<string, Counting>> = {
  'lower-alpha': 'letter',
  'lower-latin': 'letter',
  'upper-alpha': 'LETTER',
  'upper-latin': 'LETTER',
  'lower-roman': 'roman',
  'upper-roman': 'ROMAN',
};

/** A list while its items are read. */
export class PageList {
  readonly #counting: Counting | 'bullet' | 'none';
  readonly #step: number;
  #next: number;

  constructor(list: Element) {
    const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(list, 'style'))?.[1]?.toLowerCase() ?? '';
    const isNumbered = list.tagName === 'ol';
    const type = attribute(list, 'type');
    this.#counting = !isNumbered ? 'bullet' : style === 'none' ? 'none' : (STYLES[style] ?? TYPES[type] ?? 'decimal');
    const isReversed = isNumbered && hasAttribute(list, 'reversed');
    this.#step = isReversed ? -1 : 1;
    const items = isReversed
      ? childrenOf(list).filter((child) => isElement(child) && child.tagName === 'li').length
      : 1;
    this.#next = numberIn(attribute(list, 'start')) ?? items;
  }

  /** What is printed before the next item: `•`, `3.`, `c.`; null where the list shows nothing. */
  mark(item: Element): string | null {
    if (this.#counting === 'bullet') return '•';
    const value = numberIn(attribute(item, 'value')) ?? this.#next;
    this.#next = value + this.#step;
    return this.#counting === 'none' ? null : `${ordinal(value, this.#counting)}.`;
  }
}

function numberIn(value: string): number | null {
  const match = /^\s*([+-]?\d{1,6})\s*$/.exec(value);
  return match === null ? null : Number(match[1]);
}
