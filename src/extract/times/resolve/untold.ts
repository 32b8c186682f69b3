/** The anchors of a text that has told nothing yet: its own date alone. */
import type { Cell, FiscalStart } from '../../calendar/cells.ts';
import { noEvents } from '../events/event.ts';
import type { Anchors } from './placement.ts';

/** What expressions are placed by where nothing but the document's date is known. */
export const untold = (document: Cell | null, fiscal: FiscalStart): Anchors => ({
  document,
  narrative: null,
  mentions: [],
  quarter: null,
  isNarrative: false,
  isSure: false,
  direction: 'near',
  year: null,
  fiscal,
  events: noEvents,
});
