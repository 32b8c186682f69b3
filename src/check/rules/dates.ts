/** unresolved-date and deadline-passed: dates that cannot be placed, and dates that are over. */
import type { Draft, Examined } from '../draft.ts';

/**
 * Deadlines that hang on an event whose day is not known; an event is told once. What lacks no more than the document's own
 * date is told with that.
 */
export function* unresolvedDate({ own, times }: Examined): Generator<Draft> {
  const told = new Set<string>();
  for (const commitment of own) {
    const { deadline } = commitment;
    const time = deadline === null ? undefined : times.get(deadline.timeId);
    if (deadline === null || time === undefined || time.resolved || time.anchor?.kind !== 'event') continue;
    if (!LEADS.test(deadline.text) || NAMED_STEP.test(deadline.text)) continue;
    const event = time.anchor.value ?? time.text;
    // A month or year that comes again has no day of its own: "the month in which the agreement ends".
    if (/^X/.test(event)) continue;
    if (told.has(event.toLowerCase())) continue;
    told.add(event.toLowerCase());
    yield { commitment, time, message: `"${deadline.text}": nothing says when "${event}" is` };
  }
}

/** The words that make a date of an event: its name alone may be that of a thing, such as a stage or a plan. */
const LEADS =
  /^(?:by|within|before|until|after|during|ahead|no later|not later|in time|on|following|upon)\b|\b(?:days?|weeks?|months?|years?) (?:of|after|from|before)\b/i;

/** A step that is worked on, and no day: "focus on Stage 4". */
const NAMED_STEP = /^(?:on|in) (?:stage|phase|step|tier|level)\b/i;

/** Deadlines that were over on the day of `--as-of`. */
export function* deadlinePassed({ own, times, asOf }: Examined): Generator<Draft> {
  if (asOf === null) return;
  for (const commitment of own) {
    const { deadline } = commitment;
    if (deadline === null || deadline.end === null || deadline.end >= asOf) continue;
    const time = times.get(deadline.timeId) ?? null;
    if (time !== null && time.recurrence !== null) continue;
    yield { commitment, time, message: `"${deadline.text}" was over on ${deadline.end}, before ${asOf}` };
  }
}
