/**
 * A PDF that has lost its end, made whole as far as it goes. What tells a reader where everything is stands last in a PDF
 * (ISO 32000-1, 7.5.5), so a file that is cut short cannot be opened although most of its pages are there. Its objects are
 * searched for, and what was lost is written anew after them: a list of pages, a catalogue, a table of objects, a trailer.
 */
import { Buffer } from 'node:buffer';
import { type Found, findObjects, type Node, numberIn } from './objects.ts';

/** A file that can be opened. */
export interface Rebuilt {
  readonly bytes: Uint8Array;
  /** Pages that are there, and how many there were; null where nothing says so. */
  readonly pages: number;
  readonly of: number | null;
}

/** No document has more; what claims to is made to do harm. */
const mostPages = 100_000;
const deepest = 64;
/** What of the old catalogue is worth keeping. */
const kept = ['Lang', 'PageLabels', 'Outlines', 'MarkInfo', 'StructTreeRoot'];

/** Whether the bytes do not end as those of a PDF end. */
export function isCutShort(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2048);
  return !tail.includes('%%EOF');
}

/**
 * Rebuilds a file.
 * @returns null where no page was found
 */
export function rebuild(bytes: Uint8Array): Rebuilt | null {
  const found = findObjects(bytes);
  const pages = pagesOf(found);
  if (pages.length === 0) return null;
  return { bytes: written(bytes, found, pages), pages: pages.length, of: totalOf(found, pages.length) };
}

/** The numbers of the pages that can be read, in the order of their tree where it is left, else in that of the file. */
function pagesOf({ places, nodes }: Found): number[] {
  const kids = new Map<number, readonly number[]>();
  /** None where the list stands elsewhere: its pages are then taken one by one. */
  const kidsOf = (number: number): readonly number[] => {
    const list = nodes.get(number)?.entries.get('Kids') ?? '';
    const known = kids.get(number) ?? (list.startsWith('[') ? referencesIn(list) : []);
    kids.set(number, known);
    return known;
  };
  /** The highest node above that is left, or the page itself; null for a page that was taken out of its tree. */
  const topOf = (page: number): number | null => {
    let top = page;
    for (let depth = 0; depth < deepest; depth++) {
      const [parent] = referencesIn(nodes.get(top)?.entries.get('Parent'));
      if (parent === undefined || nodes.get(parent)?.type !== 'Pages' || kidsOf(parent).length === 0) break;
      if (!isIn(parent, top)) return null;
      top = parent;
    }
    return top;
  };
  const members = new Map<number, ReadonlySet<number>>();
  const isIn = (parent: number, kid: number): boolean => {
    const known = members.get(parent) ?? new Set(kidsOf(parent));
    members.set(parent, known);
    return known.has(kid);
  };
  const isThere = ({ entries }: Node): boolean => {
    const contents = entries.get('Contents');
    const streams = referencesIn(contents);
    return contents === undefined || streams.length === 0 || streams.some((number) => places.has(number));
  };

  const inFile = [...nodes].filter(([, { type }]) => type === 'Page').sort(([, a], [, b]) => a.order - b.order);
  const seen = new Set<number>();
  const pages: number[] = [];
  for (const [page] of inFile) {
    const top = topOf(page);
    const open = top === null ? [] : [top];
    while (open.length > 0 && pages.length < mostPages) {
      const number = open.pop() ?? 0;
      const node = nodes.get(number);
      if (node === undefined || seen.has(number)) continue;
      seen.add(number);
      if (node.type === 'Pages') for (const kid of kidsOf(number).toReversed()) open.push(kid);
      else if (node.type === 'Page' && isThere(node)) pages.push(number);
    }
  }
  return pages;
}

/** How many pages the file had, by its head or by the top of its tree. */
function totalOf({ nodes, pages }: Found, found: number): number | null {
  const [top] = [...nodes.values()].filter(({ type, entries }) => type === 'Pages' && !entries.has('Parent'));
  const total = pages ?? numberIn(top?.entries.get('Count'));
  return total !== null && total >= found && total <= mostPages ? total : null;
}

/** The numbers of the objects that a value refers to: `12 0 R`, `[12 0 R 15 0 R]`. */
function referencesIn(value: string | undefined): number[] {
  return Array.from((value ?? '').matchAll(/(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R(?![A-Za-z])/g), (match) =>
    Number(match[1]),
  );
}

/** The file with what it lacks after it. */
function written(bytes: Uint8Array, { places, nodes, trailer }: Found, pages: readonly number[]): Uint8Array {
  // A stream that is cut off ends here.
  const parts = ['\nendstream\nendobj\n'];
  let length = bytes.length + (parts[0]?.length ?? 0);
  const table = new Map<number, { offset: number; generation: number }>();
  const write = (number: number, body: string): void => {
    const text = `${number} 0 obj\n${body}\nendobj\n`;
    table.set(number, { offset: length, generation: 0 });
    parts.push(text);
    length += text.length;
  };
  let free = 1;
  for (const [number, place] of places) {
    free = Math.max(free, number + 1);
    if ('body' in place) write(number, place.body);
    else table.set(number, place);
  }
  const [tree, catalogue] = [free, free + 1];
  write(tree, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`);
  const old = [...nodes.values()].findLast(({ type }) => type === 'Catalog')?.entries;
  const more = kept.flatMap((key) => (old?.has(key) ? [`/${key} ${old.get(key)}`] : []));
  write(catalogue, `<< /Type /Catalog /Pages ${tree} 0 R ${more.join(' ')} >>`);

  const rows = [...table].sort(([a], [b]) => a - b);
  parts.push('xref\n0 1\n0000000000 65535 f \n');
  for (const [number, { offset, generation }] of rows) {
    const entry = `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`;
    parts.push(`${number} 1\n${entry}`);
  }
  const others = ['Info', 'Encrypt', 'ID'].flatMap((key) => (trailer.has(key) ? [`/${key} ${trailer.get(key)}`] : []));
  parts.push(`trailer\n<< /Size ${free + 2} /Root ${catalogue} 0 R ${others.join(' ')} >>\n`);
  parts.push(`startxref\n${length}\n%%EOF\n`);
  return Buffer.concat([bytes, Buffer.from(parts.join(''), 'latin1')]);
}
