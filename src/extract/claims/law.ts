/** Says whether a document is a text of law or a contract, in which "shall" lays duties on others and defines. */
import { WordFinder } from '../../annotate/word-finder.ts';
import type { Annotated, Sentence } from '../../model/annotated.ts';

/** What a text of law or a contract calls itself, after "this" or "these". */
const SELF = new Set(
  'act bill order ordinance regulation regulations rules decree statute proclamation by-laws bylaws agreement contract lease licence license addendum terms clauses'.split(
    ' ',
  ),
);
/** What only a text of law refers to. */
const PARTS = new Set('subsection subsections sub-section subregulation subparagraph subarticle'.split(' '));
/** The share of its sentences, and how many at least, in which a text of law speaks of itself. */
const SHARE = 0.03;
const FEWEST = 2;

/** Whether a document speaks of itself as an act, order, agreement or the like often enough to be one. */
export function isLaw({ sentences }: Annotated): boolean {
  const found = sentences.filter(speaksAsLaw).length;
  return found >= FEWEST && found >= SHARE * sentences.length;
}

const TELLING = new WordFinder(new Set([...SELF, ...PARTS]));

function speaksAsLaw(sentence: Sentence): boolean {
  const { tokens } = sentence;
  for (let k = TELLING.next(sentence); k >= 0; k = TELLING.next(sentence, k + 1)) {
    if (PARTS.has(tokens[k]?.lower ?? '')) return true;
    const before = tokens[k - 1]?.lower;
    if (before === 'this' || before === 'these') return true;
  }
  return false;
}
