/** Findings and changes as what they are accepted by. */
import type { Acceptable, QuotedPlace } from '../model/accepted.ts';
import type { Change, ChangeKind, Diff } from '../model/diff.ts';
import type { Finding } from '../model/findings.ts';
import type { Commitment } from '../model/report.ts';

/** @param document its name */
export function ofFinding({ id, rule, commitmentId, documentId, evidence }: Finding, document: string): Acceptable {
  const { start, end, quote } = evidence;
  return {
    sort: 'finding',
    id,
    names: [rule],
    commitmentIds: commitmentId === null ? [] : [commitmentId],
    places: [{ documentId, start, end, quote }],
    document,
  };
}

/** Kinds that nobody needs to name beside others: they make nothing of what is promised. */
const BY_THE_WAY: readonly ChangeKind[] = ['moved', 'reworded'];

/** A change, which stands in the new version, or in the old one where it was removed. */
export function ofChange(change: Change, { documents }: Pick<Diff, 'documents'>): Acceptable {
  const { id, kinds, oldId, newId, also, after, before } = change;
  const own = kinds.filter((kind) => !BY_THE_WAY.includes(kind));
  const ids = [newId, oldId, ...also.flatMap((one) => [one.newId, one.oldId])];
  return {
    sort: 'change',
    id,
    names: own.length > 0 ? own : kinds,
    commitmentIds: [...new Set(ids.filter((one) => one?.startsWith('c-') === true))].flatMap((one) => one ?? []),
    places: [after, before].flatMap((one) => (one === null ? [] : placeOf(one))),
    document: documents[1].name,
  };
}

function placeOf({ documentId, evidence: { start, end, quote } }: Commitment): QuotedPlace {
  return { documentId, start, end, quote };
}
