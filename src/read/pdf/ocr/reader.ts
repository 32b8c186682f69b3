/** A reader of pictures in a thread of its own, which can be ended at any moment: an engine at work hears nothing. */
import { Worker } from 'node:worker_threads';
import type { Stop } from '../../sandbox/watch.ts';
import type { PictureRequest } from './pictures.ts';
import type { Answer, Question } from './thread.ts';

/** What came of a page: what was read, or why nothing was. */
export type Outcome = Answer | { readonly kind: 'stopped'; readonly why: Stop };

/** A reader at work on one PDF. */
export interface Reader {
  /** Reads a page; a reader that was stopped must be ended. */
  readonly read: (request: PictureRequest, limits: Limits) => Promise<Outcome>;
  readonly end: () => Promise<void>;
}

/** What one page may take. */
export interface Limits {
  readonly seconds: number;
  /** Bytes that the whole process may hold. */
  readonly memory: number;
}

/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 100;

/** From the sources, as tests run them, there is no built thread; the same thread reads, unwatched. */
const IN_SOURCES = import.meta.url.endsWith('.ts');

/** @param bytes handed over */
export async function startReader(bytes: Uint8Array<ArrayBuffer>, password: string | undefined): Promise<Reader> {
  if (IN_SOURCES) return readHere(bytes, password);
  const worker = new Worker(new URL('./ocr-worker.js', import.meta.url), {
    name: 'pmed-ocr',
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1000 },
  });
  const ask = (question: Question, transfer: ArrayBuffer[] = []): void => worker.postMessage(question, transfer);
  // A thread may end between two pages; the next page finds it gone.
  let gone: string | null = null;
  worker.on('error', (error: Error) => {
    gone = error.message;
  });
  worker.on('exit', () => {
    gone ??= 'the thread ended by itself';
  });
  ask({ kind: 'open', bytes, password }, [bytes.buffer]);
  return {
    read(request, limits) {
      return new Promise((resolve) => {
        const start = performance.now();
        const settle = (outcome: Outcome): void => {
          clearInterval(looks);
          worker.removeListener('message', settle);
          resolve(outcome);
        };
        const looks = setInterval(() => {
          if (gone !== null) settle({ kind: 'failed', why: gone });
          else if (process.memoryUsage.rss() > limits.memory) settle({ kind: 'stopped', why: 'memory' });
          else if (performance.now() - start > 1000 * limits.seconds) settle({ kind: 'stopped', why: 'time' });
        }, LOOK_EVERY);
        worker.on('message', settle);
        ask({ kind: 'read', request });
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}

async function readHere(bytes: Uint8Array, password: string | undefined): Promise<Reader> {
  const { openPictures } = await import('./pictures.ts');
  const pictures = await openPictures(bytes, password);
  return {
    read: async (request) => ({ kind: 'text', text: await pictures.read(request) }),
    end: () => pictures.close(),
  };
}
