/** The spans that rules may ask for by kind, laid over a token sequence. */
import { Tag } from '../annotate/tags.ts';
import type { Sentence, Token } from '../model/annotated.ts';
import type { SpanEnds, Spans } from '../rules/matcher.ts';
import type { SpansOf } from './claims/match.ts';
import type { TimeFinding } from './times/finding.ts';

/** Token ranges of the times of each sentence, with their governing words, by sentence index. */
export function timesBySentence(times: readonly TimeFinding[]): ReadonlyMap<number, readonly TimeFinding[]> {
  const found = new Map<number, TimeFinding[]>();
  for (const time of times) {
    const list = found.get(time.sentence) ?? [];
    list.push(time);
    found.set(time.sentence, list);
  }
  return found;
}

const VERBAL = Tag.be | Tag.past | Tag.modal;

/**
 * The first token of a time with its preposition ("by 2029"): its cue without the verbs that some cues hold ("due to be
 * completed in 2029").
 */
export function withPreposition(finding: TimeFinding, tokens: readonly Token[]): number {
  let from = finding.from;
  while (from > finding.wideFrom && ((tokens[from - 1]?.tags ?? 0) & VERBAL) === 0) from--;
  return from;
}

const NONE: readonly TimeFinding[] = [];
const NO_SPANS: SpanEnds = new Map();

/** Spans of kind `time` (with preposition), `timex` (without), `np` and `between`. */
export function spansFor(times: readonly TimeFinding[]): SpansOf {
  const bySentence = timesBySentence(times);
  const found = (sentence: Sentence | null) => (sentence && bySentence.get(sentence.index)) ?? NONE;
  return (sequence) => {
    const own = found(sequence.sentence);
    const borrowed = found(sequence.stem);
    if (own.length + borrowed.length === 0) return new SpansOfSequence(sequence.tokens, NO_SPANS, NO_SPANS);
    const time = new Map<number, number>();
    const timex = new Map<number, number>();
    const place = (finding: TimeFinding, shift: number, host: Sentence) => {
      time.set(Math.max(0, withPreposition(finding, host.tokens) + shift), finding.to + shift);
      timex.set(Math.max(0, finding.from + shift), finding.to + shift);
    };
    if (sequence.stem)
      for (const finding of borrowed)
        if (finding.to > sequence.stemFrom && finding.to - sequence.stemFrom <= sequence.borrowed)
          place(finding, -sequence.stemFrom, sequence.stem);
    for (const finding of own) place(finding, sequence.borrowed, sequence.sentence);
    return new SpansOfSequence(sequence.tokens, time, timex);
  };
}

/** The spans of one sequence; those that few rules ask for are found when they are asked for. */
class SpansOfSequence implements Spans {
  readonly #tokens: readonly Token[];
  readonly #time: SpanEnds;
  readonly #timex: SpanEnds;
  #phrases: SpanEnds | null = null;
  #between: SpanEnds | null = null;

  constructor(tokens: readonly Token[], time: SpanEnds, timex: SpanEnds) {
    this.#tokens = tokens;
    this.#time = time;
    this.#timex = timex;
  }

  get(kind: string): SpanEnds | undefined {
    switch (kind) {
      case 'time':
        return this.#time;
      case 'timex':
        return this.#timex;
      case 'np':
        this.#phrases ??= nounPhrases(this.#tokens);
        return this.#phrases;
      case 'between':
        this.#between ??= new Insertions(this.#tokens, this.#time);
        return this.#between;
      default:
        return undefined;
    }
  }
}

/** Longest insertion between a modal and its verb, in words. */
const LONGEST_INSERTION = 14;
const VERB = Tag.base | Tag.be | Tag.have | Tag.do;

/**
 * What may stand between a modal and its verb: adverbs, negation, times, and insertions between commas, one after the
 * other. Looked for where it is asked for: the words behind a cue.
 */
class Insertions implements SpanEnds {
  readonly #tokens: readonly Token[];
  readonly #times: SpanEnds;
  readonly #ends = new Map<number, number>();

  constructor(tokens: readonly Token[], times: SpanEnds) {
    this.#tokens = tokens;
    this.#times = times;
  }

  get(from: number): number | undefined {
    let end = this.#ends.get(from) ?? from;
    if (end === from) {
      for (let next = insertionAt(this.#tokens, end, this.#times); next > end; ) {
        end = next;
        next = this.#ends.get(end) ?? insertionAt(this.#tokens, end, this.#times);
      }
      if (end > from) this.#ends.set(from, end);
    }
    return end > from ? end : undefined;
  }

  has(from: number): boolean {
    return this.get(from) !== undefined;
  }

  *[Symbol.iterator](): MapIterator<[number, number]> {
    for (let from = 0; from < this.#tokens.length; from++) {
      const end = this.get(from);
      if (end !== undefined) yield [from, end];
    }
  }

  *keys(): MapIterator<number> {
    for (const [from] of this) yield from;
  }

  get size(): number {
    return [...this].length;
  }
}

/** One past the insertion that begins at `i`, or `i`. */
function insertionAt(tokens: readonly Token[], i: number, times: SpanEnds): number {
  const token = tokens[i];
  if (!token) return i;
  if (token.tags & (Tag.adverb | Tag.negation) && !(token.tags & Tag.verbal)) return i + 1;
  const time = times.get(i);
  if (time !== undefined && isVerb(tokens[time])) return time;
  const isComma = token.text === ',' || token.text === '–' || token.text === '(';
  if (!isComma && !(token.tags & Tag.preposition)) return i;
  const close = token.text === '(' ? ')' : token.text;
  for (let k = i + 2; k < Math.min(tokens.length, i + LONGEST_INSERTION); k++) {
    const other = tokens[k];
    if (!other || other.text === ';') return i;
    if (isComma && other.text === close) return isVerb(tokens[k + 1]) ? k + 1 : i;
    // "will in future publish", "will through the fund support"
    if (!isComma && k <= i + 4 && other.tags & Tag.verbal) return k;
    if (!isComma && other.tags & (Tag.punctuation | Tag.preposition | Tag.modal)) return i;
  }
  return i;
}

const isVerb = (token: Token | undefined): boolean => token !== undefined && (token.tags & (VERB | Tag.adverb)) !== 0;

const OPENS = Tag.determiner | Tag.number | Tag.capital;
const ENDS =
  Tag.preposition |
  Tag.modal |
  Tag.be |
  Tag.have |
  Tag.do |
  Tag.punctuation |
  Tag.conjunction |
  Tag.subordinator |
  Tag.wh |
  Tag.pronoun;

/** Simple noun phrases: from a determiner, number, capital or noun-like word up to the next function word. */
function nounPhrases(tokens: readonly Token[]): SpanEnds {
  const phrases = new Map<number, number>();
  for (let i = 0; i < tokens.length; i++) {
    if (!opens(tokens[i])) continue;
    let to = i + 1;
    while (to < tokens.length && to - i < 10 && !ends(tokens[to])) to++;
    phrases.set(i, to);
  }
  return phrases;
}

const opens = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tags & OPENS) !== 0 || (token.tags & (ENDS | Tag.adverb | Tag.base | Tag.negation)) === 0);
const ends = (token: Token | undefined): boolean =>
  token === undefined || ((token.tags & ENDS) !== 0 && !(token.tags & Tag.determiner && token.tags & Tag.capital));
