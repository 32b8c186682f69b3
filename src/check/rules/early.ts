/** deadline-before-publication: what was due before the document was published. */
import { earlyOnes } from '../../extract/diagnose/early-deadlines.ts';
import type { Draft, Examined } from '../draft.ts';

/** Undertakings that were due before the document's own date. */
export function* deadlineBeforePublication({ commitments, timeline, document }: Examined): Generator<Draft> {
  const date = document?.date ?? null;
  if (date === null) return;
  for (const { commitment, time } of earlyOnes(commitments, timeline, date.value))
    yield { commitment, time, message: `"${time.text}" is before the document's own date, ${date.value}` };
}
