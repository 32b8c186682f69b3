/** Runs the built command as a user would: own environment, piped streams, and nothing inherited that changes it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a run left behind. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** For stdin; without it stdin is empty. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Leaves stdin unconnected, as in a script that pipes nothing in. */
  readonly hasNoInput?: boolean;
  /** Closes stdout after the first bytes, as `| head` does. */
  readonly closesEarly?: boolean;
}

const script = fileURLToPath(new URL('../bin/pmed.js', import.meta.url));

/** The Node that runs the command: `PMED_NODE`, or the one that runs the tests. */
const node = process.env.PMED_NODE ?? process.execPath;

/**
 * The environment of a run. Its home is where it works: settings are looked for up to there and below, so that no file of
 * the machine that runs the tests has a say.
 */
const surroundings = (cwd = process.cwd()): Record<string, string> => ({ PATH: process.env.PATH ?? '', HOME: cwd });

/** Runs `bin/pmed.js` with these arguments. */
export function pmed(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [script, ...args], {
      cwd: options.cwd,
      env: { ...surroundings(options.cwd), ...options.env },
      stdio: [options.hasNoInput ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => {
      out.push(chunk);
      if (options.closesEarly) child.stdout?.destroy();
    });
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin?.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    child.stdin?.end(options.input ?? '');
  });
}

/**
 * Sends the command a line of JSON, waits for its answer, presses Ctrl-C, and says what is left in the folder.
 * @param args a command that reads JSON lines from stdin and writes NDJSON to stdout
 */
export function interrupted(
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number | null; readonly files: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [script, ...args], {
      cwd,
      env: surroundings(cwd),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('"type":"document"')) child.kill('SIGINT');
    });
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, files: readdirSync(cwd).sort() }));
    child.stdin.write(`${JSON.stringify({ id: 'one', text: 'We will mend the roads.' })}\n`);
  });
}

/** A folder of its own for a test, with these files in it; `remove` takes it away. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  path: string;
  remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'pmed-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
