/** Ids as REFI-QDA wants them, the same for the same thing each time. */
import { createHash } from 'node:crypto';

/** The name space of pmed's ids; any one would do, as long as it stays. */
const NAME_SPACE = Buffer.from('7a1c0be3d0f04d9c9a52b6f1e4c83d27', 'hex');

/**
 * A name-based UUID, version 5 (RFC 9562, 5.5).
 * @param parts what names the thing, from the widest to the narrowest
 */
export function guid(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha1').update(NAME_SPACE).update(parts.join('\u0000')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
