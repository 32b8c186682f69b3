/** What an expression is counted from: the document's date, the date last told of, or an event. */

import type { TimeRecord } from '../../../model/report.ts';
import { type Cell, type Grain, isFiner, timexOf } from '../../calendar/cells.ts';
import { lastQuarter } from '../results.ts';
import type { From } from '../term.ts';
import type { Anchors, Resolution } from './placement.ts';

/** A cell to count from, or null where there is none, and its name for the report. */
export interface Start {
  readonly cell: Cell | null;
  readonly anchor: TimeRecord['anchor'];
}

/**
 * Where counting begins.
 * @param grain what is counted: of the dates last told of, the last one that is fine enough for it is taken
 */
export function anchorOf(from: From, anchors: Anchors, grain: Grain = 'millennium'): Start {
  if (from === 'results') {
    const { quarter, document, fiscal } = anchors;
    const cell = quarter ?? (document && lastQuarter(document, fiscal));
    return { cell, anchor: { kind: quarter ? 'narrative' : 'document', value: cell && timexOf(cell) } };
  }
  const isSet = from === 'setting' || (from === 'story' && anchors.document !== null);
  const looksBack = from === 'narrative' || (isSet && anchors.isNarrative);
  const usesNarrative = looksBack && anchors.narrative !== null;
  const told =
    anchors.mentions.find((mention) =>
      grain === 'quarter' ? mention.grain === grain : !isFiner(grain, mention.grain),
    ) ??
    anchors.mentions.find((mention) => !isFiner(grain, mention.grain)) ??
    anchors.narrative;
  const cell = usesNarrative
    ? told && isFiner(grain, told.grain) && !anchors.isNarrative
      ? anchors.document
      : told
    : anchors.document;
  return {
    cell,
    anchor: { kind: usesNarrative ? 'narrative' : 'document', value: cell && timexOf(cell) },
  };
}

/** Counting from another expression. */
export function eventAnchor(resolution: Resolution): Start {
  return { cell: resolution.cell, anchor: { kind: 'event', value: resolution.value } };
}
