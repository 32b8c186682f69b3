/** Whether a claim's verb stands where it binds nobody: in a question, a condition, a comparison, an expectation. */
import { type Place, placeOf } from '../../annotate/chains.ts';
import { isNounHere } from '../../annotate/context.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Frame, Token } from '../../model/annotated.ts';
import type { ClauseWords } from './clause-words.ts';
import type { Subject } from './subject.ts';

/** Openers of clauses that assert what they tell beside the main clause: "although we will", "while we will". */
const CONCESSIVE = new Set(['although', 'though', 'whereas', 'whilst']);

/**
 * @param frame what the clause stands in
 * @param subject its subject; what the speaker itself will do is asserted even in the looser of these clauses
 */
export function isSubordinate(tokens: readonly Token[], frame: Frame, subject: Subject, words: ClauseWords): boolean {
  const isOwn = subject.kind === 'own' || subject.kind === 'none';
  switch (frame.kind) {
    case 'conditional':
    case 'interrogative':
    case 'comparison':
      return true;
    case 'circumstance':
      return !CONCESSIVE.has(tokens[frame.opener]?.lower ?? '');
    case 'purpose':
      // "so that we can" is a purpose; "so we will" a result.
      return !isOwn || tokens[frame.opener + 1]?.lower === 'that';
    case 'reported': {
      if (!words.expecting.has(tokens[frame.by]?.lower ?? '')) return false;
      return !isOwn || tokens[subject.from - 1]?.lower === 'that';
    }
    case 'main':
    case 'relative':
    case 'quoted':
      return false;
  }
}

/** How far into a sentence the verb of a definition is looked for, in words. */
const NEAR_TERM = 16;

/** Whether a sentence says what a term in quotation marks means: what its clauses tell of the thing, they do not promise. */
export function isDefinition(tokens: readonly Token[], cue: number): boolean {
  let quotes = 0;
  for (let k = 0; k < Math.min(cue, NEAR_TERM); k++) {
    const token = tokens[k];
    if (!token) return false;
    if (QUOTES.has(token.text)) quotes++;
    else if (quotes > 1 && (token.lower === 'means' || (token.lower === 'refers' && tokens[k + 1]?.lower === 'to')))
      return true;
  }
  return false;
}

const QUOTES = new Set(['"', '“', '”', '‘', '’', "'", '«', '»']);

/** Modals below which a verb keeps its force: "will plan to", "shall aim to". */
const FIRM = new Set(['will', "'ll", 'wil', 'wo', 'shall', 'sha']);

/** Whether a cue stands below a modal of possibility or duty, whose own force is that of the chain: "can expect to". */
export function isBelowModal(tokens: readonly Token[], cue: number, { chain }: Place): boolean {
  return chain !== null && chain.modal >= 0 && chain.modal < cue && !FIRM.has(tokens[chain.modal]?.lower ?? '');
}

/** Forms of a word that can be a noun or a participle as well. */
const OPEN_FORMS = Tag.base | Tag.third | Tag.past;
const SURE = Tag.modal | Tag.be | Tag.have | Tag.do;

/**
 * Whether a cue that can be a verb is one in its context: no "aim" after "the", no "plans" after the verb that it is the
 * object of, no "seeking" that describes the noun before it.
 */
export function isVerb(tokens: readonly Token[], cue: number, { chain }: Place): boolean {
  const token = tokens[cue];
  if (!token || chain || token.tags & SURE) return true;
  const before = tokens[cue - 1];
  if (token.tags & Tag.ing) return !before || (before.tags & Tag.punctuation) !== 0;
  if (!(token.tags & OPEN_FORMS)) return true;
  return !isNounHere(tokens, cue) && !(before && placeOf(tokens, cue - 1).chain);
}
