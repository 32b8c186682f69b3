/** Leaves nothing half-made behind when the program is stopped by a signal. */
import { rmSync } from 'node:fs';
import { stderrLine } from './progress/line.ts';

const unfinished = new Set<string>();

/** Remembers a temporary file until `forget` is called. */
export function remember(path: string): void {
  unfinished.add(path);
}

export function forget(path: string): void {
  unfinished.delete(path);
}

/** Deletes the temporary files that are still there. */
export function cleanUp(): void {
  for (const path of unfinished) rmSync(path, { force: true });
  unfinished.clear();
}

/** On Ctrl-C and SIGTERM: deletes temporary files and ends with 130 or 143. A second signal ends at once. */
export function watchSignals(): void {
  process.once('SIGINT', () => stop(130));
  process.once('SIGTERM', () => stop(143));
}

function stop(code: 130 | 143): never {
  stderrLine.clear();
  cleanUp();
  process.exit(code);
}
