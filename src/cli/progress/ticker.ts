/** Progress for logs: a plain line now and then, where there are many inputs. */
import { grouped } from '../../render/numbers.ts';
import type { Clock, Progress } from './progress.ts';
import { NO_PROGRESS } from './progress.ts';

/** Up to so many inputs nothing is said. */
const FEW = 10;
/** Milliseconds between two lines. */
const EVERY = 10_000;

/** @param say writes a line */
export function createTicker(say: (text: string) => void, clock: Clock): Progress {
  let total: number | null = 0;
  let said = 0;
  let begun = 0;
  let failed = 0;
  return {
    ...NO_PROGRESS,
    begin(paths) {
      total = paths === null ? null : paths.length;
      said = clock.now();
    },
    next() {
      const done = begun++;
      const now = clock.now();
      if (now - said < EVERY || (total ?? done) <= FEW) return;
      said = now;
      const of = total === null ? '' : ` of ${grouped(total)}`;
      say(`${grouped(done)}${of} inputs done${failed === 0 ? '' : `, ${grouped(failed)} failed`}`);
    },
    failed() {
      failed++;
    },
  };
}
