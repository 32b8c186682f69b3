/** `pmed review show`: which verdicts there are, and what became of them in the documents. */
import type { ExitCode } from '../../model/fault.ts';
import { renderReviewScreen, type ShownDocument, type Standing } from '../../render/review/show.ts';
import { readReviewFile } from '../accept/review-file.ts';
import type { Call } from '../command.ts';
import { gatherReview } from './gather.ts';

/**
 * @param path of the review file
 * @param inputs documents in which the verdicts are looked for; none for what the file says
 */
export async function showReview(call: Call, path: string, inputs: readonly string[]): Promise<ExitCode> {
  const { stdout, screen } = call.session;
  const documents = inputs.length === 0 ? await recorded(path) : await found(call, inputs);
  await stdout.write(renderReviewScreen(documents, path, screen));
  return 0;
}

async function recorded(path: string): Promise<readonly ShownDocument[]> {
  const { documents } = await readReviewFile(path);
  return documents.map(({ document, verdicts = [], missed = [] }) => ({
    document,
    verdicts: verdicts.map((entry) => ({ entry, standing: 'unknown' })),
    missed: missed.length,
  }));
}

async function found(call: Call, inputs: readonly string[]): Promise<readonly ShownDocument[]> {
  const { parts } = await gatherReview(call, inputs, false);
  return parts.map(({ document, matching: { matched, orphans }, missed }) => {
    const standings = new Map<(typeof orphans)[number], Standing>(orphans.map((entry) => [entry, 'gone']));
    for (const { entry, quoteChanged } of matched.values()) standings.set(entry, quoteChanged ? 'changed' : 'holds');
    return {
      document: document.name,
      verdicts: [...standings].map(([entry, standing]) => ({ entry, standing })),
      missed: missed.length,
    };
  });
}
