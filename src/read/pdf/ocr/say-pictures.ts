/** What users are told of pages that were read from their pictures. */
import type { Diagnostic } from '../../../model/document.ts';
import { listPages } from '../../../model/page-list.ts';
import type { PicturesRead } from './read-pictures.ts';

const CODE = 'PMED-I112';

/** @param count the number of pages of the document */
export function sayPictures({ pages, doubtful, failed }: PicturesRead, count: number): Diagnostic[] {
  const said = (numbers: readonly number[]): string => {
    const all = numbers.length === count;
    const many = count === 1 ? 'The only page' : all ? `All ${count} pages` : `${numbers.length} of ${count} pages`;
    return `${many} ${numbers.length === 1 ? 'was' : 'were'}`;
  };
  const which = (numbers: readonly number[]): string => (numbers.length === count ? '' : ` (${listPages(numbers)})`);
  const say = (level: Diagnostic['level'], message: string, hint: string | null): Diagnostic => {
    return { code: CODE, level, page: null, message, hint };
  };
  const out: Diagnostic[] = [];
  const read = [...pages.keys()];
  if (read.length > 0) {
    const sure = meanConfidence([...pages.values()]);
    const empty = read.filter((page) => pages.get(page)?.letters === 0);
    const nothing = empty.length === 0 ? '' : `; nothing can be made out on ${listPages(empty)}`;
    const how = sure === null ? 'nothing can be made out.' : `mean confidence ${sure} %${nothing}.`;
    // Nothing in the whole document is no mere note: whoever looks for findings should know why there are none.
    const level = sure === null && read.length === count ? 'warning' : 'note';
    out.push(
      say(
        level,
        `${said(read)} read from ${read.length === 1 ? 'its picture' : 'their pictures'}${which(read)}: ${how}`,
        null,
      ),
    );
  }
  const unsure = [...doubtful];
  if (unsure.length > 0) {
    const message = `${said(unsure)} read from ${unsure.length === 1 ? 'a picture' : 'pictures'} that can hardly be made out${which(unsure)}.`;
    out.push(say('warning', message, 'Check what was found there against the page.'));
  }
  const lost = [...failed.keys()];
  if (lost.length > 0) {
    const why = [...new Set(failed.values())].slice(0, 3).join('; ');
    const message = `${said(lost)} not read from ${lost.length === 1 ? 'its picture' : 'their pictures'}${which(lost)}: ${why}.`;
    out.push(say('warning', message, null));
  }
  return out;
}

/** Over all letters, in whole percent; null where there are none. */
function meanConfidence(pages: readonly { readonly confidence: number; readonly letters: number }[]): number | null {
  const letters = pages.reduce((sum, page) => sum + page.letters, 0);
  if (letters === 0) return null;
  return Math.round(pages.reduce((sum, page) => sum + page.letters * page.confidence, 0) / letters);
}
