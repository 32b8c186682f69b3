/** Lists the examples that a pack file states, with the rule that each stands beside and where it stands. */
import { isRecord, recordsOf, textsOf } from '../model/plain.ts';
import type { PackFile, RuleSource } from '../rules/pack.ts';

/** An example as a file states it. */
export interface Stated {
  /** The rule, as pack/id; the pack alone where the example stands beside no rule. */
  readonly key: string;
  readonly rule: RuleSource;
  readonly claim: 'finds' | 'ignores';
  /** Whether it stands under `wrong-today`. */
  readonly isWrongToday: boolean;
  /** With its marks. */
  readonly example: string;
  /** Keys and positions that lead to it from the top of the file. */
  readonly path: readonly (string | number)[];
}

/** All examples of a file, in its order. A pack of lists alone may state examples at the top of the file. */
export function statedExamples(file: PackFile): Stated[] {
  const own: RuleSource = { id: file.pack, description: '' };
  const nested = ['rules', 'themes'].flatMap((name) =>
    recordsOf(file[name]).flatMap((entry, i) => {
      const rule: RuleSource = { ...entry, id: String(entry.id), description: String(entry.description ?? '') };
      return examplesOf(`${file.pack}/${rule.id}`, rule, entry, [name, i]);
    }),
  );
  return [...examplesOf(file.pack, own, file, []), ...nested];
}

function examplesOf(
  key: string,
  rule: RuleSource,
  entry: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): Stated[] {
  const of = (holder: Readonly<Record<string, unknown>>, isWrongToday: boolean, at: readonly (string | number)[]) =>
    (['finds', 'ignores'] as const).flatMap((claim) =>
      textsOf(holder[claim]).map((example, i) => ({
        key,
        rule,
        claim,
        isWrongToday,
        example,
        path: [...at, claim, i],
      })),
    );
  const wrong = entry['wrong-today'];
  return [...of(entry, false, path), ...(isRecord(wrong) ? of(wrong, true, [...path, 'wrong-today']) : [])];
}
