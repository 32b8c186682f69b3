/** Which ignore file and which baseline a call goes by. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Call } from '../command.ts';
import { noConfig } from '../flags.ts';
import { baseline, ignoreFile, noBaseline, noIgnoreFile } from './flags.ts';

/** The ignore file that is gone by where it stands beside the project file, or in the working directory. */
const USUAL_IGNORES = 'pmed.ignore.yaml';

/** The path of the ignore file of a call, as messages name it; null where there is none. */
export function ignorePath(call: Pick<Call, 'get' | 'settings'>): string | null {
  if (call.get(noIgnoreFile)) return null;
  const named = call.get(ignoreFile);
  if (named !== null || call.get(noConfig)) return named;
  const path = join(call.settings.folder, USUAL_IGNORES);
  return existsSync(path) ? relative(process.cwd(), path) : null;
}

/** The path of the baseline that a call goes by; null where it goes by none. */
export const baselinePath = (call: Pick<Call, 'get'>): string | null =>
  call.get(noBaseline) ? null : call.get(baseline);
