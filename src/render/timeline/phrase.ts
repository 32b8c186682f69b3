/** The words of a time as a reader would say them: `in due course` where the expression itself is "due course". */
import type { TimeRecord } from '../../model/report.ts';

const before =
  /(?:^|[^\p{L}])((?:no later than|in|on|at|by|within|over|for|from|since|until|till|during|before|after|as) )$/iu;

/** The expression with the preposition that stands before it in its sentence, where one does. */
export function phraseOf({ text, evidence }: Pick<TimeRecord, 'text' | 'evidence'>): string {
  const at = evidence.quote.indexOf(text);
  if (at < 0) return text;
  const word = before.exec(evidence.quote.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  return word + text;
}
