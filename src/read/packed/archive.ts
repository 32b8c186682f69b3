/** The parts of a document that is a ZIP archive, measured before anything is unpacked. */
import { Buffer } from 'node:buffer';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { damaged, locked, tooBig } from './faults.ts';

/** The most that an archive may hold when unpacked, in bytes: 200 MB. */
const MOST = 200_000_000;
/** The most that one part that is read may hold. */
const LARGEST = 40_000_000;
/** Parts that are packed more tightly than this and hold more than `FREE` bytes are made to exhaust memory. */
const TIGHTEST = 200;
const FREE = 5_000_000;
const MOST_ENTRIES = 50_000;
/** What the record at the end of an archive begins with, how long it is, and where it says the length of its comment. */
const END = 'PK\x05\x06';
const END_LENGTH = 22;
const COMMENT_LENGTH_AT = 20;

/** The parts of a packed document by name. */
export class Archive {
  readonly #file: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #largest: number;
  /** The names by what they are in small letters, once they are asked for. */
  #small: ReadonlyMap<string, string> | null = null;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, largest: number) {
    this.#file = file;
    this.#entries = entries;
    this.#largest = largest;
  }

  /**
   * Reads the list of parts. Bytes that follow the archive are passed over.
   * @param largest the most that one part that is read may hold, in bytes
   * @throws PmedError PMED-I106 where it is damaged, I103 where it holds too much; messages without file name
   */
  static async open(bytes: Uint8Array, largest = LARGEST): Promise<Archive> {
    const file = await sound(fromBufferPromise(withoutTail(bytes), { autoClose: false, decodeStrings: false }));
    if (file.entryCount > MOST_ENTRIES) throw tooBig('it holds too many parts');
    const entries = new Map<string, Entry>();
    const decoder = new TextDecoder();
    let total = 0;
    const listed = file.eachEntry();
    for (;;) {
      const { value: entry, done } = await sound(listed.next());
      if (done === true) break;
      total += entry.uncompressedSize;
      if (total > MOST) throw tooBig('it would unpack to more than 200 MB');
      entries.set(decoder.decode(entry.fileNameRaw).replaceAll('\\', '/'), entry);
    }
    return new Archive(file, entries, largest);
  }

  /** Whether there is a part of this name. */
  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The names of all parts. */
  names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The first part whose name fits. */
  find(pattern: RegExp): string | null {
    for (const name of this.#entries.keys()) if (pattern.test(name)) return name;
    return null;
  }

  /** The part whose name is the same but for capital letters. */
  alike(name: string): string | null {
    this.#small ??= new Map([...this.#entries.keys()].map((each) => [each.toLowerCase(), each]));
    return this.#small.get(name.toLowerCase()) ?? null;
  }

  /**
   * The bytes of a part; null where there is none of this name.
   * @throws PmedError PMED-I105 encrypted, I106 damaged, I103 too big
   */
  async bytes(name: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const { compressedSize: packed, uncompressedSize: size } = entry;
    if (entry.isEncrypted()) throw locked();
    if (size > this.#largest || (size > FREE && size > packed * TIGHTEST))
      throw tooBig('one of its parts is far too big');
    return sound(this.#unpack(entry));
  }

  /**
   * The text of a part, UTF-8 or UTF-16 by its byte order mark; null where there is none of this name.
   * @throws PmedError as `bytes`
   */
  async text(name: string): Promise<string | null> {
    const bytes = await this.bytes(name);
    if (bytes === null) return null;
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  }

  /** Unpacks a part; the library stops where more comes out than the part says that it holds. */
  async #unpack(entry: Entry): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.#file.openReadStreamPromise(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** What a step gives; any error of the library is the fault of a damaged document. */
async function sound<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The archive without what was appended to it; the library takes no archive for one that goes on. */
function withoutTail(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.lastIndexOf(END, undefined, 'latin1');
  if (at < 0 || at + END_LENGTH > buffer.length) return buffer;
  return buffer.subarray(0, at + END_LENGTH + buffer.readUInt16LE(at + COMMENT_LENGTH_AT));
}
