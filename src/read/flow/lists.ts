/** The nesting of list items, from indentation and from the way their markers are written. */
import type { Marker } from './markers.ts';
import { follows, readAfter, sameForm } from './markers.ts';

interface OpenList {
  /** Column of the marker. */
  readonly indent: number;
  readonly last: Marker;
  /** Whether the last item ended with a colon, so that another kind of marker begins a list inside it. */
  leads: boolean;
}

/** Follows the lists that are open at a place in the text and says how deep each item lies. */
export class ListLevels {
  readonly #open: OpenList[] = [];

  /** Whether a list is open. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Column of the innermost open item's marker, or -1. */
  get indent(): number {
    return this.#open.at(-1)?.indent ?? -1;
  }

  /** Depth of the innermost open item, 0 outside lists. */
  get depth(): number {
    return this.#open.length;
  }

  /** Ends all lists. */
  clear(): void {
    this.#open.length = 0;
  }

  /** Ends the lists whose items begin at or right of a column. */
  leave(indent: number): void {
    while (this.indent >= indent) this.#open.pop();
  }

  /** Notes that the innermost item ends with a colon. */
  lead(): void {
    const top = this.#open.at(-1);
    if (top !== undefined) top.leads = true;
  }

  /** Whether a marker continues a list that is open. */
  expects(marker: Marker): boolean {
    return this.#open.some(({ last }) => follows(readAfter(marker, last), last));
  }

  /**
   * Takes up an item.
   * @param marker its marker
   * @param indent column of the marker
   * @returns its depth from 1
   */
  enter(marker: Marker, indent: number): number {
    const open = this.#open;
    const place = this.#place(marker, indent);
    const before = open[place]?.last ?? null;
    open.length = place;
    open.push({ indent, last: readAfter(marker, before), leads: false });
    return open.length;
  }

  /** How many lists stay open around the item when it comes. */
  #place(marker: Marker, indent: number): number {
    const open = this.#open;
    for (let i = open.length - 1; i >= 0; i--) {
      const list = open[i];
      if (list === undefined || Math.abs(list.indent - indent) > 1) continue;
      const read = readAfter(marker, list.last);
      const same = marker.style === 'bullet' ? sameForm(marker, list.last) : follows(read, list.last);
      if (same) return i;
    }
    let top = open.length;
    while (top > 0 && (open[top - 1]?.indent ?? 0) > indent + 1) top--;
    const list = open[top - 1];
    if (list === undefined) return 0;
    if (indent > list.indent + 1) return top;
    const isOther = !sameForm(marker, list.last) || readAfter(marker, list.last).style !== list.last.style;
    const isInner = top === open.length && isOther && begins(marker) && (list.leads || isDeeper(marker, list.last));
    if (isInner) return top;
    for (let i = top - 1; i >= 0; i--) {
      const other = open[i];
      if (other !== undefined && Math.abs(other.indent - indent) <= 1 && sameForm(marker, other.last)) return i;
    }
    return top - 1;
  }
}

/** Whether a marker can be the first of its list. */
function begins(marker: Marker): boolean {
  return marker.style === 'bullet' || marker.value === 1;
}

/** Whether a list of one form usually stands inside a list of the other: letters in numbers, dashes in bullets. */
function isDeeper(inner: Marker, outer: Marker): boolean {
  return rank(inner) > rank(outer);
}

function rank(marker: Marker): number {
  switch (marker.style) {
    case 'section':
      return 0;
    case 'number':
      return 1;
    case 'letter':
      return 2;
    case 'roman':
      return 3;
    case 'bullet':
      return '-–—o◦○▫□'.includes(marker.text) ? 5 : 4;
  }
}
