/** Short stable hashes for ids: FNV-1a (Fowler, Noll and Vo) in two 32-bit lanes, written in base 32. */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Eight characters that depend on the parts and their order, and on nothing else. */
export function shortHash(parts: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const part of [parts.length.toString(), ...parts]) {
    for (let i = 0; i <= part.length; i++) {
      const unit = i < part.length ? part.charCodeAt(i) : 0xffff;
      low = Math.imul(low ^ (unit & 0xff), 0x01000193);
      low = Math.imul(low ^ (unit >>> 8), 0x01000193);
      high = Math.imul(high ^ unit ^ (low >>> 16), 0x01000193);
    }
  }
  let hash = '';
  for (let i = 0; i < 4; i++) {
    hash += ALPHABET.charAt((low >>> (5 * i)) & 31);
    hash += ALPHABET.charAt((high >>> (5 * i)) & 31);
  }
  return hash;
}

/** Gives out ids: the first record of a hash keeps it, repeats get `#2`, `#3` … */
export function idGiver(prefix: string): (parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (parts) => {
    const id = `${prefix}-${shortHash(parts)}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  };
}
