/** What users are told of the pages of a PDF that could not be read, or not surely: one message for each reason. */
import type { Diagnostic } from '../../model/document.ts';
import { listPages } from '../../model/page-list.ts';
import { THIS_FILE } from '../../model/shell-word.ts';
import { stopOf } from '../sandbox/stopped.ts';
import type { Stop } from '../sandbox/watch.ts';
import type { Illegible } from './file/legibility.ts';
import type { Remains } from './file/open.ts';

/** Unless the user says otherwise, below this share of readable pages the reading counts as incomplete. */
const leastCoverage = 0.9;

/** What went wrong with the pages of a document. */
export interface Faults {
  readonly illegible: ReadonlyMap<number, Illegible>;
  readonly failed: readonly number[];
  /** Pages that our layout failed on. */
  readonly unlaid: readonly number[];
  readonly leftOut: ReadonlyMap<number, Stop>;
  /** Pages of which only the beginning was read. */
  readonly overfull: readonly number[];
  readonly count: number;
  readonly cut: boolean;
  /** Fonts whose letters were worked out from the order of their glyphs. */
  readonly mended: number;
  readonly coverage: number;
}

/** What is left of a broken file; an error, for nobody can say what stood on the pages that are gone. */
export function sayRemains({ pages, of, isCutShort }: Remains): Diagnostic {
  const broken = isCutShort ? 'The file is cut short' : 'The file is damaged';
  const rest = isCutShort ? 'what followed is missing from this result' : 'others may be missing from this result';
  const message =
    pages === of
      ? `${broken}: ${pages === 1 ? 'its page was' : `all ${pages} pages were`} recovered, perhaps not with all their words.`
      : `${broken}: ${pages}${of === null ? '' : ` of ${of}`} pages ${pages === 1 && of === null ? 'was' : 'were'} recovered; ${rest}.`;
  return {
    code: 'PMED-I106',
    level: 'error',
    page: null,
    message,
    hint: 'Download it again, or ask for a whole copy.',
  };
}

/**
 * A message for each reason why pages could not be read; errors where so many are missing that no verdict can be given.
 * @param least share of readable pages, 0 to 1, below which so many are missing
 */
export function sayFaults(
  { illegible, failed, unlaid, leftOut, overfull, count, cut, mended, coverage }: Faults,
  least = leastCoverage,
): Diagnostic[] {
  const level = coverage < least ? 'error' : 'warning';
  const list = (why: Illegible): number[] => [...illegible].filter(([, w]) => w === why).map(([page]) => page);
  const said = (pages: readonly number[]): string =>
    count === 1 ? 'The only page' : pages.length === count ? `All ${count} pages` : `${pages.length} of ${count} pages`;
  const which = (pages: readonly number[]): string => (pages.length === count ? '' : ` (${listPages(pages)})`);
  const out: Diagnostic[] = [];
  const scans = list('no-text');

  const missing = 'What stands there is missing from this result.';
  if (scans.length > 0) {
    const one = scans.length === 1;
    out.push({
      code: 'PMED-I104',
      level,
      page: null,
      message: `${said(scans)} ${one ? 'has' : 'have'} no text${which(scans)}; ${one ? 'it looks' : 'they look'} scanned. ${missing}`,
      hint: `Read ${one ? 'its picture' : 'their pictures'}:  --ocr\nor add a layer of text first:  ocrmypdf --skip-text ${THIS_FILE} readable.pdf`,
    });
  }
  const garbled = list('garbled');
  if (garbled.length > 0) {
    const one = garbled.length === 1;
    out.push({
      code: 'PMED-I104',
      level,
      page: null,
      message: `${said(garbled)} ${one ? 'has' : 'have'} text that cannot be understood${which(garbled)}; the fonts do not say what their letters are. ${missing}`,
      hint: `Read the letters from the picture instead:  --ocr\nor, for good:  ocrmypdf --force-ocr ${THIS_FILE} readable.pdf`,
    });
  }
  if (failed.length > 0) {
    out.push({
      code: 'PMED-I106',
      level,
      page: null,
      message: `${said(failed)} could not be read${which(failed)}: damaged. ${missing}`,
      hint: `Download or export the file again, or try to repair it:  qpdf ${THIS_FILE} out.pdf`,
    });
  }
  if (unlaid.length > 0) {
    out.push({
      code: 'PMED-I106',
      level,
      page: null,
      message: `${said(unlaid)} could not be put in reading order${which(unlaid)}. ${missing}`,
      hint: 'This is a fault of pmed: please report it with the file.',
    });
  }
  for (const stop of ['time', 'memory'] as const) {
    const stopped = [...leftOut].filter(([, why]) => why === stop).map(([page]) => page);
    if (stopped.length === 0) continue;
    const much = stop === 'time' ? 'could not be read in time' : 'needed too much memory';
    out.push({
      ...stopOf(stop, 'pdf'),
      level,
      page: null,
      message: `${said(stopped)} ${much}${which(stopped)}. ${missing}`,
    });
  }
  if (mended > 0) {
    out.push({
      code: 'PMED-I104',
      level: 'note',
      page: null,
      message: `${mended === 1 ? 'A font does' : `${mended} fonts do`} not say what ${mended === 1 ? 'its' : 'their'} letters are; they were worked out from the usual order of glyphs.`,
      hint: null,
    });
  }
  if (overfull.length > 0) {
    out.push({
      code: 'PMED-I103',
      level: 'warning',
      page: null,
      message: `${said(overfull)} ${overfull.length === 1 ? 'has' : 'have'} more text than anyone can read${which(overfull)}; only the beginning was read.`,
      hint: null,
    });
  }
  if (cut) {
    out.push({
      code: 'PMED-I103',
      level: 'warning',
      page: null,
      message:
        'The file has fewer pages than it claims, or more text than can be read; what follows the last page here was left out.',
      hint: null,
    });
  }
  return out;
}
