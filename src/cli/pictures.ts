/** `--ocr`: scanned pages are read from their pictures, and a person who waits sees how far that is. */

import { checkOcr } from '../read/pdf/ocr/packages.ts';
import type { ReadOptions } from '../read/read.ts';
import type { RawFlags } from './flag.ts';
import { ocr, quiet } from './flags.ts';
import { pages } from './pages.ts';
import { clearProgress, showProgress } from './progress.ts';

/** What the reader is told of pictures. */
export type PictureOptions = Pick<ReadOptions, 'ocr' | 'onPicture'>;

/** @throws PmedError (exit 2) where what reads pictures is not installed */
export function pictureOptions(raw: RawFlags): PictureOptions {
  if (!ocr.read(raw.get(ocr.long) ?? [])) return {};
  checkOcr();
  // Reading a picture takes seconds: only those are read that are asked for.
  const chosen = { ocr: pages.read(raw.get(pages.long) ?? []) ?? true };
  const isWatched = process.stderr.isTTY === true && !process.env.CI && quiet.read(raw.get(quiet.long) ?? []) === 0;
  if (!isWatched) return chosen;
  return {
    ...chosen,
    onPicture(picture) {
      if (picture === null) clearProgress();
      else showProgress(`pmed: reading page ${picture.page} of ${picture.count} from its picture`);
    },
  };
}
