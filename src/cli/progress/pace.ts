/** How fast a run goes, and how long it will take. */

/** The pace up to a moment. */
export interface Pace {
  /** Milliseconds. */
  readonly at: number;
  /** How much of the work was done by then, 0 to 1. */
  readonly share: number;
  /** What was done, and the seconds that it took: those long past count for less. */
  readonly done: number;
  readonly took: number;
}

/** Milliseconds that are looked at together: a single file says little. */
const SPAN = 1000;
/** Milliseconds after which what was counts for a third. */
const MEMORY = 10_000;
/** Before that it is too early to say how long the rest takes: milliseconds, and a share of the work. */
const EARLY = 4000;
const LITTLE = 0.02;
/** Seconds that are not worth saying. */
const MOMENT = 3;

/** Nothing is done yet. */
export const paceFrom = (at: number): Pace => ({ at, share: 0, done: 0, took: 0 });

/** The pace with what was done since, smoothed: recent seconds count for more. */
export function paced(pace: Pace, now: number, share: number): Pace {
  const took = now - pace.at;
  if (took < SPAN) return pace;
  const kept = Math.exp(-took / MEMORY);
  const done = kept * pace.done + Math.max(0, share - pace.share);
  return { at: now, share, done, took: kept * pace.took + took / 1000 };
}

/**
 * Seconds that are left.
 * @param elapsed milliseconds since the work began
 * @returns null where that cannot be told yet, or is not worth saying
 */
export function secondsLeft({ done, took }: Pace, share: number, elapsed: number): number | null {
  if (done <= 0 || elapsed < EARLY || share < LITTLE) return null;
  const seconds = ((1 - share) * took) / done;
  return seconds < MOMENT || seconds > 99 * 3600 ? null : seconds;
}
