/** Progress for a person who waits: a bar with files, pages and time left, once the work has lasted a while. */
import { type PageRead, progressLines } from '../../render/progress.ts';
import type { StatusLine } from './line.ts';
import { type Pace, paced, paceFrom, secondsLeft } from './pace.ts';
import type { Clock, Progress } from './progress.ts';

/** What the meter draws on, and what it looks at. */
export interface MeterOptions {
  readonly line: StatusLine;
  readonly clock: Clock;
  /** Columns of the terminal, at this moment. */
  readonly columns: () => number;
  readonly ascii: boolean;
  /** Bytes of an input; 0 where that cannot be told. */
  readonly sizeOf: (path: string) => number;
}

/** Milliseconds of work before anything is shown. */
const PATIENCE = 300;
/** Milliseconds between two drawings. */
const PAUSE = 100;
/** Bytes of a text that takes longer than that: while it is worked on nothing is drawn, so that it is named before. */
const LONG = 200_000;

/** Progress that draws by events, and by the clock where an event came too early to be drawn. */
export function createMeter({ line, clock, columns, ascii, sizeOf }: MeterOptions): Progress {
  let start = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let callOff: (() => void) | null = null;
  let paths: readonly string[] | null = null;
  /** Bytes of the inputs, looked up when first something is shown. */
  let sizes: readonly number[] | null = null;
  let whole = 0;
  let done = 0;
  /** Bytes of the inputs that are done. */
  let past = 0;
  let isUnderWay = false;
  let name: string | null = null;
  let page: PageRead | null = null;
  /** Pages that were begun before the last one, of so many. */
  let through = 0;
  let failed = 0;
  let isBegun = false;
  let pace: Pace = paceFrom(0);

  const share = (): number | null => {
    if (paths === null || sizes === null) return null;
    if (paths.length === 1 && page === null) return null;
    return (past + through * (sizes[done] ?? 0)) / whole;
  };
  const measure = (): void => {
    if (paths === null || sizes !== null) return;
    // What has no size counts for a little, so that the bar moves.
    sizes = paths.map((path) => Math.max(1, sizeOf(path)));
    whole = sizes.reduce((sum, size) => sum + size, 0);
    past = sizes.slice(0, done).reduce((sum, size) => sum + size, 0);
  };
  const draw = (): void => {
    callOff?.();
    callOff = null;
    const now = clock.now();
    drawnAt = now;
    measure();
    const its = share();
    if (its !== null) pace = paced(pace, now, its);
    const left = its === null ? null : secondsLeft(pace, its, now - start);
    const total = paths === null ? null : paths.length;
    line.show(progressLines({ done, total, failed, share: its, left, name, page }, { width: columns(), ascii }));
  };
  /** Draws, or sees to it that it is drawn later. */
  const touch = (isUrgent = false): void => {
    if (!isBegun) return;
    const now = clock.now();
    const due = Math.max(start + PATIENCE, drawnAt + PAUSE);
    if (now >= due || (isUrgent && now >= start + PATIENCE)) draw();
    else callOff ??= clock.after(due - now, draw);
  };
  return {
    begin(given) {
      start = clock.now();
      pace = paceFrom(start);
      paths = given;
      isBegun = true;
    },
    next(path) {
      if (isUnderWay) past += sizes?.[done] ?? 0;
      if (isUnderWay) done++;
      isUnderWay = true;
      name = path;
      page = null;
      through = 0;
      touch((sizes?.[done] ?? 0) > LONG);
    },
    page(number, count) {
      page = { page: number, count, isPicture: false };
      through = count > 0 ? (number - 1) / count : 0;
      touch();
    },
    picture(picture) {
      if (picture !== null) page = { ...picture, isPicture: true };
      touch();
    },
    failed() {
      failed++;
      touch();
    },
    end() {
      callOff?.();
      callOff = null;
      isBegun = false;
      line.clear();
    },
  };
}
