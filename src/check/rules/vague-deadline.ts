/** vague-deadline: a time that nobody can hold the author to. */
import type { Commitment, TimeRecord } from '../../model/report.ts';
import type { Draft, Examined } from '../draft.ts';
import { isPromise } from './deadline.ts';

/** Commitments whose only times ahead are vague; a time of a stem is told once. */
export function* vagueDeadline({ own, timesBy }: Examined): Generator<Draft> {
  const told = new Set<string>();
  for (const commitment of own) {
    if (commitment.deadline?.end || !isPromise(commitment)) continue;
    const times = timesBy(commitment);
    if (times.some(({ role, vagueness }) => (role === 'deadline' || role === 'recurrence') && vagueness === null))
      continue;
    const time = times.find((its) => isVagueDate(its) && !isOfAnother(its, commitment));
    if (time === undefined || told.has(time.id)) continue;
    told.add(time.id);
    yield { commitment, time, message: `"${withPreposition(time)}" is no date` };
  }
}

/** From now on, and the future as such: nothing by which one is late. */
const NO_END = /^(?:(?:the )?futures?|(?:moving|going) forward)$/i;
/** Years that are not counted: "in the coming years". */
const UNCOUNTED = /^(?:in|over|within) the (?:coming|next)\b/i;

/** Characters from the start of a sentence within which a time is about all of it. */
const NEAR_START = 40;

function isVagueDate(time: TimeRecord): boolean {
  const { role, vagueness, value, text, evidence } = time;
  const words = withPreposition(time);
  if (/^PX/.test(value)) return UNCOUNTED.test(words);
  if (role !== 'vague' || vagueness === null || value !== 'FUTURE_REF' || NO_END.test(text)) return false;
  // Far into a sentence a long term tells how something goes on that is named there, not when all is done.
  const isLong = vagueness === 'medium' || vagueness === 'long' || /^(?:over|during|across)\b/i.test(words);
  if (isLong && evidence.quote.indexOf(words) > NEAR_START) return false;
  return !/^(?:for|from|of)\b/i.test(words);
}

/** Another clause takes over between the promise and the time: "decide which to begin in the near term". */
const TURN = /[;:|]|\b(?:which|that|what|who|whose|whether|because|believed|as (?:it|they|he|she|is|are)|than)\b/i;

/** Whether a time stands in a clause that only hangs on the promise. */
function isOfAnother({ text, evidence }: TimeRecord, { evidence: { quote, start }, cue, stem }: Commitment): boolean {
  if (stem !== null || evidence.start !== start) return false;
  const from = quote.indexOf(cue.text) + cue.text.length;
  const to = quote.indexOf(text, from);
  return cue.text !== '' && to > from && TURN.test(quote.slice(from, to));
}

const BEFORE = /\b(?:in|over|within|at|by|during|for|from|of|until|across)(?: the| our)? $/i;

/** "in due course": the time with the words that lead to it, where the quote has them. */
function withPreposition({ text, evidence: { quote } }: TimeRecord): string {
  const at = quote.indexOf(text);
  const [before = ''] = at < 0 ? [] : (BEFORE.exec(quote.slice(Math.max(0, at - 20), at)) ?? []);
  return before + text;
}
