/** What people said of commitments, on screens: the mark of those reviewed, and those they called none. */
import type { Commitment } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import type { Source } from '../linked.ts';
import { grouped } from '../numbers.ts';
import { quoted } from '../report/phrases.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { pad } from '../width.ts';
import { hang } from '../wrap.ts';

/** `C12`, or `C12 ✓` where a person has kept or corrected it. */
export const markedRef = ({ ref, review }: Pick<Commitment, 'ref' | 'review'>, screen: ScreenOptions): string =>
  review === null ? ref : `${ref} ${sign('reviewed', screen)}`;

/** What the mark means, where one of these has it; else nothing. */
export function reviewedLegend(shown: readonly Pick<Commitment, 'review'>[], screen: ScreenOptions): string[] {
  if (shown.every(({ review }) => review === null)) return [];
  const text = `${sign('reviewed', screen)} reviewed: kept or corrected by a person`;
  return hang(text, screen.width, ' ', ' ').map(screen.paint.quiet);
}

/** `3 rejected by review: --all lists them`; null for none. */
export function rejectedFact(rejected: readonly Commitment[], { all }: Pick<ScreenOptions, 'all'>): string | null {
  if (rejected.length === 0) return null;
  const lists = rejected.length === 1 ? '--all shows it' : '--all lists them';
  return `${grouped(rejected.length)} rejected by review${all ? '' : `: ${lists}`}`;
}

/** Those that a person called no commitment, each with its quote and why, where all is to be shown; else nothing. */
export function rejectedLines(rejected: readonly Commitment[], source: Source, screen: ScreenOptions): string[] {
  if (!screen.all || rejected.length === 0) return [];
  const { paint, width } = screen;
  const longest = Math.max(3, ...rejected.map(({ ref }) => ref.length));
  const indent = ' '.repeat(longest + 3);
  const rows = rejected.flatMap((one) => {
    const [first = '', ...rest] = quoted(one, width - indent.length, source, screen);
    const why = whyRejected(one);
    return [
      ` ${paint.id(one.ref)}${pad('', longest - one.ref.length)}  ${first}`,
      ...rest.map((line) => indent + line),
      ...(why === null ? [] : hang(why, width, indent, indent).map(paint.quiet)),
    ];
  });
  return [paint.head(`Rejected by review (${grouped(rejected.length)}): counted nowhere`), ...rows];
}

/** `A. Analyst: only a heading`; null where nothing but the verdict was said. */
export function whyRejected({ review }: Pick<Commitment, 'review'>): string | null {
  const said = [review?.by ?? null, review?.note ?? null].filter((part) => part !== null);
  return said.length === 0 ? null : harmless(said.join(': '));
}
