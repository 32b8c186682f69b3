/** What both versions of a text say where something changed: the words, and where they stand. */
import type { Change } from '../model/diff.ts';
import type { Commitment, Evidence } from '../model/report.ts';

/** What one version says. */
export interface ChangeSide {
  /** What introduces a list item, such as `We will:`; empty where the quote stands alone. */
  readonly stem: string;
  readonly quote: string;
  /** Where it stands; null for words of which only the text is known. */
  readonly evidence: Evidence | null;
}

/** @returns the old and the new side; null for one on which nothing is said */
export function changeSides(change: Change): readonly [old: ChangeSide | null, now: ChangeSide | null] {
  const { before, after, statement, fields } = change;
  const mention = (said: string | number | null | undefined): ChangeSide | null =>
    said === null || said === undefined ? null : { stem: '', quote: String(said), evidence: null };
  const side = (own: Commitment | null, other: Commitment | null, said: string | number | null | undefined) => {
    if (own !== null) return sideOf(own);
    // Where it is no commitment any more, or was none yet, a statement or another sentence may say it.
    if (other !== null && statement !== null)
      return { stem: '', quote: statement.evidence.quote, evidence: statement.evidence };
    return mention(said);
  };
  return [side(before, after, fields.quote?.before), side(after, before, fields.quote?.after)];
}

/** What a commitment says, with its stem. */
export function sideOf({ evidence, stem }: Commitment): ChangeSide {
  return { stem: stem?.quote ?? '', quote: evidence.quote, evidence };
}
