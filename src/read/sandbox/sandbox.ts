/**
 * Reads files in a thread of their own that is ended when it takes too long or too much memory: a file of a few
 * kilobytes may ask for hours or gigabytes, and nothing else stops a parser at work.
 */
import { Worker } from 'node:worker_threads';
import type { Content, ReaderOptions } from '../content.ts';
import type { ParsedFormat } from './formats.ts';
import { type Answer, contentOf, type Job, type StoppedAt } from './job.ts';
import { stopped } from './stopped.ts';
import { STEPS, type Step, type Stop, UNWATCHED } from './watch.ts';

/** Seconds that a document may take unless the user says otherwise. */
const USUAL_SECONDS = 120;
/** Seconds that a single page may take, as far as the document's time allows. */
const PAGE_SECONDS = 20;
/** Bytes of memory that the process may have while a document is read: with what is taken between two looks, a gigabyte; */
const MOST_MEMORY = 850_000_000;
/** but a process that has much already may grow by this. */
const MOST_GROWTH = 500_000_000;
/** Milliseconds between two looks at the worker. */
const LOOK_EVERY = 50;
/** Attempts at one document: each leaves out the page that stopped the one before. */
const ATTEMPTS = 3;
/** Milliseconds that a worker without work is kept for the next document. */
const IDLE = 3000;
/** Milliseconds that the end of a worker is waited for. */
const LAST_WAIT = 2000;

/** From the sources, as tests run them, there is no built worker; the same thread reads, unwatched. */
const IN_SOURCES = import.meta.url.endsWith('.ts');

/** The reading before this one: one document is read at a time, so that memory can be told apart. */
let before: Promise<unknown> = Promise.resolve();
let idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

/**
 * Reads a file, and ends when time or memory is up.
 * @param bytes the file; left as it is
 * @param options `timeout` is for the whole document, in seconds
 * @returns as the reader of the format; pages that took too long or too much memory are diagnostics (PMED-I107,
 *   PMED-I103)
 * @throws PmedError as that reader; PMED-I107 or PMED-I103 where nothing could be read within the limits
 */
export function readWatched(format: ParsedFormat, bytes: Uint8Array, options: ReaderOptions): Promise<Content> {
  const own = before.then(async () => {
    if (!IN_SOURCES) return attempts({ format, bytes, options });
    const { parse } = await import('./parsers.ts');
    return parse(format, new Uint8Array(bytes), options, UNWATCHED);
  });
  before = own.catch(() => {});
  return own;
}

/** A file to read. */
interface Task {
  readonly format: ParsedFormat;
  readonly bytes: Uint8Array;
  readonly options: ReaderOptions;
}

async function attempts(task: Task): Promise<Content> {
  const seconds = task.options.timeout ?? USUAL_SECONDS;
  const memory = Math.max(MOST_MEMORY, process.memoryUsage.rss() + MOST_GROWTH);
  const stops: StoppedAt[] = [];
  let used = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let attempt = 1; ; attempt++) {
    const limits = { seconds: seconds - used, pageSeconds: pageSeconds(seconds), memory };
    const outcome = await attemptAt(task, { stops, last }, limits);
    if ('kind' in outcome) return contentOf(outcome);
    const { why, step, page, isOver } = outcome;
    used += outcome.used;
    if (page === 0 || isOver || attempt >= ATTEMPTS) throw stopped(why, page === 0 ? null : page, task.format);
    // A second page that goes wrong speaks against the rest: what comes before it is known to be readable.
    if (step === 'text' && stops.some((earlier) => earlier.step === 'text')) last = page;
    stops.push({ why, step, page });
  }
}

/** Longer for those who give the document more time. */
function pageSeconds(seconds: number): number {
  return Math.max(seconds / 6, Math.min(PAGE_SECONDS, 0.4 * seconds));
}

/**
 * Text is waited for; without the structure tree a page is read all the same; how a page is drawn only tells fonts and pictures; our own work ends with the document's time.
 * Whoever reads pictures ends what takes too long; this is for when he cannot.
 */
function patience(step: Step, { pageSeconds }: Limits): number {
  if (step === 'own') return Number.POSITIVE_INFINITY;
  if (step === 'picture') return 4 * pageSeconds;
  if (step === 'tags') return pageSeconds / 4;
  return step === 'drawing' ? pageSeconds / 2 : pageSeconds;
}

interface Limits {
  readonly seconds: number;
  readonly pageSeconds: number;
  /** Bytes of the whole process. */
  readonly memory: number;
}

/** An attempt that was ended. */
interface Ended extends StoppedAt {
  /** Whether the document's time is over. */
  readonly isOver: boolean;
  /** Seconds of the document's time that it took. */
  readonly used: number;
}

