/** Prepares a document's records for the rules. */
import type { TimeRecord } from '../model/report.ts';
import type { Checked, Examined } from './draft.ts';

/** @param asOf ISO day from which deadlines are judged; null for none */
export function examine({ document, commitments, timeline }: Checked, asOf: string | null): Examined {
  const timesOf = new Map<string, TimeRecord[]>();
  for (const time of timeline)
    for (const id of time.commitmentIds) {
      const known = timesOf.get(id);
      if (known) known.push(time);
      else timesOf.set(id, [time]);
    }
  return {
    document,
    commitments,
    timeline,
    // What others have promised is not the author's to mend, and what is said again is told where it is said first.
    own: commitments.filter(({ attribution, restates }) => attribution === 'own' && restates === null),
    times: new Map(timeline.map((time) => [time.id, time])),
    timesOf,
    asOf,
  };
}
