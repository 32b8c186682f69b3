/** Runs git on the local repository, so that it asks nobody, fetches nothing and starts no program of the repository's. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { PmedError } from '../../model/fault.ts';

/** What a run of git gave. */
export interface GitRun {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

/** Settings that could start programs, and those that could change what is printed. */
const SAFE = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.attributesFile', '/dev/null'],
  ['core.quotePath', 'false'],
  ['core.sshCommand', 'false'],
  ['credential.helper', ''],
  ['diff.external', ''],
  ['log.showSignature', 'false'],
  ['protocol.allow', 'never'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** What names a program to start, or changes what is printed or how a path is read. */
const REFUSED = /^GIT_(?:TRACE\w*|EXTERNAL_DIFF|DIFF_OPTS|PAGER|SSH\w*|ASKPASS|PROXY_COMMAND|\w+_PATHSPECS)$/;
/** What a hook may give by a path from the folder that it runs in. */
const PATHS = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY)$/;

/** The environment of git: it works in another folder than pmed, so paths in it are made whole. */
function surroundings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || REFUSED.test(name)) return [];
    return [[name, PATHS.test(name) ? resolve(value) : value]];
  });
  // Without it git takes the folder that it starts in for the root of the work tree.
  const root = process.env.GIT_DIR === undefined ? {} : { GIT_WORK_TREE: process.cwd() };
  return {
    ...root,
    ...Object.fromEntries(kept),
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // Stands above what the repository allows for single protocols.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
}

/** Bytes of messages that are kept. */
const MOST_SAID = 4000;

/**
 * @param folder where git works; it exists
 * @param most bytes of output that are taken; a longer one is a fault
 * @param seconds after which git is stopped
 * @throws PmedError PMED-G601 (exit 2) where git is not installed, PMED-G606 (exit 3) where it gives too much or takes too long
 */
export function git(folder: string, args: readonly string[], most: number, seconds: number): Promise<GitRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--no-pager', ...SAFE, ...args], {
      cwd: folder,
      env: surroundings(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
    });
    // A timer of spawn's own would outlive a git that cannot be started.
    const timer = setTimeout(() => child.kill('SIGKILL'), Math.ceil(seconds * 1000));
    const out: Buffer[] = [];
    let size = 0;
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) child.kill('SIGKILL');
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (err.length < MOST_SAID) err += chunk.toString();
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(notStarted(error));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') reject(stopped(size > most ? 'gave more than it may' : `took over ${seconds} seconds`));
      else resolve({ code, out: Buffer.concat(out), err });
    });
  });
}

function notStarted(cause: Error): PmedError {
  const isMissing = 'code' in cause && cause.code === 'ENOENT';
  return new PmedError(
    isMissing ? '--git needs git, which is not installed.' : `git cannot be started: ${cause.message}.`,
    {
      code: 'PMED-G601',
      exitCode: 2,
      hint: 'Install git, or give both files:  pmed diff old.md new.md',
      cause,
    },
  );
}

function stopped(why: string): PmedError {
  return new PmedError(`git was stopped: it ${why}.`, { code: 'PMED-G606', exitCode: 3 });
}
