/** Finds the numbers of a token sequence: in figures, in words, and with a scale ("2.5 million", "3bn", "half a million"). */
import type { Token } from '../../model/annotated.ts';
import { numberWords } from '../times/shapes/number-words.ts';
import type { Shape } from '../times/shapes/shape.ts';
import type { QuantityRules } from './rules.ts';

/** A number with its half-open token range. */
export interface NumberSpan {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** What numbers are read by. */
export type NumberRules = Pick<QuantityRules, 'numbers' | 'scales' | 'words'>;

/** All numbers, from left to right, none within another. Linear in the tokens. */
export function findNumbers(tokens: readonly Token[], rules: NumberRules): NumberSpan[] {
  const worded = new Map<number, Shape>();
  const shapes: Shape[] = [];
  numberWords(tokens, rules.numbers, shapes);
  for (const shape of shapes) if (shape.kind === 'cardinal') worded.set(shape.from, shape);
  const found: NumberSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const number = numberAt(tokens, i, worded, rules);
    if (!number) continue;
    found.push(number);
    i = number.to - 1;
  }
  return found;
}

function numberAt(
  tokens: readonly Token[],
  i: number,
  worded: ReadonlyMap<number, Shape>,
  rules: NumberRules,
): NumberSpan | null {
  const { scales, words } = rules;
  const token = tokens[i];
  if (!token) return null;
  const first = token.text.charCodeAt(0);
  if (first >= 48 && first <= 57) return figureAt(tokens, i, rules);
  if (token.lower === 'half') {
    // "half a million", "half a dozen".
    const scale = tokens[i + 1]?.lower === 'a' ? scales.get(tokens[i + 2]?.lower ?? '') : undefined;
    return scale ? { from: i, to: i + 3, value: scale / 2 } : null;
  }
  if (token.lower === 'a' || token.lower === 'an') {
    const scale = (tokens[i + 1]?.text.length ?? 0) > 4 ? scales.get(tokens[i + 1]?.lower ?? '') : undefined;
    return scale ? { from: i, to: i + 2, value: scale } : null;
  }
  const shape = worded.get(i);
  if (!shape || words.loose.has(token.lower) || isCompound(tokens, shape.to)) return null;
  return { from: i, to: shape.to, value: shape.number };
}

function figureAt(tokens: readonly Token[], i: number, { scales, words }: NumberRules): NumberSpan | null {
  const token = tokens[i];
  const parts = /^(\d{1,3}(?:,\d{2,3})+|\d{1,12})(\.\d{1,6})?([a-z]{0,3})([½¼¾])?$/.exec(token?.lower ?? '');
  if (!token || !parts) return null;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  // The number of a list item, a paragraph ("3.2" glued to marks) or a telephone.
  if (i === 0 && (after?.text === '.' || after?.text === ')')) return null;
  if (before && !token.spaced && /^[./#]$/.test(before.text)) return null;
  if (isTelephone(token, before) || isTelephone(token, after)) return null;
  const [, whole = '', fraction = '', suffix = '', part] = parts;
  const glued = suffix === '' ? 1 : scales.get(suffix);
  if (glued === undefined || (whole.length > 1 && whole.startsWith('0'))) return null;
  let value = Number(whole.replaceAll(',', '') + fraction);
  if (part) value += part === '½' ? 0.5 : part === '¼' ? 0.25 : 0.75;
  let to = i + 1;
  const apart = suffix === '' ? scales.get(after?.lower ?? '') : undefined;
  if (apart !== undefined && (!words.moneyScales.has(after?.lower ?? '') || words.moneySigns.has(before?.text ?? ''))) {
    value *= apart;
    to++;
  }
  if (to === i + 1 && isCompound(tokens, to)) return null;
  return { from: i, to, value: rounded(value * glued) };
}

/** Products of decimals in binary are off in the last place: 1.1 × 1,000,000. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** "020 7946 0011": two runs of figures side by side. */
const isTelephone = (token: Token, other: Token | undefined): boolean =>
  other !== undefined && /^\d{3,}$/.test(other.text) && /^\d{3,}$/.test(token.text);

/** Whether a hyphen ties the number to the next word: "a 20-year vision", "two-way". */
function isCompound(tokens: readonly Token[], to: number): boolean {
  const hyphen = tokens[to];
  const next = tokens[to + 1];
  return (
    hyphen?.text === '-' && !hyphen.spaced && next !== undefined && !next.spaced && /^\p{L}/u.test(next.text) &&
    next.lower !== 'percent' && next.lower !== 'point' && next.lower !== 'year'
  ); // biome-ignore format: one condition a line
}
