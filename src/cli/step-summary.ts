/** The summary that GitHub Actions shows of a step: Markdown at the end of the file that the runner names. */
import { appendFileSync, statSync } from 'node:fs';
import type { Call } from './command.ts';
import type { Piece } from './output/draft.ts';
import { textOf } from './records/pour.ts';
import type { Part, WriterMaker } from './records/sinks.ts';

/** What the service takes of a step; it shows nothing of a longer one. */
const MOST_BYTES = 1024 * 1024;

const CUT = '\n\nThe rest is left out: a summary holds 1 MiB.\n';

/**
 * Adds the run to the summary where results are written for GitHub and the runner names a file for it. A file that cannot
 * be written is told as a warning: it changes no result.
 * @param formats those that are written
 * @param markdown makes the run's Markdown, when it is needed
 */
export async function addToSummary(
  call: Call,
  formats: readonly string[],
  markdown: () => Promise<Piece>,
): Promise<void> {
  const file = summaryFile();
  if (!formats.includes('github') || file === '') return;
  try {
    const held = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const text = fitting(`${held > 0 ? '\n' : ''}${await textOf([await markdown()])}`, MOST_BYTES - held);
    if (text !== '') appendFileSync(file, text);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be written';
    call.session.notices.add({
      level: 'warning',
      code: 'PMED-U010',
      message: `the summary of this step was not written to the file of GITHUB_STEP_SUMMARY: ${why}.`,
      hint: null,
      path: null,
      page: null,
    });
  }
}

/**
 * The same parts; when the last has come, their Markdown is added as `addToSummary` does.
 * @param load makes the writer of Markdown, when it is needed
 */
export async function* summarised<P extends Part>(
  parts: AsyncIterable<P>,
  call: Call,
  formats: readonly string[],
  load: WriterMaker<P>,
): AsyncGenerator<P> {
  if (!formats.includes('github') || summaryFile() === '') {
    yield* parts;
    return;
  }
  const writer = (await load())({ screen: call.session.page, isFile: true });
  const texts = [writer.start()];
  for await (const part of parts) {
    texts.push(await textOf(writer.part(part)));
    yield part;
  }
  await addToSummary(call, formats, async () => texts.join('') + (await textOf(await writer.end())));
}

/** The file that the runner names; empty where there is no such runner. */
const summaryFile = (): string => process.env.GITHUB_STEP_SUMMARY ?? '';

/** The text, or as many of its lines as fit with a word on the rest; empty where there is no room for any. */
function fitting(text: string, room: number): string {
  if (Buffer.byteLength(text) <= room) return text;
  const least = room - Buffer.byteLength(CUT);
  if (least <= 0) return '';
  const start = Buffer.from(text).subarray(0, least).toString('utf8');
  const end = start.lastIndexOf('\n');
  return end <= 0 ? '' : start.slice(0, end) + CUT;
}
