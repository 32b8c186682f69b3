/** The versions that a call of `pmed diff` names: files, or with `--git` a file and its past. */
import { basename } from 'node:path';
import type { Call } from '../command.ts';
import { timeout } from '../flags.ts';
import { gitFlag, type Revisions } from '../git/revisions.ts';
import { maxSize } from '../settings/unflagged.ts';
import type { Opened, Operand } from '../sides.ts';
import { urlGiven, wrongOperands } from '../usage.ts';

/**
 * The versions, oldest first.
 * @throws PmedError (exit 2) where there are too few, or with `--git` more than one
 */
export function operandsOf(call: Call): readonly Operand[] {
  const { operands } = call;
  const revisions = call.get(gitFlag);
  if (revisions === null) {
    if (operands.length < 2) throw wrongOperands('pmed diff', '<old> <new>', operands.length);
    return operands.map((typed) => ({ typed, path: typed, open: null }));
  }
  const [file, ...others] = operands;
  if (file === undefined || others.length > 0)
    throw wrongOperands('pmed diff', 'one <file> with --git', operands.length);
  if (/^[a-z][a-z0-9+]{1,9}:\/\//i.test(file)) throw urlGiven(file);
  return [sideAt(file, revisions, 'old', call), sideAt(file, revisions, 'now', call)];
}

function sideAt(file: string, revisions: Revisions, side: 'old' | 'now', call: Call): Operand {
  const { old, now, isFork } = revisions;
  const revision = side === 'old' ? old : now;
  if (revision === null) return { typed: file, path: file, open: null };
  const named = isFork && side === 'old' ? `${old}...${now}` : revision;
  return {
    typed: `${file}@${named}`,
    path: file,
    async open(): Promise<Opened> {
      const { repositoryOf } = await import('../git/repository.ts');
      const repository = await repositoryOf(file, { megabytes: call.get(maxSize), seconds: call.get(timeout) });
      const later = now === null ? null : await repository.commitOf(now);
      const commit =
        isFork && side === 'old' && now !== null
          ? await repository.forkOf(old, now)
          : await repository.commitOf(revision);
      const found = await repository.fileAt(commit, named, side === 'old' ? later : commit);
      const name = basename(found.path);
      const message = `'${file}' was called '${found.path}' at ${named}.`;
      return {
        name,
        bytes: found.bytes,
        shown: `${name}@${named}`,
        notes: found.isRenamed
          ? [{ code: 'PMED-G607', level: 'note', documentId: null, page: null, message, hint: null }]
          : [],
      };
    },
  };
}
