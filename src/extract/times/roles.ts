/** What a time is for what is said of it: a deadline, a start, a period …, and the interval that follows from that. */
import { dayOf, isoDay } from '../../model/days.ts';
import type { TimeRecord } from '../../model/report.ts';
import { type Cell, type FiscalStart, firstDay, lastDay } from '../calendar/cells.ts';
import type { Item } from './item.ts';
import type { Resolution } from './resolve/placement.ts';
import type { Term } from './term.ts';

export type Decision = Pick<TimeRecord, 'role' | 'relation' | 'vagueness' | 'start' | 'end'>;

/** The role and relation of a placed expression, and its interval as they narrow or open it. */
export function decide(item: Item, resolution: Resolution, document: Cell | null, fiscal: FiscalStart): Decision {
  const { rule, term } = item;
  // "within the last year" looks back: no deadline.
  const cue = item.cue?.rule.relation === 'within' && term.kind === 'duration' && term.sign === -1 ? null : item.cue;
  const relation = cue?.rule.relation ?? rule.relation ?? plainRelation(term);
  const vagueness = rule.vagueness;
  const isFixed = rule.role === 'recurrence' || rule.role === 'vague';
  const { start, end } = resolution;
  const cued = (isFixed ? rule.role : (cue?.rule.role ?? rule.role)) ?? plainRole(term);
  // What was to be done by a day that is over, or began on one, is told and neither due nor to come.
  const isOver = cue !== null && !cue.rule.staysWhenOver && (isPast(resolution, document, fiscal) || isBygone(item));
  const role = isOver && (cued === 'deadline' || cued === 'start') ? 'point' : cued;
  if (isOver && role === 'point') return { role, relation, vagueness, start, end };
  const isPart = term.kind === 'date' && (term.part === 'end' || term.part === 'late');
  const decided = { role, relation, vagueness };
  switch (term.kind === 'range' ? null : relation) {
    case 'by':
    case 'until':
      return { ...decided, start: role === 'deadline' ? null : start, end };
    case 'before':
      return { ...decided, start: null, end: start === null || isPart ? end : dayBefore(start) };
    case 'from':
      if (cue?.rule.by === -1)
        return { ...decided, start, end: start === null || !document ? null : today(document, fiscal, start) };
      return { ...decided, start, end: role === 'start' ? null : end };
    case 'after':
      return role === 'start' ? { ...decided, start: end, end: null } : { ...decided, start, end };
    case 'within':
      return { ...decided, start: role === 'deadline' ? null : start, end };
    default:
      return { ...decided, start, end };
  }
}

/** Whether the expression's last day lies before the document's first. */
function isPast({ end, start }: Resolution, document: Cell | null, fiscal: FiscalStart): boolean {
  const last = end ?? start;
  if (!document || last === null) return false;
  const first = isoDay(firstDay(document, fiscal));
  return first !== null && last < first;
}

/** Whether a rule knows that its event is over: it is a point to all who speak of it. */
const isBygone = ({ term, rule }: Item): boolean => term.kind === 'event' && rule.role === 'point';

function today(document: Cell, fiscal: FiscalStart, start: string): string | null {
  const day = document.grain === 'day' ? firstDay(document, fiscal) : lastDay(document, fiscal);
  const iso = isoDay(day);
  return iso !== null && iso >= start ? iso : null;
}

function dayBefore(iso: string): string | null {
  return isoDay(dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))) - 1);
}

function plainRelation(term: Term): TimeRecord['relation'] {
  return term.kind === 'set' ? 'every' : null;
}

function plainRole(term: Term): TimeRecord['role'] {
  switch (term.kind) {
    case 'set':
      return 'recurrence';
    case 'duration':
      return 'period';
    case 'range':
      return 'period';
    case 'reference':
      return 'vague';
    default:
      return 'point';
  }
}