function attemptAt(
  { format, bytes, options: { onPage, onPicture, ...options } }: Task,
  { stops, last }: Pick<Job, 'stops' | 'last'>,
  limits: Limits,
): Promise<Answer | Ended> {
  const worker = takeWorker();
  // The one copy that is made: the caller keeps its bytes, and the parser empties what it is given.
  const copy = new Uint8Array(bytes);
  const progress = new SharedArrayBuffer(16);
  const seen = new Int32Array(progress);
  // Pages end before the time does, so that what was read can still be put together.
  const job: Job = { format, bytes: copy, options, stops, last, seconds: 0.6 * limits.seconds, progress };
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let moves = 0;
    let movedAt = start;
    let lookedAt = start;
    /** Milliseconds spent on pictures, which are not the document's. */
    let pictured = 0;
    let isTold = false;
    const tell = (picture: { page: number; count: number } | null): void => {
      if (picture !== null || isTold) onPicture?.(picture);
      isTold = picture !== null;
    };
    const settle = (then: () => void): void => {
      tell(null);
      clearInterval(looks);
      forget(worker);
      then();
    };
    const step = (): Step => STEPS[Atomics.load(seen, 1)] ?? 'own';
    const end = (why: Stop, isOver: boolean): void => {
      const used = (performance.now() - start - pictured) / 1000;
      const ended = { why, step: step(), page: Atomics.load(seen, 2), isOver, used };
      settle(() => dismiss(worker).then(() => resolve(ended), reject));
    };
    const looks = setInterval(() => {
      const now = performance.now();
      const moved = Atomics.load(seen, 0);
      const isPicture = step() === 'picture';
      if (isPicture) pictured += now - lookedAt;
      lookedAt = now;
      if (moved !== moves) {
        [moves, movedAt] = [moved, now];
        if (step() === 'text') onPage?.({ page: Atomics.load(seen, 2), count: Atomics.load(seen, 3) });
        tell(isPicture ? { page: Atomics.load(seen, 2), count: Atomics.load(seen, 3) } : null);
      }
      if (process.memoryUsage.rss() > limits.memory) end('memory', false);
      else if (now - start - pictured > 1000 * limits.seconds) end('time', true);
      else if (now - movedAt > 1000 * patience(step(), limits)) end('time', false);
    }, LOOK_EVERY);
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'bug' && isAboutMemory(answer.error)) end('memory', false);
      else
        settle(() => {
          if (isSpent(answer)) void dismiss(worker);
          else keep(worker);
          resolve(answer);
        });
    });
    worker.on('error', (error) => {
      if (isAboutMemory(error)) end('memory', false);
      else settle(() => reject(error));
    });
    worker.on('exit', (code) => settle(() => reject(new Error(`the reading thread ended by itself (${code})`))));
    worker.postMessage(job, [copy.buffer]);
  });
}

/** The worker that waits for work, or a new one. None of them keeps the process from ending. */
function takeWorker(): Worker {
  if (idle !== null) {
    const { worker, timer } = idle;
    clearTimeout(timer);
    forget(worker);
    idle = null;
    return worker;
  }
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), {
    name: 'pmed-read',
    // Flags of the caller's own program, such as `--input-type`, are not meant for this file.
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    // A small young generation costs no time that can be measured and saves some 35 MB on 350 pages.
    resourceLimits: { maxOldGenerationSizeMb: 1000, maxYoungGenerationSizeMb: 8 },
  });
  worker.unref();
  return worker;
}

/** Takes our listeners off a worker; without names, Node's own would go too and it would never answer again. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** Keeps a worker for the next document, for a while. */
function keep(worker: Worker): void {
  const timer = setTimeout(() => {
    idle = null;
    void worker.terminate();
  }, IDLE);
  timer.unref();
  // One that ends by itself is no longer to be had.
  const lose = (): void => {
    clearTimeout(timer);
    idle = null;
  };
  worker.on('error', lose);
  worker.on('exit', lose);
  idle = { worker, timer };
}

/** Ends a worker and waits for its memory to come back. */
async function dismiss(worker: Worker): Promise<void> {
  // What it still says while it ends is of no interest.
  worker.on('error', () => {});
  let timer: NodeJS.Timeout | undefined;
  const wait = new Promise((resolve) => {
    timer = setTimeout(resolve, LAST_WAIT);
  });
  await Promise.race([worker.terminate(), wait]);
  clearTimeout(timer);
}

/** Whether a document was too much to read as a whole: what was given up half-way may still be at work in its thread. */
function isSpent(answer: Answer): boolean {
  return answer.kind === 'content' && answer.content.diagnostics.some(({ code }) => code === 'PMED-I103');
}

function isAboutMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return true;
  return error.name === 'RangeError' && /allocation failed|array length|string length/i.test(error.message);
}
