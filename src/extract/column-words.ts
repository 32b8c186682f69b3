/** The word lists of `packs/en/column.yaml`: what the heads of a table's columns say of the cells below them. */
import type { PackFile } from '../rules/pack.ts';

type Name = 'due' | 'term' | 'year' | 'dated' | 'action' | 'whole-action' | 'goal' | 'owner' | 'telling' | 'done';

/** Words in lower case by what they tell. */
export type ColumnWords = Readonly<Record<Name, ReadonlySet<string>>>;

/** Reads the lists of the pack named `column`; a list that it lacks holds nothing. */
export function columnWords(files: readonly PackFile[]): ColumnWords {
  const lists = files.find((file) => file.pack === 'column')?.lists ?? {};
  const of = (name: Name): ReadonlySet<string> => new Set(lists[name]);
  return {
    due: of('due'),
    term: of('term'),
    year: of('year'),
    dated: of('dated'),
    action: of('action'),
    'whole-action': of('whole-action'),
    goal: of('goal'),
    owner: of('owner'),
    telling: of('telling'),
    done: of('done'),
  };
}
