/** Zip archives whose entries are written side by side, bit by bit, and are the same bytes on every machine. */
import { crc32 } from 'node:zlib';
import { Deflate } from 'fflate';

/** 1 January 1980, the first day that an archive knows: an archive tells no time of its making. */
const DAY = 0x0021;
const [LOCAL_HEADER, CENTRAL_HEADER, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Version 2.0 knows deflated entries. */
const VERSION = 20;
const DEFLATED = 8;
/** How much is compressed at a time, in characters. */
const GULP = 1 << 16;
/** Of the table of what was seen, which every entry has: 128 KB. The largest, of 2 MB, takes longer to clear and packs no better. */
const TABLE = 4;

/** A file in an archive; what is written is compressed at once. */
export class Entry {
  readonly name: Uint8Array;
  readonly #chunks: Uint8Array[] = [];
  readonly #deflate = new Deflate({ level: 6, mem: TABLE }, (chunk) => {
    this.#chunks.push(chunk);
  });
  readonly #encoder = new TextEncoder();
  #waiting: string[] = [];
  #length = 0;
  #crc = 0;
  #size = 0;

  /** @param path with `/` between folders, in ASCII */
  constructor(path: string) {
    this.name = this.#encoder.encode(path);
  }

  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= GULP) this.#push(false);
  }

  /** To be called once, after the last text. */
  end(): PackedEntry {
    this.#push(true);
    const packed = this.#chunks.reduce((sum, { length }) => sum + length, 0);
    return { name: this.name, crc: this.#crc, size: this.#size, packed, chunks: this.#chunks };
  }

  #push(isLast: boolean): void {
    const bytes = this.#encoder.encode(this.#waiting.join(''));
    this.#waiting = [];
    this.#length = 0;
    // Of no bytes zlib gives 0, whatever came before.
    if (bytes.length > 0) this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    this.#deflate.push(bytes, isLast);
  }
}

interface PackedEntry {
  readonly name: Uint8Array;
  readonly crc: number;
  /** In bytes, before and after compression. */
  readonly size: number;
  readonly packed: number;
  readonly chunks: readonly Uint8Array[];
}

/**
 * The archive of some entries, in their order, piece by piece. Every entry's size stands before it, so that readers that
 * cannot go back read it too (APPNOTE.TXT 6.3.10, 4.3). Under 4 GiB and 65,536 entries.
 */
export function* archive(entries: readonly Entry[]): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = entry.end();
    const header = headerOf(packed, LOCAL_HEADER, 30);
    yield header;
    yield* packed.chunks;
    directory.push(headerOf(packed, CENTRAL_HEADER, 46, at));
    at += header.length + packed.packed;
  }
  yield* directory;
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  view.setUint32(16, at, true);
  yield end;
}

/** The header of an entry, before it or in the directory, where it also says at which offset the entry begins. */
function headerOf({ name, crc, size, packed }: PackedEntry, signature: number, length: 30 | 46, at = 0): Uint8Array {
  const header = new Uint8Array(length + name.length);
  const view = new DataView(header.buffer);
  const isCentral = length === 46;
  view.setUint32(0, signature, true);
  if (isCentral) view.setUint16(4, VERSION, true);
  const fields = isCentral ? 6 : 4;
  view.setUint16(fields, VERSION, true);
  view.setUint16(fields + 4, DEFLATED, true);
  view.setUint16(fields + 8, DAY, true);
  view.setUint32(fields + 10, crc, true);
  view.setUint32(fields + 14, packed, true);
  view.setUint32(fields + 18, size, true);
  view.setUint16(fields + 22, name.length, true);
  if (isCentral) view.setUint32(42, at, true);
  header.set(name, length);
  return header;
}
