/** Terms → values: places a time expression in the calendar, as far as it and its anchors allow. */

import type { Term } from '../term.ts';
import { place } from './dates.ts';
import { placeEvent } from './events.ts';
import { resolveLength } from './lengths.ts';
import { placeOffset } from './offsets.ts';
import type { Anchors, Resolution } from './placement.ts';
import { firstEnd, joined, laterEnd } from './ranges.ts';
import { dated, NOTHING } from './resolution.ts';
import { recurrence } from './sets.ts';
import { yearBefore } from './year-before.ts';

/**
 * Places a term; the terms in it are placed first. Never throws; what cannot be placed has `resolved: false` and no
 * days.
 */
export function resolve(term: Term, anchors: Anchors): Resolution {
  switch (term.kind) {
    case 'date': {
      const placed = place(term, term.within ? resolve(term.within, anchors) : null, anchors);
      const resolution = dated(placed, term.time);
      const isWhole = term.label !== undefined && placed.cell?.grain === 'fiscal-year';
      return isWhole ? { ...resolution, value: String(term.label) } : resolution;
    }
    case 'offset': {
      const event = typeof term.from === 'string' || term.from.kind === 'event' ? null : resolve(term.from, anchors);
      return dated(placeOffset(term, event, anchors), undefined);
    }
    case 'duration':
      return resolveLength(term, term.within ? resolve(term.within, anchors) : null, anchors);
    case 'range': {
      const last = resolve(term.last, anchors);
      const first = resolve(firstEnd(term, last, anchors), anchors);
      const later = laterEnd(term, first, last, anchors);
      return joined(first, later ? resolve(later, anchors) : last);
    }
    case 'set':
      return recurrence(term);
    case 'reference': {
      const isLength = term.value.startsWith('P') && !term.value.endsWith('_REF');
      // `XXXX-XX-XXTNI`: a time of whatever day.
      const isTime = term.value.startsWith('XXXX-XX-XXT');
      return { ...NOTHING, type: isLength ? 'DURATION' : isTime ? 'TIME' : 'DATE', value: term.value };
    }
    case 'year-before':
      return yearBefore(term, resolve(term.end, anchors), anchors);
    case 'event':
      return placeEvent(term, anchors);
    case 'amount':
      return NOTHING;
  }
}
