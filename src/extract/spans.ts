/** The spans that rules may ask for by kind, laid over a token sequence. */
import { Tag } from '../annotate/tags.ts';
import type { Token } from '../model/annotated.ts';
import type { Spans } from '../rules/matcher.ts';
import type { SpansOf } from './claims/find.ts';
import type { Sequence } from './claims/sequence.ts';
import type { TimeFinding } from './times/find.ts';

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

/** Spans of kind `time` (with preposition), `timex` (without) and `np`. */
export function spansFor(times: readonly TimeFinding[]): SpansOf {
  const bySentence = timesBySentence(times);
  return (sequence) => {
    const time = new Map<number, number>();
    const timex = new Map<number, number>();
    const place = (finding: TimeFinding, shift: number) => {
      time.set(Math.max(0, finding.wideFrom + shift), finding.to + shift);
      timex.set(Math.max(0, finding.from + shift), finding.to + shift);
    };
    if (sequence.stem)
      for (const finding of bySentence.get(sequence.stem.index) ?? [])
        if (finding.to > sequence.stemFrom && finding.to - sequence.stemFrom <= sequence.borrowed)
          place(finding, -sequence.stemFrom);
    for (const finding of bySentence.get(sequence.sentence.index) ?? []) place(finding, sequence.borrowed);
    return new Map<string, ReadonlyMap<number, number>>([
      ['time', time],
      ['timex', timex],
      ['np', nounPhrases(sequence)],
    ]);
  };
}

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
function nounPhrases({ tokens }: Sequence): Spans extends ReadonlyMap<string, infer Ends> ? Ends : never {
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
