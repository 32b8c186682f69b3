/** The entries of a ZIP archive, measured before anything is unpacked. */
import { inflateRawSync } from 'node:zlib';
import { PmedError } from '../../model/fault.ts';

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

/** The most that an archive may hold when unpacked, in bytes: 200 MB. */
const MOST = 200_000_000;
/** The most that one entry that is read may hold. */
const LARGEST = 40_000_000;
/** Entries that are packed more tightly than this and hold more than `FREE` bytes are made to exhaust memory. */
const TIGHTEST = 200;
const FREE = 5_000_000;
const MOST_ENTRIES = 50_000;

/** A ZIP archive. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();

  /**
   * Reads the list of entries.
   * @throws PmedError PMED-I106 where it is damaged, I103 where it holds too much; messages without file name
   */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    let at = this.#view.getUint32(end + 16, true);
    let total = 0;
    if (count > MOST_ENTRIES) throw tooBig('it holds too many parts');
    for (let k = 0; k < count; k++) {
      if (at + 46 > bytes.length || this.#view.getUint32(at, true) !== 0x02014b50) throw damaged();
      const field = (place: number): number => this.#view.getUint16(at + place, true);
      const nameEnd = at + 46 + field(28);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
      const size = this.#view.getUint32(at + 24, true);
      total += size;
      if (total > MOST) throw tooBig('it would unpack to more than 200 MB');
      this.#entries.set(name, {
        method: field(10),
        packed: this.#view.getUint32(at + 20, true),
        size,
        offset: this.#view.getUint32(at + 42, true),
        isEncrypted: (field(8) & 1) === 1,
      });
      at = nameEnd + field(30) + field(32);
    }
  }

  /** Whether there is an entry of this name. */
  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The text of an entry, UTF-8 or UTF-16 by its byte order mark; null where there is none of this name.
   * @throws PmedError PMED-I105 encrypted, I106 damaged, I103 too big
   */
  text(name: string): string | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const bytes = this.#unpack(entry);
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  }

  #unpack({ method, packed, size, offset, isEncrypted }: Entry): Uint8Array {
    if (isEncrypted) throw locked();
    if (size > LARGEST || (size > FREE && size > packed * TIGHTEST)) throw tooBig('one of its parts is far too big');
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== 0x04034b50) throw damaged();
    const start = offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    const data = this.#bytes.subarray(start, start + packed);
    if (data.length < packed) throw damaged();
    if (method === 0) return data;
    if (method !== 8) throw damaged();
    try {
      // The size may be a lie; what is over it is not unpacked.
      return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
    } catch (cause) {
      throw damaged(cause);
    }
  }

  /** Where the record at the end of the archive begins; a comment may follow it. */
  #findEnd(): number {
    const { length } = this.#bytes;
    for (let at = length - 22; at >= 0 && at >= length - 65_557; at--) {
      if (this.#view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw damaged();
  }
}

/** The fault of a Word document that is damaged. */
export function damaged(cause?: unknown): PmedError {
  return new PmedError('this Word document is damaged or incomplete.', {
    code: 'PMED-I106',
    exitCode: 3,
    hint: 'Download it again, or open it in a word processor and save it anew.',
    cause,
  });
}

/** The fault of a Word document that needs a password. */
export function locked(): PmedError {
  return new PmedError('this document is encrypted and needs a password.', {
    code: 'PMED-I105',
    exitCode: 3,
    hint: 'Open it in a word processor and save it without a password.',
  });
}

/** The fault of a Word document that holds more than a document can. */
export function tooBig(why: string): PmedError {
  return new PmedError(`this file is too big: ${why}.`, {
    code: 'PMED-I103',
    exitCode: 3,
    hint: 'If it is a real document, save it as PDF and read that.',
  });
}
