/** The thread that files are parsed in: takes a job, reads, answers; whoever started it may end it at any moment. */
import { parentPort } from 'node:worker_threads';
import { type Answer, answerOf, type Job } from './job.ts';
import { parse } from './parsers.ts';
import { STEPS, type Watch } from './watch.ts';

const port = parentPort;
// What a parser throws outside of any call belongs to work that was given up, such as a page with too much text. Where it
// is what somebody waits for, the wait ends with the time that the page has.
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});
port?.on('message', async (job: Job) => {
  port.postMessage(await answerTo(job));
});

async function answerTo(job: Job): Promise<Answer> {
  try {
    return { kind: 'content', content: await parse(job.format, job.bytes, job.options, watchOf(job)) };
  } catch (error) {
    return answerOf(error);
  }
}

function watchOf({ stops, last, seconds, progress }: Job): Watch {
  const seen = new Int32Array(progress);
  let end = performance.now() + 1000 * seconds;
  /** Since when a page is read from its picture: that time is not the document's. */
  let pictureSince: number | null = null;
  return {
    at(step, page, count = 0) {
      const now = performance.now();
      if (pictureSince !== null) end += now - pictureSince;
      pictureSince = step === 'picture' ? now : null;
      Atomics.store(seen, 3, count);
      Atomics.store(seen, 1, STEPS.indexOf(step));
      Atomics.store(seen, 2, page);
      Atomics.add(seen, 0, 1);
    },
    leftOut(page) {
      const own = stops.find((stop) => stop.step === 'text' && stop.page === page);
      return own?.why ?? (page > last ? (stops.at(-1)?.why ?? 'time') : null);
    },
    isDrawable: (page) => !stops.some((stop) => stop.page === page),
    isTaggable: () => !stops.some((stop) => stop.step === 'tags'),
    isTimeUp: () => performance.now() > end,
  };
}
