/** Which two versions a diff is of, and what became of their commitments in numbers. */
import type { Diff } from '../../model/diff.ts';
import type { DocumentRecord } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { counted, grouped } from '../numbers.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { displayWidth } from '../width.ts';
import { hang, listed, wrap } from '../wrap.ts';
import { countedKinds, planOf } from './told.ts';

/** The title of the newer version, else of the older; empty where neither has one. */
export const nameOf = ({ documents: [old, now] }: Diff): string => harmless(now.title ?? old.title ?? '');

/** `14 Mar 2024 (64 p.)` of both versions, or file names where the dates are unknown or the same. */
export function labelsOf({ documents: [old, now] }: Diff): readonly [old: string, now: string] {
  const hasDates = old.date !== null && now.date !== null && old.date.value !== now.date.value;
  const label = (document: DocumentRecord): string => {
    const name = hasDates && document.date ? readableDate(document.date.value) : harmless(document.name);
    const size = document.pages === null ? counted(document.words, 'word') : `${grouped(document.pages)} p.`;
    return `${name} (${size})`;
  };
  return [label(old), label(now)];
}

/** Title and versions, on one line where there is room. */
export function titleLines(diff: Diff, screen: ScreenOptions): string[] {
  const name = nameOf(diff);
  const [old, now] = labelsOf(diff);
  const isSame = diff.documents[0].sha256 === diff.documents[1].sha256 && diff.changes.length === 0;
  const sides = isSame
    ? `${now}: the same file on both sides, byte for byte`
    : `${old}  ${sign('arrow', screen)}  ${now}`;
  if (name === '') return wrap(sides, screen.width);
  if (displayWidth(name) + 3 + displayWidth(sides) <= screen.width) return [`${screen.paint.head(name)}   ${sides}`];
  return [...wrap(name, screen.width).map(screen.paint.head), ...wrap(sides, screen.width)];
}

/** `Plan: 2 removed, 3 weaker; 39 unchanged`, and what the weaker and the changed ones are. */
export function planLines(diff: Diff, { width }: ScreenOptions): string[] {
  const lines = hang(`Plan: ${planOf(diff.changes, diff.unchanged, diff.suppressed)}`, width, '', '      ');
  for (const group of ['weaker', 'changed'] as const) {
    const kinds = countedKinds(diff.changes, group);
    const indent = ' '.repeat(group.length + 8);
    const its = listed(kinds, ', ', width - indent.length);
    const head = `      ${group}: `;
    if (kinds.length > 1) lines.push(...its.map((line, index) => (index === 0 ? head : indent) + line));
  }
  return lines;
}
