/** What a row of the plan is about, in words. */
import { harmless } from '../harmless.ts';
import type { ScreenOptions } from '../screen.ts';
import { sign } from '../screen.ts';
import { what, who } from '../undertaking.ts';
import { phraseOf } from './phrase.ts';
import type { PlanItem, PlanRow } from './row.ts';

/** Characters of a sentence that a list shows; `--all` shows the whole. */
const SHOWN = 100;

/** `We: publish a joint workforce plan`, or what kind of statement it is and its words. */
export function itemWords(item: PlanItem, row: Pick<PlanRow, 'times'>, publisher: string | null, screen: Look): string {
  const { commitment } = item;
  if (commitment !== null) return `${who(commitment, publisher)}: ${what(commitment)}`;
  return `${item.kind}: ${excerpt(item.evidence.quote, row, screen)}`;
}

/** Of a time that nothing hangs on: the sentence around it, or its words and how often they are said. */
export function mentionWords({ times, isOwnDate }: PlanRow, screen: Look): string {
  const [time] = times;
  if (isOwnDate) return 'document date';
  const more = times.length > 1 ? ` (${times.length} times)` : '';
  return excerpt(time.evidence.quote, { times }, screen) + more;
}

type Look = Pick<ScreenOptions, 'ascii'>;

/** The sentence in quotes; of a long one what stands around the time, with the sign of omission where words are left out. */
function excerpt(quote: string, { times: [time] }: Pick<PlanRow, 'times'>, screen: Look): string {
  if (quote.length <= SHOWN) return `"${harmless(quote)}"`;
  const phrase = phraseOf(time);
  const at = quote.indexOf(phrase);
  // The evidence of an item under a stem does not hold the words of the stem.
  const around = Math.max(at, 0);
  const end = Math.min(quote.length, Math.max(around + phrase.length + 25, SHOWN));
  const start = Math.max(0, Math.min(around, end - SHOWN));
  const from = start === 0 ? 0 : quote.indexOf(' ', start) + 1;
  const last = quote.lastIndexOf(' ', end);
  const to = end === quote.length ? end : Math.max(last, around + phrase.length);
  const omitted = sign('ellipsis', screen);
  const cut = quote.slice(Math.min(from, around), to).trim();
  return `"${from > 0 ? `${omitted} ` : ''}${harmless(cut)}${to < quote.length ? ` ${omitted}` : ''}"`;
}
