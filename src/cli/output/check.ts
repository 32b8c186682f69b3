/** Whether the files of `-o` may be written: asked before the work begins. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { siblings } from '../near-file.ts';
import { cannotWrite } from '../usage.ts';
import { actual } from './actual.ts';
import { isOurs } from './marks.ts';
import { attempt } from './refusal.ts';
import type { Target } from './target.ts';

/**
 * @param inputs paths that are read and must not be overwritten
 * @throws PmedError (exit 2) that names the first file which cannot or should not be written
 */
export function checkTargets(targets: readonly Target[], inputs: readonly string[], isForced: boolean): void {
  const read = new Set(inputs.map(actual));
  const taken = new Set<string>();
  for (const { typed } of targets.flatMap(({ files }) => files)) {
    const path = actual(typed);
    if (read.has(path)) throw cannotWrite(typed, 'it is one of the files that are read.');
    if (taken.has(path)) throw cannotWrite(typed, 'another -o writes the same file.');
    taken.add(path);
    const folder = dirname(path);
    if (!existsSync(folder)) {
      throw cannotWrite(
        typed,
        `there is no folder '${dirname(typed)}'.`,
        `Make it first:  mkdir -p ${dirname(typed)}`,
        {
          given: dirname(typed),
          known: siblings(dirname(typed)),
        },
      );
    }
    // With the sign at its end, what is a file is refused as a folder; asked for what lies in it, not every Node does.
    attempt(typed, () => accessSync(`${folder}${sep}`));
    const found = attempt(typed, () => statSync(path, { throwIfNoEntry: false }));
    if (found?.isDirectory()) throw cannotWrite(typed, 'it is a folder.');
    if (found !== undefined && !found.isFile()) continue;
    attempt(typed, () => accessSync(folder, constants.W_OK));
    if (found !== undefined && found.size > 0 && !isForced && !isOurs(path)) {
      throw cannotWrite(typed, 'it exists and pmed did not write it.', 'Use another name, or --force to overwrite it.');
    }
  }
}
