/** Changes with their levels, ids and fields, made from drafts. */
import { levelOf } from '../model/change-levels.ts';
import type { Change, ChangeKind, FieldChange } from '../model/diff.ts';
import type { Level } from '../model/fault.ts';
import type { Commitment } from '../model/report.ts';
import { withoutCount } from '../model/without-count.ts';
import { folded } from '../words/words.ts';
import { changeId } from './change-id.ts';
import type { Draft } from './draft.ts';

/** Gives each draft its level and its id; equal ids are told apart by `#2`. */
export function changesOf(drafts: readonly Draft[], levels: Readonly<Record<ChangeKind, Level>>): Change[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const { kinds, findings, before, after, statement, similarity, also, closest } = draft;
    const fields: Record<string, FieldChange> = {};
    for (const { field, change } of findings) fields[field] ??= change;
    if (closest !== null) {
      fields.closest = before ? { before: null, after: closest } : { before: closest, after: null };
    }
    const oldId = before?.id ?? (after ? (statement?.id ?? null) : null);
    const newId = after?.id ?? (before ? (statement?.id ?? null) : null);
    const id = changeId([...[oldId, newId].map((id) => withoutCount(id ?? '')), ...partsOf(draft)]);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return {
      id: count === 1 ? id : `${id}#${count}`,
      level: levelOf(kinds, levels),
      kinds: [...kinds],
      oldId,
      newId,
      similarity: Math.round(similarity * 100) / 100,
      before,
      after,
      statement,
      fields,
      also: [...also],
    };
  });
}

/** Kinds by which a change is told only where it has no others: they depend on what else changed. */
const BY_THE_WAY: readonly ChangeKind[] = ['moved', 'reworded'];

/**
 * What makes a change the one that it is, besides the commitments that it is of: its kinds, and the values from which and
 * to which it changed, without layout. What was accepted once must be told again when it is another change.
 */
function partsOf({ kinds, findings, before, after, also }: Draft): readonly string[] {
  const own = kinds.filter((kind) => !BY_THE_WAY.includes(kind));
  const parts = [...(own.length > 0 ? own : kinds)];
  const values = findings.flatMap(({ field, change }) =>
    [field, String(change.before), String(change.after)].map(folded),
  );
  if (findings.length > 0) return [...parts, ...values];
  const others = also.flatMap(({ oldId, newId }) => [oldId, newId].map((id) => withoutCount(id ?? ''))).sort();
  if (kinds.includes('reworded')) values.push(folded(after?.evidence.quote ?? ''));
  if (own.length > 0) values.push(...promised(before), ...promised(after));
  return [...parts, ...others, ...values];
}

/** What a commitment promises beyond the words that its id is made of: how firmly, by when and how much. */
function promised(commitment: Commitment | null): readonly string[] {
  if (commitment === null) return [];
  const { strengthLabel, deadline, targets } = commitment;
  return [
    strengthLabel,
    folded(deadline?.end ?? deadline?.text ?? ''),
    ...targets.map(({ value, unit, comparator }) => `${comparator ?? ''} ${value ?? ''} ${unit ?? ''}`),
  ];
}
