/** The objects that a PDF holds, found without its own list of them, which stands at the end of a file. */
import { Buffer } from 'node:buffer';
import { constants, inflateSync } from 'node:zlib';
import { characters, type Dictionary, readDictionary } from './dictionary.ts';

/** Where an object is: in the file, or unpacked from a stream of objects. */
export type Place = { readonly generation: number; readonly offset: number } | { readonly body: string };

/** A page, a node of the tree of pages, or the catalogue. */
export interface Node {
  readonly type: 'Page' | 'Pages' | 'Catalog';
  readonly entries: ReadonlyMap<string, string>;
  /** Counts up through the file. */
  readonly order: number;
}

/** What was found, by object number; of several objects with one number the last holds (ISO 32000-1, 7.5.6). */
export interface Found {
  readonly places: ReadonlyMap<number, Place>;
  readonly nodes: ReadonlyMap<number, Node>;
  /** What trailers, and the heads of linearised files, say: the last of each key holds. */
  readonly trailer: ReadonlyMap<string, string>;
  /** How many pages the file had, where a linearised file says so. */
  readonly pages: number | null;
}

const mostObjects = 1_000_000;
/** Bytes that a dictionary may have; the tree of 50,000 pages may be one. */
const largestDictionary = 1_000_000;
/** Bytes that one stream of objects, and all of them together, may unpack to. */
const largestPacked = 32_000_000;
const mostPacked = 100_000_000;

/** Searches a file for objects. Takes time in proportion to its bytes, whatever they are. */
export function findObjects(bytes: Uint8Array): Found {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = new Map<number, Place>();
  const nodes = new Map<number, Node>();
  const trailer = new Map<string, string>();
  let pages: number | null = null;
  let order = 0;
  let packed = 0;
  // Dictionaries that do not end are read in vain; all that is looked at twice is counted.
  let patience = 4 * bytes.length + 1_000_000;
  const dictionaryAt = (at: number): Dictionary | null => {
    const found = readDictionary(bytes, at, Math.min(largestDictionary, patience));
    if (found === null || found.isWhole) return found;
    patience -= found.end - at;
    return null;
  };
  const add = (number: number, place: Place, entries: ReadonlyMap<string, string>): void => {
    places.set(number, place);
    const type = entries.get('Type');
    if (type === '/Page' || type === '/Pages' || type === '/Catalog')
      nodes.set(number, { type: type === '/Page' ? 'Page' : type === '/Pages' ? 'Pages' : 'Catalog', entries, order });
    else nodes.delete(number);
    order++;
  };
  const unpack = (stream: Dictionary, data: Uint8Array): void => {
    if (packed > mostPacked) return;
    for (const { number, body } of packedIn(stream.entries, data)) {
      packed += body.length;
      const dictionary = readDictionary(Buffer.from(body, 'latin1'), 0, largestDictionary);
      // The last object of a stream that is cut short is no object.
      if (dictionary?.isWhole === true || !body.trimStart().startsWith('<<'))
        add(number, { body }, dictionary?.entries ?? new Map());
    }
  };

  for (let at = 0; at < bytes.length && places.size < mostObjects && patience > 0; ) {
    const word = nextOf(file, at);
    if (word === null) break;
    if (word.kind === 'trailer') {
      const found = dictionaryAt(word.end);
      for (const [key, value] of found?.entries ?? []) trailer.set(key, value);
      at = found?.end ?? word.end;
      continue;
    }
    const dictionary = dictionaryAt(word.end);
    const entries = dictionary?.entries ?? new Map<string, string>();
    add(word.number, { generation: word.generation, offset: word.start }, entries);
    at = dictionary?.end ?? word.end;
    if (entries.has('Linearized')) pages = numberIn(entries.get('N'));
    if (entries.get('Type') === '/XRef') for (const [key, value] of entries) trailer.set(key, value);
    // Information about the document, and its encryption, have no type; the trailer would tell which objects they are.
    if (!trailer.has('Info') && !entries.has('Type') && entries.has('Producer') && entries.has('CreationDate'))
      trailer.set('Info', `${word.number} ${word.generation} R`);
    if (!trailer.has('Encrypt') && entries.get('Filter') === '/Standard' && entries.has('O') && entries.has('U'))
      trailer.set('Encrypt', `${word.number} ${word.generation} R`);
    const stream = dictionary === null ? null : streamAt(file, dictionary);
    if (stream === null || dictionary === null) continue;
    if (entries.get('Type') === '/ObjStm') unpack(dictionary, bytes.subarray(stream.start, stream.end));
    at = stream.end;
  }
  return { places, nodes, trailer, pages };
}

/** A whole number in the source of a value; null where there is none. */
export function numberIn(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

type Word =
  | {
      readonly kind: 'object';
      readonly number: number;
      readonly generation: number;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'trailer'; readonly end: number };

/** The next `12 0 obj` or `trailer`. */
function nextOf(file: Buffer, from: number): Word | null {
  let trailer = -2;
  for (let at = from; ; ) {
    const object = file.indexOf('obj', at, 'latin1');
    if (trailer < at && trailer !== -1) trailer = file.indexOf('trailer', at, 'latin1');
    if (trailer >= 0 && (object < 0 || trailer < object)) return { kind: 'trailer', end: trailer + 7 };
    if (object < 0) return null;
    const before = /(\d{1,9})[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}$/.exec(
      characters(file, Math.max(0, object - 40), object),
    );
    if (before !== null) {
      const [all, number, generation] = before;
      const start = object - all.length;
      return { kind: 'object', number: Number(number), generation: Number(generation), start, end: object + 3 };
    }
    at = object + 3;
  }
}

/** The data of a stream after its dictionary; null where there is no stream. */
function streamAt(file: Buffer, { entries, end }: Dictionary): { start: number; end: number } | null {
  const opening = /^[\0\t\n\f\r ]{0,9}stream(?:\r\n|\n|\r)?/.exec(characters(file, end, end + 20));
  if (opening === null) return null;
  const start = end + opening[0].length;
  const length = numberIn(entries.get('Length'));
  if (length !== null && file.subarray(start + length, start + length + 16).includes('endstream'))
    return { start, end: start + length };
  const closing = file.indexOf('endstream', start, 'latin1');
  return { start, end: closing < 0 ? file.length : closing };
}

/** The objects in a stream of objects (ISO 32000-1, 7.5.7); of a stream that is cut short, those before the cut. */
function packedIn(entries: ReadonlyMap<string, string>, data: Uint8Array): { number: number; body: string }[] {
  const count = numberIn(entries.get('N')) ?? 0;
  const first = numberIn(entries.get('First')) ?? 0;
  const filter = (entries.get('Filter') ?? '').replace(/[[\]\s]/g, '');
  if (count === 0 || entries.has('DecodeParms')) return [];
  let plain: Uint8Array = data;
  if (filter === '/FlateDecode') {
    try {
      plain = inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: largestPacked });
    } catch {
      return [];
    }
  } else if (filter !== '') return [];
  const numbers = characters(plain, 0, Math.min(first, plain.length)).match(/\d{1,10}/g) ?? [];
  const found: { number: number; body: string }[] = [];
  for (let k = 0; k < count && 2 * k + 1 < numbers.length; k++) {
    const start = first + Number(numbers[2 * k + 1]);
    const end = k + 1 < count ? first + Number(numbers[2 * k + 3] ?? plain.length) : plain.length;
    if (start < end && start < plain.length)
      found.push({ number: Number(numbers[2 * k]), body: characters(plain, start, Math.min(end, plain.length)) });
  }
  return found;
}
