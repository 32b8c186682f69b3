/** Says what an element of a pattern asks for, in words that need no knowledge of the pattern language. */
import type { Lists } from './lists.ts';
import type { Pattern } from './pattern.ts';

/** Words of a list that are named; more are counted. */
const NAMED = 4;

const KINDS: Readonly<Record<string, string>> = {
  base: 'a verb in its base form',
  third: 'a verb in the third person',
  ing: 'a verb in -ing',
  past: 'a past participle',
  verbal: 'a verb',
  modal: 'a modal verb',
  be: 'a form of "be"',
  have: 'a form of "have"',
  do: 'a form of "do"',
  negation: 'a negation',
  adverb: 'an adverb',
  determiner: 'an article or the like',
  pronoun: 'a pronoun',
  preposition: 'a preposition',
  conjunction: '"and" or the like',
  subordinator: 'a word that opens a clause',
  wh: 'a question word',
  number: 'a number',
  punctuation: 'a punctuation mark',
  capital: 'a word with a capital',
  upper: 'a word in capitals',
  time: 'a date or length of time',
  timex: 'a date or length of time',
  np: 'a noun phrase',
  between: 'an adverb or insertion',
};

/** What an element asks for: `"commitment", "pledge" or 4 others`, `a verb in its base form`. */
export function elementWords(pattern: Pattern, lists: Lists): string {
  const words: string[] = [];
  const kinds: string[] = [];
  collect(pattern, lists, words, kinds);
  const unique = [...new Set(words)];
  const named = unique.slice(0, unique.length <= NAMED + 1 ? unique.length : NAMED).map((word) => `"${word}"`);
  const left = unique.length - named.length;
  return oneOf([...named, ...(left > 0 ? [`one of ${left} other words`] : []), ...new Set(kinds)]);
}

/** `a`, `a or b`, `a, b or c`. */
function oneOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? 'anything';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} or ${last}`;
}

/** The words and the kinds of words that can stand for a pattern; of a sequence its whole spelling. */
function collect(pattern: Pattern, lists: Lists, words: string[], kinds: string[]): void {
  switch (pattern.kind) {
    case 'word':
      words.push(spelled(pattern));
      return;
    case 'list':
      for (const member of lists(pattern.name)) collect(member, lists, words, kinds);
      return;
    case 'span':
      kinds.push(KINDS[pattern.name] ?? `a ${pattern.name.replaceAll('-', ' ')}`);
      return;
    case 'edge':
      kinds.push(pattern.edge === 'start' ? 'the beginning of the sentence' : 'the end of the sentence');
      return;
    case 'gap':
      kinds.push(pattern.most === 1 ? 'at most a word' : `at most ${pattern.most} words`);
      return;
    case 'optional':
    case 'capture':
      collect(pattern.inner, lists, words, kinds);
      return;
    case 'choice':
      for (const option of pattern.options) collect(option, lists, words, kinds);
      return;
    case 'sequence':
      if (pattern.parts.every((part) => part.kind === 'word'))
        words.push(pattern.parts.map((part) => (part.kind === 'word' ? spelled(part) : '')).join(' '));
      else
        kinds.push(
          pattern.parts
            .filter(isTold)
            .map((part) => elementWords(part, lists))
            .join(' and then '),
        );
  }
}

const isTold = (part: Pattern): boolean => part.kind !== 'optional' && part.kind !== 'gap';

const spelled = ({ word, stem }: Extract<Pattern, { kind: 'word' }>): string => (stem ? `${word}…` : word);
