/** A parsed YAML document → plain data and the places of its nodes. */
import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { quoted } from './fault.ts';
import { MAX_DEPTH, type OffsetFault } from './forbidden.ts';
import type { Spot } from './places.ts';

/** Plain data with its places. */
export interface PlacedData {
  readonly value: unknown;
  readonly spot: Spot;
}

/** Keys that would reach into the program instead of the data. */
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Where lists and mappings have so many members altogether, nobody wrote the file by hand. */
const MAX_NODES = 500_000;

/**
 * @param faults receives keys that stand twice, unsafe keys and too deep nesting
 * @returns lists, mappings with text keys, texts, numbers, booleans and nulls
 */
export function dataOf(node: ParsedNode | null, faults: OffsetFault[]): PlacedData {
  let nodes = 0;
  const convert = (its: ParsedNode | null, key: number, depth: number): PlacedData => {
    const at = its?.range[0] ?? key;
    const spot = (scalar: Spot['scalar'], inside: Spot['inside']): Spot => ({ key, at, scalar, inside });
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      if (nodes <= MAX_NODES) faults.push({ at, message: `lists and mappings nest deeper than ${MAX_DEPTH}.` });
      else if (nodes === MAX_NODES + 1) faults.push({ at, message: `the file has more than ${MAX_NODES} values.` });
      return { value: null, spot: spot(null, new Map()) };
    }
    if (isSeq(its)) {
      const inside = new Map<number, Spot>();
      const value = its.items.map((item, i) => {
        const member = convert(item, item.range[0], depth + 1);
        inside.set(i, member.spot);
        return member.value;
      });
      return { value, spot: spot(null, inside) };
    }
    if (isMap(its)) {
      const inside = new Map<string, Spot>();
      const value: Record<string, unknown> = {};
      for (const pair of its.items) {
        const from = pair.key.range[0];
        const name = keyOf(pair.key);
        const fault = faultOfKey(name, inside);
        if (name === null || fault !== null) {
          faults.push({ at: from, message: fault ?? 'a key must be a word or text.' });
          continue;
        }
        const member = convert(pair.value, from, depth + 1);
        inside.set(name, member.spot);
        value[name] = member.value;
      }
      return { value, spot: spot(null, inside) };
    }
    return { value: isScalar(its) ? its.value : null, spot: spot(isScalar(its) ? its : null, new Map()) };
  };
  return convert(node, 0, 0);
}

/** A key as text; null where it is a list, a mapping or nothing. */
function keyOf(key: ParsedNode): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return String(key.value);
}

function faultOfKey(name: string | null, known: ReadonlyMap<string, unknown>): string | null {
  if (name === null) return null;
  if (UNSAFE.has(name)) return `a key may not be called ${quoted(name)}.`;
  if (name === '<<') return "merge keys (<<) are not read. Write out what is meant, or put '<<' elsewhere.";
  return known.has(name) ? `the key ${quoted(name)} stands here a second time. Keep one of the two.` : null;
}
