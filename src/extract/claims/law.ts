/** Says whether a document is a text of law or a contract, in which "shall" lays duties on others and defines. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { ClauseWords } from './clause-words.ts';

/** The share of its sentences, and how many at least, in which a text of law speaks of itself. */
const SHARE = 0.03;
const FEWEST = 2;

/** Whether a document speaks of itself as an act, order, agreement or the like often enough to be one. */
export function isLaw({ sentences }: Annotated, words: ClauseWords): boolean {
  const found = sentences.filter((sentence) => speaksAsLaw(sentence, words)).length;
  return found >= FEWEST && found >= SHARE * sentences.length;
}

function speaksAsLaw(sentence: Sentence, { law, lawPart }: ClauseWords): boolean {
  const { tokens } = sentence;
  for (let k = law.next(sentence); k >= 0; k = law.next(sentence, k + 1)) {
    if (lawPart.has(tokens[k]?.lower ?? '')) return true;
    const before = tokens[k - 1]?.lower;
    if (before === 'this' || before === 'these') return true;
  }
  return false;
}
