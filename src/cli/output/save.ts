/** Writes one result, made as a whole, to the files of `-o`. */
import { type Draft, draft, type Piece, publishAll } from './draft.ts';
import type { Target } from './target.ts';

/**
 * Writes the result to every target, all of them or none, and says so.
 * @param render makes what a file of a format holds, whose path was typed so
 * @throws PmedError (exit 2) when the disk refuses
 */
export function save<T extends string>(
  targets: readonly Target<T>[],
  render: (format: T, typed: string) => Piece,
  remark: (text: string) => void,
): void {
  const drafts: Draft[] = [];
  try {
    for (const { format, files } of targets)
      for (const { typed } of files) {
        const one = draft(typed);
        drafts.push(one);
        one.write(render(format, typed));
      }
  } catch (error) {
    for (const one of drafts) one.discard();
    throw error;
  }
  publishAll(drafts);
  for (const target of targets) remark(wrote(target));
}

/** What is said of a target that was written. */
export const wrote = ({ files }: Target): string => `wrote ${files.map(({ typed }) => typed).join(', ')}`;
