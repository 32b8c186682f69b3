/** Quotes with the words that went and came marked, as lines of a screen. */
import { harmless } from '../harmless.ts';
import type { Paint } from '../screen.ts';
import type { Mark } from '../word-marks.ts';
import { wrap } from '../wrap.ts';

type Kind = Mark['kind'];

/** Signs around marked words, as `git diff --word-diff` and GNU wdiff write them. */
const SIGNS: Readonly<Record<Kind, readonly [open: string, close: string]>> = {
  same: ['', ''],
  gone: ['[-', '-]'],
  come: ['{+', '+}'],
};

/**
 * The pieces of a quote in quotation marks, wrapped to a width and painted; nothing is lost but spaces at line ends.
 * @param hasSigns whether signs stand around what is marked; without them colour alone marks
 */
export function markedLines(marks: readonly Mark[], width: number, paint: Paint, hasSigns: boolean): string[] {
  const pieces: readonly Mark[] = [{ text: '"', kind: 'same' }, ...marks, { text: '"', kind: 'same' }];
  const written = pieces.map(({ text, kind }) => {
    const [open, close] = hasSigns ? SIGNS[kind] : SIGNS.same;
    return { text: `${open}${harmless(text)}${close}`, kind };
  });
  const lines = wrap(written.map(({ text }) => text).join(''), width);
  if (written.every(({ kind }) => kind === 'same')) return lines;
  const kinds = written.flatMap(({ text, kind }) => [...text].filter((sign) => sign !== ' ').map(() => kind));
  let at = 0;
  return lines.map((line) => {
    let out = '';
    let run = '';
    let its: Kind = 'same';
    const flush = (): void => {
      out += run === '' ? '' : painted(run, its, paint);
      run = '';
    };
    // Wrapping drops and joins spaces only: the other signs come one after the other, each with its kind.
    for (const sign of line) {
      const kind: Kind = sign === ' ' ? its : (kinds[at++] ?? 'same');
      if (kind !== its) flush();
      its = kind;
      run += sign;
    }
    flush();
    return out;
  });
}

function painted(text: string, kind: Kind, paint: Paint): string {
  if (kind === 'same') return text;
  return kind === 'gone' ? paint.bad(text) : paint.good(text);
}
