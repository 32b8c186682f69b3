/** Timelines made by hand, for tests of their formats that need no analysis. */
import type { ReportPart } from '../src/model/part.ts';
import type { Report, TimeRecord } from '../src/model/report.ts';
import { reportOf } from './reports.ts';

/** A time expression to be put into a report. */
export interface DatedSaid extends Partial<Omit<TimeRecord, 'evidence'>> {
  readonly text: string;
  readonly quote: string;
  /** What is undertaken by then, if anything. */
  readonly due?: string | undefined;
}

/** A report of one document with these times, in the order of the document. */
export function dated(times: readonly DatedSaid[], about: Partial<Report['documents'][number]> = {}): Report {
  const report = reportOf(
    times.map(({ quote, due, text, end = null, precision = null }, index) => ({
      quote,
      makes:
        due === undefined
          ? []
          : [{ action: due, due: { timeId: `t-${index + 1}`, text: `by ${text}`, end, precision } }],
    })),
    about,
  );
  const all = reportOf(
    times.map(({ quote }) => ({ quote })),
    about,
  );
  const timeline = times.map(({ quote: _, due: __, ...time }, index): TimeRecord => {
    const evidence = all.commitments[index]?.evidence;
    if (evidence === undefined) throw new Error('every sentence has its evidence');
    const { start = null, end = null, text } = time;
    const at = evidence.start + Math.max(0, evidence.quote.indexOf(text));
    return timeRecord({
      ...time,
      id: `t-${index + 1}`,
      ref: `T${index + 1}`,
      span: { start: at, end: at + text.length },
      start,
      end,
      evidence,
    });
  });
  return { ...report, timeline };
}

/** The part of a report that is about its first document. */
export function partOf({ documents, commitments, statements, timeline }: Report): ReportPart {
  return { document: documents[0] ?? null, commitments, statements, timeline, themes: [], diagnostics: [] };
}

/** A date of the one document, with what is not said of it left plain. */
export function timeRecord(
  its: Pick<TimeRecord, 'id' | 'ref' | 'text' | 'span' | 'start' | 'end' | 'evidence'> & Partial<TimeRecord>,
): TimeRecord {
  return {
    documentId: 'd-1',
    type: 'DATE',
    value: its.text,
    precision: null,
    role: 'point',
    relation: null,
    calendar: 'gregorian',
    recurrence: null,
    vagueness: null,
    anchor: null,
    resolved: its.start !== null || its.end !== null,
    commitmentIds: [],
    rules: [],
    ...its,
  };
}
