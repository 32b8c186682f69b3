/** Changes with their levels, ids and fields, made from drafts. */
import { levelOf } from '../model/change-levels.ts';
import type { Change, ChangeKind, FieldChange } from '../model/diff.ts';
import type { Level } from '../model/fault.ts';
import { changeId } from './change-id.ts';
import type { Draft } from './draft.ts';

/** Gives each draft its level and its id; equal ids are told apart by `#2`. */
export function changesOf(drafts: readonly Draft[], levels: Readonly<Record<ChangeKind, Level>>): Change[] {
  const seen = new Map<string, number>();
  return drafts.map(({ kinds, findings, before, after, statement, similarity, also, closest }) => {
    const fields: Record<string, FieldChange> = {};
    for (const { field, change } of findings) fields[field] ??= change;
    if (closest !== null) {
      fields.closest = before ? { before: null, after: closest } : { before: closest, after: null };
    }
    const oldId = before?.id ?? (after ? (statement?.id ?? null) : null);
    const newId = after?.id ?? (before ? (statement?.id ?? null) : null);
    const values = findings.flatMap(({ field, change }) => [field, String(change.before), String(change.after)]);
    const id = changeId([oldId ?? '', newId ?? '', ...kinds, ...values]);
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
