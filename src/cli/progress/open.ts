/** Which progress a run tells: a bar on a terminal, lines in a log, or nothing. */
import { fstatSync, statSync } from 'node:fs';
import type { Notices } from '../notices.ts';
import { stderrLine } from './line.ts';
import type { Clock, Progress } from './progress.ts';
import { NO_PROGRESS } from './progress.ts';
import { createTicker } from './ticker.ts';

/** What the decision looks at. */
export interface ProgressSetting {
  /** Neither `--no-progress` nor `-q`, nor messages as JSON. */
  readonly isWanted: boolean;
  /** Whether a bar may be drawn: the user has not asked for plain lines. */
  readonly isDrawn: boolean;
  readonly ascii: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The clock of this process. */
const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Progress for this process; what makes it is loaded where there is some. */
export async function openProgress(
  { isWanted, isDrawn, ascii, env }: ProgressSetting,
  { remark }: Pick<Notices, 'remark'>,
): Promise<Progress> {
  if (!isWanted) return NO_PROGRESS;
  const { stderr } = process;
  if (stderr.isTTY === true && !env.CI && env.TERM !== 'dumb') {
    if (!isDrawn) return NO_PROGRESS;
    const { createMeter } = await import('./meter.ts');
    return createMeter({ line: stderrLine, clock, columns: () => stderr.columns || 80, ascii, sizeOf });
  }
  return createTicker(remark, clock);
}

/** Whether a stream of the process is a pipe to another. */
export function isPipe(stream: number): boolean {
  try {
    const facts = fstatSync(stream);
    return facts.isFIFO() || facts.isSocket();
  } catch {
    return false;
  }
}

function sizeOf(path: string): number {
  try {
    return path === '-' ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  } catch {
    return 0;
  }
}
