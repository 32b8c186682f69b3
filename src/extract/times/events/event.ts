/** Events with their days: as a text tells of them, and as an expression means them. */
import type { EventDays } from './event-days.ts';
import type { Edge } from './event-rules.ts';

/** A date that a text gives to an event. */
export interface Telling {
  /** The name that the event is known by. */
  readonly key: string;
  readonly edge: Edge;
  readonly days: EventDays;
  /** Whether it is the strategy or plan in hand that is spoken of. */
  readonly isOwn: boolean;
}

/** An event as an expression means it. */
export interface FoundEvent {
  readonly days: EventDays;
  /** `flag` where the user said when it is. */
  readonly kind: 'event' | 'flag';
  /** Its name without determiners, as the expression has it. */
  readonly name: string;
}

/** Knows of no event. */
export const noEvents = (said: string): FoundEvent => ({
  days: { first: null, last: null },
  kind: 'event',
  name: said,
});
