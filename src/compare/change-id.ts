/** Ids of changes: the same change of the same commitment has the same id wherever it is found. */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * `x-` and eight letters: 40 bits of two FNV-1a hashes (Fowler, Noll and Vo; RFC 9923), in Crockford's base 32.
 * @param parts what the change is made of, in a fixed order
 */
export function changeId(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  const [high, low] = [fnv(text, 0x811c9dc5), fnv(text, 0x9747b28c)];
  let id = '';
  for (let index = 0; index < 8; index++) {
    const bits = index < 4 ? high >>> (index * 5) : low >>> ((index - 4) * 5);
    id += ALPHABET.charAt(bits & 31);
  }
  return `x-${id}`;
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    hash = Math.imul(hash ^ (code & 255), 0x01000193);
    hash = Math.imul(hash ^ (code >>> 8), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash >>> 0;
}
