/** Prepares a document's records for the rules. */
import type { Commitment, TimeRecord } from '../model/report.ts';
import type { Checked, Examined, Saying } from './draft.ts';

/**
 * @param asOf ISO day from which deadlines are judged; null for none
 * @param sayings what the words of commitments say, by their ids
 */
export function examine(
  { document, commitments, timeline }: Checked,
  asOf: string | null,
  sayings: ReadonlyMap<string, ReadonlyMap<Saying, string>>,
): Examined {
  const bySentence = new Map<number, TimeRecord[]>();
  for (const time of timeline) {
    const { start } = time.evidence;
    const known = bySentence.get(start);
    if (known) known.push(time);
    else bySentence.set(start, [time]);
  }
  const timesBy = ({ evidence, stem }: Commitment): readonly TimeRecord[] => [
    ...(bySentence.get(evidence.start) ?? []),
    ...(stem === null ? [] : (bySentence.get(stem.start) ?? [])),
  ];
  return {
    document,
    commitments,
    timeline,
    own: ownOf(commitments),
    wordsFor: ({ id }, saying) => sayings.get(id)?.get(saying) ?? null,
    times: new Map(timeline.map((time) => [time.id, time])),
    timesBy,
    asOf,
  };
}

/**
 * What others have promised is not the author's to mend, and what is said again is told where it is said first. Words without
 * a verb that only their heading makes a commitment may be none.
 */
export const ownOf = (commitments: readonly Commitment[]): readonly Commitment[] =>
  commitments.filter(
    ({ attribution, restates, action, confidence }) =>
      attribution === 'own' && restates === null && !(confidence.level === 'low' && action.verb === null),
  );
