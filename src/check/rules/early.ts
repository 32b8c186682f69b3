/** deadline-before-publication: what was due before the document was published. */
import { earlyOnes } from '../../extract/diagnose/early-deadlines.ts';
import type { Draft, Examined } from '../draft.ts';

/** Undertakings that were due before the document's own date; what shares a date is told once. */
export function* deadlineBeforePublication({ commitments, timeline, document }: Examined): Generator<Draft> {
  const date = document?.date ?? null;
  if (date === null) return;
  const told = new Set<string>();
  for (const { commitment, time } of earlyOnes(commitments, timeline, date.value)) {
    if (told.has(time.id)) continue;
    told.add(time.id);
    yield { commitment, time, message: `"${time.text}" is before the document's own date, ${date.value}` };
  }
}
