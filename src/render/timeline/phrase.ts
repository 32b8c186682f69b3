/** The words of a time as a reader would say them: `in due course` where the expression itself is "due course". */
import type { TimeRecord } from '../../model/report.ts';

const before =
  /(?:^|[^\p{L}])((?:no later than|in|on|at|by|within|over|for|from|since|until|till|during|before|after|as) )$/iu;
/** What a time is said with. */
type Phrased = Pick<TimeRecord, 'text' | 'span' | 'evidence' | 'anchor'>;

/** Characters between an offset and the event that it is counted from ("within six months of the Act's"). */
const NEAR = 24;

/** The expression with the preposition before it, and with the event after it that it is counted from. */
export function phraseOf({ text, span, evidence, anchor }: Phrased): string {
  const { quote, start } = evidence;
  // The same words may stand there twice; where the quote leaves something out, the first of them has to do.
  const own = span.start - start;
  const at = quote.startsWith(text, own) ? own : quote.indexOf(text);
  if (at < 0) return text;
  const word = before.exec(quote.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  const end = at + text.length;
  const event = anchor?.kind === 'event' ? anchor.value : null;
  const from = event === null || text.includes(event) ? -1 : quote.indexOf(event, end);
  return word + quote.slice(at, from < 0 || from > end + NEAR ? end : from + (event ?? '').length);
}
