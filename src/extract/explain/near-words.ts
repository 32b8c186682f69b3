/** Says in a sentence what the nearest rules of a sentence lack. */
import type { Sentence } from '../../model/annotated.ts';
import type { ExplainedNear } from '../../model/explanation.ts';
import type { Lists } from '../../rules/lists.ts';
import type { Missing, Near, Veto } from '../../rules/nearest.ts';
import { elementWords } from '../../rules/pattern-words.ts';
import { alone } from '../claims/sequence.ts';
import { wordsOf } from './words.ts';

/** A near rule, in words. */
export function explainNear({ rule, matched, missing, veto }: Near, sentence: Sentence, lists: Lists): ExplainedNear {
  const textOf = (from: number, to: number): string => wordsOf(alone(sentence), from, to);
  const run = matched.map(({ element, range: [from, to] }) => ({
    needs: elementWords(element, lists),
    finds: textOf(from, to),
  }));
  const told = { rule: rule.key, description: rule.description, matched: run };
  if (missing) return { ...told, ...lacking(missing, sentence, lists, textOf) };
  return { ...told, lacks: null, because: veto ? vetoWords(veto, textOf) : 'all of its words stand there' };
}

type TextOf = (from: number, to: number) => string;

function lacking(
  { element, side, beside, within, elsewhere }: Missing,
  { tokens }: Sentence,
  lists: Lists,
  textOf: TextOf,
): Pick<ExplainedNear, 'lacks' | 'because'> {
  const needs = elementWords(element, lists);
  const word = textOf(beside, beside + 1);
  const next = tokens[side === 'after' ? beside + 1 : beside - 1];
  const finds = next?.text ?? null;
  const room = within === 0 ? '' : within === 1 ? 'at most a word ' : `at most ${within} words `;
  const stands = elsewhere
    ? `"${textOf(...elsewhere)}" stands too far off, or in another clause`
    : finds === null
      ? `the sentence ${side === 'after' ? 'ends' : 'begins'} there`
      : within > 0
        ? 'absent'
        : `"${finds}" stands there`;
  return {
    lacks: { needs, side, beside: word, finds },
    because: `needs ${needs} ${room}${side} "${word}"; ${stands}`,
  };
}

function vetoWords({ how, pattern, range }: Veto, textOf: TextOf): string {
  const words = range ? textOf(...range) : '';
  switch (how) {
    case 'except':
      return `forbidden by "${words}" (except: ${pattern})`;
    case 'unless':
      return `forbidden by "${words}" in the sentence (unless: ${pattern})`;
    case 'with':
      return `holds only in sentences with: ${pattern}`;
  }
}
