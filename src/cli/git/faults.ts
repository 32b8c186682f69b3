/** What goes wrong with git: no repository, revision or file there, or a damaged repository, each with what to do. */
import { PmedError } from '../../model/fault.ts';
import { shellWord } from '../../model/shell-word.ts';

/** What git says of objects that are lost or damaged; null where it says nothing of the kind. */
export const damageIn = (err: string): string | null => (/^(?:error|fatal): /m.test(err) ? said(err) : null);

/** @param what what git was asked to do, as a verb with its object */
export function damaged(what: string, why: string): PmedError {
  return new PmedError(`git cannot ${what}: ${why}.`, {
    code: 'PMED-G605',
    exitCode: 3,
    hint: 'The repository seems damaged; see what is amiss:  git fsck',
  });
}

export function noRepository(typed: string, err: string): PmedError {
  const isForeign = /dubious ownership|unsafe repository/.test(err);
  const isOutside = /not a git repository \(or any/.test(err);
  const what = isForeign
    ? `git does not trust the repository of '${typed}': somebody else owns it.`
    : isOutside
      ? `'${typed}' is not in a git repository.`
      : `git cannot use the repository of '${typed}': ${said(err)}.`;
  return new PmedError(what, {
    code: 'PMED-G602',
    exitCode: 2,
    hint: isOutside
      ? 'Go to the folder of the repository, or give both files:  pmed diff old.md new.md'
      : 'See what it says:  git status',
  });
}

export function noRevision(revision: string, isShallow: boolean): PmedError {
  const why = isShallow ? ': it was cloned without its whole history' : '';
  return new PmedError(`the repository has no revision '${revision}'${why}.`, {
    code: 'PMED-G603',
    exitCode: 2,
    hint: isShallow
      ? 'In a GitHub workflow give actions/checkout fetch-depth: 0; elsewhere:  git fetch --unshallow'
      : 'Revisions:  git log --oneline; branches of others must be fetched first:  git fetch',
  });
}

export function notThere(typed: string, revision: string, commit: string): PmedError {
  const name = revision.startsWith(commit.slice(0, 7)) ? revision : `${revision} (${commit.slice(0, 10)})`;
  return new PmedError(`'${typed}' is not in ${name}, and git knows no other name of it there.`, {
    code: 'PMED-G604',
    exitCode: 3,
    hint: `Since when there is one:  git log --oneline --follow -- ${shellWord(typed)}`,
  });
}

export function noFile(shown: string, what: string): PmedError {
  return new PmedError(`cannot read '${shown}': it is ${what}, not a file.`, { code: 'PMED-G604', exitCode: 3 });
}

/** The last line that git said, without its marks. */
export const said = (err: string): string =>
  err
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^(?:fatal|error): /, '')
    .replace(/\.$/, '') || 'git refused it';
