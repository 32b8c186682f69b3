/** The screen of verdicts: each with its words, and what became of them. */
import type { ReviewEntry } from '../../model/review.ts';
import { harmless } from '../harmless.ts';
import { counted } from '../numbers.ts';
import { plainLine } from '../plain/line.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { listed, wrap } from '../wrap.ts';

/** What became of a verdict: it holds, for the same words or for others; or what it was on is gone; or nobody looked. */
export type Standing = 'holds' | 'changed' | 'gone' | 'unknown';

/** A verdict as shown. */
export interface ShownVerdict {
  readonly entry: ReviewEntry;
  readonly standing: Standing;
}

/** The verdicts on a document. */
export interface ShownDocument {
  readonly document: string;
  readonly verdicts: readonly ShownVerdict[];
  readonly missed: number;
}

const WORDS: Readonly<Record<Standing, string>> = {
  holds: '',
  unknown: '',
  changed: 'its words have changed since',
  gone: 'no longer found',
};

const FEW = 30;

/** What is wrong comes first; others are cut short unless all are wanted. */
export function renderReviewScreen(documents: readonly ShownDocument[], file: string, screen: ScreenOptions): string {
  const { paint, all } = screen;
  if (screen.plain) return documents.flatMap(plainVerdicts).join('');
  const total = documents.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  const lines = [`${harmless(file)}: ${counted(total, 'verdict')} on ${counted(documents.length, 'document')}`];
  for (const { document, verdicts, missed } of documents) {
    const count = (verdict: ReviewEntry['verdict']) => verdicts.filter(({ entry }) => entry.verdict === verdict).length;
    const counts = [
      `${count('keep')} kept`,
      `${count('edit')} corrected`,
      `${count('not-a-commitment')} no commitment`,
      ...(missed > 0 ? [`${missed} missed`] : []),
    ];
    lines.push('', paint.head(harmless(document)), `  ${counts.join(', ')}`);
    const ordered = [...verdicts].sort((a, b) => RANKS[a.standing] - RANKS[b.standing]);
    const shown = all ? ordered : ordered.slice(0, FEW);
    for (const one of shown) lines.push(...verdictLines(one, screen));
    if (ordered.length > shown.length) lines.push(`  ${ordered.length - shown.length} more: --all`);
  }
  return `${lines.join('\n')}\n`;
}

/** `verdict`, id, verdict, what became of it, document, place, quote, who, what, by, note, reviewer. */
const plainVerdicts = ({ document, verdicts }: ShownDocument): string[] =>
  verdicts.map(({ entry: { id, verdict, place, quote, who, what, by, note, reviewer }, standing }) =>
    plainLine('verdict', id ?? '', [
      verdict,
      standing,
      document,
      place,
      quote,
      who === null ? 'nobody named' : who,
      what,
      by === null ? 'none' : by,
      note,
      reviewer,
    ]),
  );

/** What is wrong comes first. */
const RANKS: Readonly<Record<Standing, number>> = { gone: 0, changed: 1, holds: 2, unknown: 2 };

function verdictLines({ entry, standing }: ShownVerdict, screen: ScreenOptions): string[] {
  const { width, paint } = screen;
  const { id, verdict, place, quote, note, reviewer, who, what, by } = entry;
  const head = [verdict.replaceAll('-', ' '), id ?? '', place ?? '', WORDS[standing]].filter((part) => part !== '');
  const said = [
    ...(who === undefined ? [] : [`who: ${who ?? 'nobody named'}`]),
    ...(what === undefined ? [] : [`what: ${what}`]),
    ...(by === undefined ? [] : [`by: ${by ?? 'none'}`]),
    ...(note === undefined ? [] : [`note: ${note}`]),
    ...(reviewer === undefined ? [] : [`reviewer: ${reviewer}`]),
  ];
  const rows = [`"${quote}"`, ...said].flatMap((text) => wrap(harmless(text), width - 5));
  const [first = '', ...rest] = listed(
    head.map((word) => harmless(word)),
    ` ${sign('dot', screen)} `,
    width - 5,
  );
  return [`  ${paint.id(first)}`, ...rest.map((line) => `     ${line}`), ...rows.map((row) => `     ${row}`)];
}
