/** Which ignore file, which baseline and which review file a call goes by. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Call } from '../command.ts';
import { noConfig } from '../flags.ts';
import { baseline, ignoreFile, noBaseline, noIgnoreFile, noReview, review } from './flags.ts';

/** The files that are gone by where they stand beside the project file, or in the working directory. */
const USUAL_IGNORES = 'pmed.ignore.yaml';
export const USUAL_REVIEW = 'pmed.review.yaml';

/** The path of the ignore file of a call, as messages name it; null where there is none. */
export function ignorePath(call: Pick<Call, 'get' | 'settings'>): string | null {
  if (call.get(noIgnoreFile)) return null;
  const named = call.get(ignoreFile);
  if (named !== null || call.get(noConfig)) return named;
  return besideProject(call, USUAL_IGNORES);
}

/** The path of the review file of a call, as messages name it; null where there is none. */
export function reviewPath(call: Pick<Call, 'get' | 'settings'>): string | null {
  if (call.get(noReview)) return null;
  const named = call.get(review);
  if (named !== null || call.get(noConfig)) return named;
  return besideProject(call, USUAL_REVIEW);
}

/** A file beside the project file, or in the working directory where there is none; null where it is not there. */
function besideProject({ settings }: Pick<Call, 'settings'>, name: string): string | null {
  const path = join(settings.folder, name);
  return existsSync(path) ? relative(process.cwd(), path) : null;
}

/** The path of the baseline that a call goes by; null where it goes by none. */
export const baselinePath = (call: Pick<Call, 'get'>): string | null =>
  call.get(noBaseline) ? null : call.get(baseline);
