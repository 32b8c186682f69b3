/** `--ocr`: scanned pages are read from their pictures. */

import { checkOcr } from '../read/pdf/ocr/packages.ts';
import type { ReadOptions } from '../read/read.ts';
import type { RawFlags } from './flag.ts';
import { ocr } from './flags.ts';
import { pages } from './pages.ts';

/** What the reader is told of pictures. */
export type PictureOptions = Pick<ReadOptions, 'ocr'>;

/** @throws PmedError (exit 2) where what reads pictures is not installed */
export function pictureOptions(raw: RawFlags): PictureOptions {
  if (!ocr.read(raw.get(ocr.long) ?? [])) return {};
  checkOcr();
  // Reading a picture takes seconds: only those are read that are asked for.
  return { ocr: pages.read(raw.get(pages.long) ?? []) ?? true };
}
