/** The word lists of `packs/en/clause.yaml`: what tells of a clause what it is to the words around it. */
import { lemma } from '../../annotate/lexicon.ts';
import { WordFinder } from '../../annotate/word-finder.ts';
import type { PackFile } from '../../rules/pack.ts';

/** Word lists by what they tell; `has` takes a word in lower case as it is written. */
export interface ClauseWords {
  readonly expecting: WordList;
  readonly reporting: WordList;
  readonly leading: WordList;
  readonly complete: WordList;
  readonly placeholder: WordList;
  readonly dating: WordList;
  readonly office: WordList;
  readonly issuing: WordFinder;
  readonly paper: WordList;
  readonly speaking: WordList;
  readonly addressing: WordList;
  readonly part: WordList;
  readonly label: WordList;
  readonly describing: WordList;
  readonly power: WordList;
  readonly referring: WordList;
  readonly measuring: WordList;
  readonly requiring: WordList;
  readonly lawPart: WordList;
  /** The words of `law-self` and of `law-part`. */
  readonly law: WordFinder;
}

/** Whether a word, its base form or its singular is in a list. */
export interface WordList {
  readonly has: (lower: string) => boolean;
}

/** Reads the lists of the pack named `clause`; a list that it lacks holds nothing. */
export function clauseWords(files: readonly PackFile[]): ClauseWords {
  const lists = files.find((file) => file.pack === 'clause')?.lists ?? {};
  return {
    expecting: inflected(lists.expecting),
    reporting: inflected(lists.reporting),
    leading: new Set(lists.leading),
    complete: new Set(lists.complete),
    placeholder: inflected(lists.placeholder),
    dating: inflected(lists.dating),
    office: new Set(lists.office),
    issuing: new WordFinder(new Set(lists.issuing)),
    paper: new Set(lists.paper),
    speaking: new Set(lists.speaking),
    addressing: new Set(lists.addressing),
    part: new Set(lists.part),
    label: new Set(lists.label),
    describing: new Set(lists.describing),
    power: new Set(lists.power),
    referring: new Set(lists.referring),
    measuring: new Set(lists.measuring),
    requiring: new Set(lists.requiring),
    lawPart: new Set(lists['law-part']),
    law: new WordFinder(new Set([...(lists['law-self'] ?? []), ...(lists['law-part'] ?? [])])),
  };
}

function inflected(list: readonly string[] = []): WordList {
  const words = new Set(list);
  return {
    has: (lower) => words.has(lower) || words.has(lemma(lower)) || (lower.endsWith('s') && words.has(singular(lower))),
  };
}

const singular = (word: string): string => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1));
