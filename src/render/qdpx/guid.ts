/** Ids as REFI-QDA wants them, the same for the same thing each time. */
import { hash } from 'node:crypto';

/** The name space of pmed's ids; any one would do, as long as it stays. */
const NAME_SPACE = Buffer.from('7a1c0be3d0f04d9c9a52b6f1e4c83d27', 'hex');

/**
 * A name-based UUID, version 5 (RFC 9562, 5.5).
 * @param parts what names the thing, from the widest to the narrowest
 */
export function guid(...parts: readonly (string | number)[]): string {
  const hex = hash('sha1', Buffer.concat([NAME_SPACE, Buffer.from(parts.join('\u0000'))]));
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
