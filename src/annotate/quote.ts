/** Text that stands in no document → words that patterns can be matched against. */
import type { Words } from '../model/annotated.ts';
import { numberClauses } from './clauses.ts';
import { tagVerbsAfterModals } from './context.ts';
import { numbered, tokenise } from './tokens.ts';

/** The words of a quote, as one sentence; their offsets are into it. */
export function wordsOfQuote(text: string): Words {
  const tokens = tokenise({ text, pieces: [], start: 0 });
  numberClauses(tokens, 0, tokens.length);
  tagVerbsAfterModals(tokens, 0, tokens.length);
  return numbered(tokens);
}
