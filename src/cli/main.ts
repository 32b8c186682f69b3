/** Runs one command line: reads the process's arguments, environment and terminal, and sets its exit code. */
import { setFlagsFromString } from 'node:v8';
import { version } from '../version.ts';
import { cleanUp, watchSignals } from './interrupt.ts';
import type { ResultStream } from './streams.ts';
import { resultStream } from './streams.ts';

/**
 * Runs pmed and sets the exit code of the process.
 * @param argv as in `process.argv`
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  // Most runs last a fraction of a second: code must run for longer before V8 spends time on optimising it. Measured on
  // Node 20: a third less CPU for a short text, no more for a long one. Later versions no longer know the flag.
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
  const words = argv.slice(2);
  process.stderr.on('error', () => {});
  const stdout = resultStream(process.stdout);
  watchSignals();
  const code = await run(words, stdout);
  cleanUp();
  process.exitCode = stdout.isClosed ? 0 : code;
  return process.exitCode;
}

/** The version needs nothing else; all other work is imported when it is asked for. */
async function run(words: readonly string[], stdout: ResultStream): Promise<number> {
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
    await stdout.write(`pmed ${version}\n`);
    return 0;
  }
  const { runWords } = await import('./run.ts');
  return runWords(words, stdout);
}
