/** The thread that pages are read from their pictures in: opens a PDF, then reads the pages that it is asked for. */
import { parentPort } from 'node:worker_threads';
import { quietly } from '../file/pdfjs.ts';
import { openPictures, type PictureRequest, type Pictures, type PictureText } from './pictures.ts';

/** What the thread is asked: first to open a PDF, whose bytes are handed over, then for pages. */
export type Question =
  | { readonly kind: 'open'; readonly bytes: Uint8Array<ArrayBuffer>; readonly password: string | undefined }
  | { readonly kind: 'read'; readonly request: PictureRequest };

/** What it answers: one answer to each page asked for. */
export type Answer =
  | { readonly kind: 'text'; readonly text: PictureText }
  | { readonly kind: 'failed'; readonly why: string };

const port = parentPort;
let opening: Promise<Pictures> | undefined;

port?.on('message', async (question: Question) => {
  if (question.kind === 'open') {
    opening = quietly(() => openPictures(question.bytes, question.password));
    // Told to the first page that is asked for.
    opening.catch(() => {});
    return;
  }
  port.postMessage(await answerTo(question.request));
});

async function answerTo(request: PictureRequest): Promise<Answer> {
  try {
    const pictures = await opening;
    if (pictures === undefined) throw new Error('no PDF is open');
    return { kind: 'text', text: await quietly(() => pictures.read(request)) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
