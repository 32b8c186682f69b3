/** The quote of a commitment with the words that make it one marked: what binds, by when, how much, on what condition. */
import type { Commitment } from '../../../../model/report.ts';
import { type Content, tag } from '../../../html/markup.ts';

/** What a marked word tells; the names are those of classes. */
type Role = 'cue' | 'due' | 'aim' | 'if';

interface Words {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

/** The quote in pieces. */
export function markedQuote(commitment: Commitment): Content[] {
  const { quote } = commitment.evidence;
  const out: Content[] = [];
  let at = 0;
  for (const { role, from, to } of wordsOf(commitment)) {
    if (from < at) continue;
    out.push(quote.slice(at, from), tag('b', { class: role }, quote.slice(from, to)));
    at = to;
  }
  out.push(quote.slice(at));
  return out;
}

/** In the order of the quote. Those that stand in a stem or heading are not among them. */
function wordsOf({ cue, deadline, targets, conditions, evidence }: Commitment): Words[] {
  const { quote } = evidence;
  const words: Words[] = [];
  const add = (role: Role, text: string, from: number): void => {
    if (from >= 0 && text !== '') words.push({ role, from, to: from + text.length });
  };
  if (cue.start >= evidence.start && cue.end <= evidence.end)
    add('cue', cue.text, nearest(quote, cue.text, cue.start - evidence.start));
  if (deadline !== null && deadline.inheritedFrom === 'sentence')
    add('due', deadline.text, quote.indexOf(deadline.text));
  for (const { text } of targets) add('aim', text, quote.indexOf(text));
  for (const { text } of conditions) add('if', text, quote.indexOf(text));
  return words.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Where some words stand in a text, at or as little as may be before an offset: mark-up can only make offsets greater. */
function nearest(text: string, words: string, offset: number): number {
  const before = text.lastIndexOf(words, offset);
  return before >= 0 ? before : text.indexOf(words);
}
