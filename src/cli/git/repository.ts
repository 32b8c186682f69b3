/** A file's versions in the local git repository: its bytes at a revision, under the name that it had there. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { PmedError } from '../../model/fault.ts';
import { damaged, damageIn, noFile, noRepository, noRevision, notThere, said } from './faults.ts';
import { type GitRun, git } from './git.ts';

/** A file as it was. */
export interface FileAt {
  /** Its path from the root of the repository. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it had another name than now. */
  readonly isRenamed: boolean;
}

/** What limits what git may give. */
export interface GitLimits {
  readonly megabytes: number;
  readonly seconds: number;
}

/** The repository around a file. */
export interface Repository {
  /** The commit that a revision names. */
  readonly commitOf: (revision: string) => Promise<string>;
  /** The commit at which two parted. */
  readonly forkOf: (one: string, other: string) => Promise<string>;
  /**
   * The file at a commit; where it had another name then, under that name.
   * @param revision as messages call the commit
   * @param later the commit in which it has its name of now; null for what is staged
   */
  readonly fileAt: (commit: string, revision: string, later: string | null) => Promise<FileAt>;
}

const SMALL = 16_000_000;
const LINK = '120000';

/**
 * The repository that a path lies in.
 * @param typed the path as typed, from the working folder; it need not exist on disk
 * @throws PmedError PMED-G601 without git, PMED-G602 outside a repository (exit 2)
 */
export async function repositoryOf(typed: string, limits: GitLimits): Promise<Repository> {
  const full = actual(resolve(typed));
  const folder = nearestFolder(dirname(full));
  const run = (args: readonly string[], most = SMALL): Promise<GitRun> => git(folder, args, most, limits.seconds);
  const found = await run(['rev-parse', '--show-prefix']);
  if (found.code !== 0) throw noRepository(typed, found.err);
  const below = relative(folder, full).replaceAll('\\', '/');
  const place: Place = { path: lineOf(found) + below, below };

  const commitOf = async (revision: string): Promise<string> => {
    // All that follows `:/` is what the message of a commit says, so the kind is asked for in a second step.
    const found = revision.startsWith(':/') ? await run(['rev-parse', '--verify', '--quiet', revision]) : null;
    const name = found === null ? revision : lineOf(found);
    const named = await run(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
    if (named.code === 0 && !lineOf(named).startsWith('^')) return lineOf(named);
    const damage = damageIn(named.err);
    if (damage !== null) throw damaged(`look up '${revision}'`, damage);
    const shallow = lineOf(await run(['rev-parse', '--is-shallow-repository'])) === 'true';
    throw noRevision(revision, shallow);
  };

  return {
    commitOf,
    async forkOf(one, other) {
      const both = [await commitOf(one), await commitOf(other)];
      const base = await run(['merge-base', ...both]);
      if (base.code === 0) return lineOf(base);
      const shallow = lineOf(await run(['rev-parse', '--is-shallow-repository'])) === 'true';
      throw noRevision(`${one}...${other}`, shallow);
    },
    async fileAt(commit, revision, later) {
      const shown = `${basename(typed)}@${revision}`;
      const here = await entryAt(commit, place.path, run);
      const former = here ? place.path : await formerPath(place, commit, later, run);
      const entry = here ?? (former === null ? null : await entryAt(commit, former, run));
      if (entry === null || former === null) throw notThere(typed, revision, commit);
      if (entry.mode === LINK || entry.type !== 'blob') {
        throw noFile(shown, entry.mode === LINK ? 'a link' : entry.type === 'tree' ? 'a folder' : 'a submodule');
      }
      return { path: former, bytes: await blob(entry.object, shown, limits, run), isRenamed: here === null };
    },
  };
}

/** A file's path from the root of the repository, and from the folder that git works in. */
interface Place {
  readonly path: string;
  readonly below: string;
}

type Run = (args: readonly string[], most?: number) => Promise<GitRun>;

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly object: string;
}

/** A link's target, whose versions are meant; the path itself where there is nothing yet, or no more. */
function actual(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const lineOf = ({ out }: GitRun): string => out.toString('utf8').replace(/\r?\n$/, '');

/** The folder itself, or the nearest one above it that there is. */
function nearestFolder(folder: string): string {
  let at = folder;
  while (!existsSync(at) || !statSync(at).isDirectory()) {
    const up = dirname(at);
    if (up === at) return at;
    at = up;
  }
  return at;
}

async function entryAt(commit: string, path: string, run: Run): Promise<Entry | null> {
  const { code, out, err } = await run(['ls-tree', '-z', '--full-tree', commit, '--', path]);
  if (code !== 0) throw damaged(`look for '${path}' in ${commit.slice(0, 10)}`, said(err));
  const [line = ''] = out.toString('utf8').split('\0');
  const match = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(line);
  if (match === null) return null;
  return { mode: match[1] ?? '', type: match[2] ?? '', object: match[3] ?? '' };
}

/** What a file was called at an earlier commit: by one look at both ends, else step by step through the history. */
async function formerPath(
  { path, below }: Place,
  commit: string,
  later: string | null,
  run: Run,
): Promise<string | null> {
  const plain = ['--no-ext-diff', '--no-textconv', '--no-relative', '--find-renames', '--name-status', '-z'];
  const ends =
    later === null ? ['diff-index', '--cached', ...plain, commit] : ['diff-tree', '-r', ...plain, commit, later];
  const direct = renamesIn((await run(ends)).out).find(({ now }) => now === path);
  if (direct) return direct.old;
  const log = ['log', '--follow', '--format=', ...plain, `${commit}..${later ?? 'HEAD'}`, '--', below];
  const steps = renamesIn((await run(log)).out);
  let name = path;
  for (const { old, now } of steps) if (now === name) name = old;
  return name === path ? null : name;
}

/** The renames in what git prints with `--name-status -z`: `R087`, the old path and the new one, each ended by a zero. */
function renamesIn(out: Buffer): { readonly old: string; readonly now: string }[] {
  const words = out.toString('utf8').split('\0');
  const renames: { old: string; now: string }[] = [];
  for (let at = 0; at + 2 < words.length; at++) {
    if (!/^\n?R\d*$/.test(words[at] ?? '')) continue;
    renames.push({ old: words[at + 1] ?? '', now: words[at + 2] ?? '' });
    at += 2;
  }
  return renames;
}

async function blob(object: string, shown: string, { megabytes }: GitLimits, run: Run): Promise<Uint8Array> {
  const most = megabytes * 1_000_000;
  const size = Number(lineOf(await run(['cat-file', '-s', object])));
  if (size > most) {
    throw new PmedError(
      `${shown}: ${Math.ceil(size / 1e6)} MB is too big; pmed reads files of up to ${megabytes} MB.`,
      {
        code: 'PMED-I103',
        exitCode: 3,
      },
    );
  }
  const { code, out, err } = await run(['cat-file', 'blob', object], most);
  if (code === 0) return new Uint8Array(out);
  if (!/promisor|lazy|transport|missing|Not a valid object/i.test(err)) throw damaged(`read '${shown}'`, said(err));
  throw new PmedError(`cannot read '${shown}': this clone has not fetched its content.`, {
    code: 'PMED-G605',
    exitCode: 3,
    hint: 'pmed uses no network; fetch it first:  git fetch --refetch --no-filter',
  });
}
