/** The words of a sentence as numbers of a dictionary of terms, part by part. */
import type { Token, Words } from '../model/annotated.ts';
import { isJoint, wordParts } from './parts.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** The parts of the sentence that was read last; what lies beyond `length` is of longer ones before it. */
export interface PartSequence {
  length: number;
  /** Of each part: its number in the dictionary, 0 for a mark, and the position of its token. */
  numbers: Int32Array;
  owners: Int32Array;
}

/** Reads sentences, and learns their words. */
export interface WordReader {
  readonly read: (words: Words) => PartSequence;
  /** How many words were learnt. */
  readonly size: () => number;
}

/** What a token stands for: numbers of its parts; `JOINT` lets a term run on over it. */
type Parts = readonly number[];
const JOINT: Parts = [];
const MARK: Parts = [0];

/** What the table of words holds in place of a number: not seen before, and not a single part. */
const UNSEEN = -1;
const MANIFOLD = -2;

export function wordReader(dictionary: TermDictionary): WordReader {
  /** By `Token.word`: the number of its only part. */
  let single = new Int32Array(1 << 12).fill(UNSEEN);
  const byText = new Map<string, Parts>();
  const plain = new Map<string, number>();
  const sequence: PartSequence = { length: 0, numbers: new Int32Array(1 << 10), owners: new Int32Array(1 << 10) };

  function read({ tokens, words }: Words): PartSequence {
    sequence.length = 0;
    let hasAcronym = false;
    for (let position = 0; position < words.length; position++) {
      if (sequence.length === sequence.numbers.length) grow();
      const word = words[position] ?? -1;
      const known = word >= 0 && word < single.length ? (single[word] ?? UNSEEN) : UNSEEN;
      if (known >= 0) {
        sequence.numbers[sequence.length] = known;
        sequence.owners[sequence.length++] = position;
        continue;
      }
      const token = tokens[position];
      if (!token) break;
      for (const part of partsOf(token)) {
        if (sequence.length === sequence.numbers.length) grow();
        sequence.numbers[sequence.length] = part;
        sequence.owners[sequence.length++] = position;
      }
      hasAcronym ||= dictionary.isAcronym(token.text);
    }
    // In a sentence all in capitals, they make no acronym.
    if (hasAcronym && isInCapitals(tokens)) withoutAcronyms(tokens);
    return sequence;
  }

  function partsOf(token: Token): Parts {
    const { text, word, spaced } = token;
    let parts = byText.get(text);
    if (parts === undefined) {
      parts = study(text);
      byText.set(text, parts);
      if (word >= 0) remember(word, parts.length === 1 && !dictionary.isAcronym(text) ? (parts[0] ?? 0) : MANIFOLD);
    }
    // After a space a dash parts words; inside a compound it joins them.
    return parts === JOINT && spaced ? MARK : parts;
  }

  function study(text: string): Parts {
    const parts = wordParts(text);
    if (parts.length === 0) return isJoint(text) ? JOINT : MARK;
    if (parts.length === 1 && dictionary.isAcronym(text)) return [dictionary.learn(parts[0] ?? '', text)];
    return parts.map(plainNumber);
  }

  /** The number of a word that is no acronym. */
  function plainNumber(word: string): number {
    const number = plain.get(word) ?? dictionary.learn(word, null);
    plain.set(word, number);
    return number;
  }

  function remember(word: number, number: number): void {
    if (word >= single.length) {
      const longer = new Int32Array(Math.max(2 * single.length, word + 1)).fill(UNSEEN);
      longer.set(single);
      single = longer;
    }
    single[word] = number;
  }

  function grow(): void {
    const { numbers, owners } = sequence;
    sequence.numbers = new Int32Array(2 * numbers.length);
    sequence.numbers.set(numbers);
    sequence.owners = new Int32Array(2 * owners.length);
    sequence.owners.set(owners);
  }

  function withoutAcronyms(tokens: readonly Token[]): void {
    for (let at = 0; at < sequence.length; at++) {
      const text = tokens[sequence.owners[at] ?? 0]?.text ?? '';
      const [only, ...others] = dictionary.isAcronym(text) ? wordParts(text) : [];
      if (only !== undefined && others.length === 0) sequence.numbers[at] = plainNumber(only);
    }
  }

  return { read, size: () => byText.size };
}

/** Whether a sentence is all in capitals. */
function isInCapitals(tokens: readonly Token[]): boolean {
  let capitals = 0;
  for (const { text, lower } of tokens) {
    if (text === lower) {
      const first = lower.charCodeAt(0);
      if ((first >= 97 && first <= 122) || lower !== lower.toUpperCase()) return false;
    } else if (text !== text.toUpperCase()) return false;
    else capitals++;
  }
  return capitals > 2;
}
