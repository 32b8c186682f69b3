/** How the first entries of a zip archive begin, from the first bytes of the file. */
import { constants, inflateRawSync } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
/** The size of an entry stands behind it, so that the next one cannot be found. */
const SIZE_BEHIND = 0x08;
const [STORED, DEFLATED] = [0, 8];
const MOST = 1 << 24;

/**
 * The beginnings of entries by their names, as far as the bytes go; none for what is no archive.
 * Local file headers: APPNOTE.TXT 6.3.10, 4.3.7.
 */
export function archiveStarts(bytes: Buffer): ReadonlyMap<string, string> {
  const starts = new Map<string, string>();
  for (let at = 0; at + 30 <= bytes.length && bytes.readUInt32LE(at) === LOCAL_HEADER; ) {
    const flags = bytes.readUInt16LE(at + 6);
    const method = bytes.readUInt16LE(at + 8);
    const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
    const from = nameEnd + bytes.readUInt16LE(at + 28);
    const isOpenEnded = (flags & SIZE_BEHIND) !== 0;
    const end = isOpenEnded ? bytes.length : Math.min(from + bytes.readUInt32LE(at + 18), bytes.length);
    const name = bytes.toString('utf8', at + 30, nameEnd);
    starts.set(name, startOf(bytes.subarray(from, end), method));
    if (isOpenEnded) break;
    at = end;
  }
  return starts;
}

function startOf(bytes: Buffer, method: number): string {
  if (method === STORED) return bytes.toString('utf8');
  if (method !== DEFLATED) return '';
  try {
    // The bytes may stop in the middle of an entry.
    return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST }).toString('utf8');
  } catch {
    return '';
  }
}
