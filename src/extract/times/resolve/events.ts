/** Places events whose days the text or the user says: "the end of this Parliament", "Phase 2". */
import type { TimeRecord } from '../../../model/report.ts';
import { type Cell, calendarOf, firstDay, lastDay, timexOf } from '../../calendar/cells.ts';
import type { FoundEvent } from '../events/event.ts';
import type { EventTerm } from '../term.ts';
import { anchorOf } from './anchors.ts';
import type { Anchors, Resolution } from './placement.ts';
import { days, NOTHING, precisionOf } from './resolution.ts';

/** The days of an event, or its name alone where they are not known. */
export function placeEvent(term: EventTerm, anchors: Anchors): Resolution {
  const found = anchors.events(term.name);
  const { first, last } = found.days;
  const { length } = found.days;
  const unknown: Resolution =
    length === undefined
      ? { ...NOTHING, anchor: anchorOfEvent(found) }
      : { ...NOTHING, type: 'DURATION', value: length, anchor: anchorOf('document', anchors).anchor };
  if (!first || !last)
    return {
      ...unknown,
      ...(term.isHorizon && !unknown.value && { value: timexOfOne(first ?? last) }),
      ...days(first && firstDay(first, anchors.fiscal), last && lastDay(last, anchors.fiscal)),
    };
  const [from, to] = [timexOf(first), timexOf(last)];
  return {
    ...unknown,
    ...days(firstDay(first, anchors.fiscal), lastDay(last, anchors.fiscal)),
    ...(length === undefined ? { value: from === to ? from : `${from}/${to}` } : {}),
    precision: precisionOf(last.grain),
    calendar: calendarOf(last.grain),
    cell: from === to ? first : null,
  };
}

/** The end of an event that something is counted from: its last day for what comes after, its first for what comes before. */
export function edgeOfEvent(
  term: EventTerm,
  sign: 1 | -1,
  anchors: Anchors,
): { cell: Cell | null; anchor: TimeRecord['anchor'] } {
  const found = anchors.events(term.name);
  const { first, last } = found.days;
  return { cell: sign > 0 ? (last ?? first) : (first ?? last), anchor: anchorOfEvent(found) };
}

const timexOfOne = (cell: Cell | null): string => (cell ? timexOf(cell) : '');

const anchorOfEvent = ({ kind, name }: FoundEvent): TimeRecord['anchor'] => ({ kind, value: name });
