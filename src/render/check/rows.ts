/** Findings as lines of a screen: a table, or where the screen is narrow a few lines for each. */
import type { Level } from '../../model/fault.ts';
import type { Finding } from '../../model/findings.ts';
import type { DocumentRecord } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { linkedPlace, type Source } from '../linked.ts';
import { quoted } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { type Column, draw, layOut } from '../table.ts';
import { hang, listed } from '../wrap.ts';

/** Below this width a table has no room for messages. */
const NARROW = 72;

/** The lines of each finding; with `all` its quote is among them. */
export function findingRows(
  findings: readonly Finding[],
  document: Pick<DocumentRecord, 'sections'> & NonNullable<Source>,
  screen: ScreenOptions,
): readonly (readonly string[])[] {
  const rows = screen.width < NARROW ? cards(findings, document, screen) : table(findings, document, screen);
  if (!screen.all) return rows;
  return rows.map((lines, index) => {
    const its = findings[index];
    // Findings of one sentence that follow one another show it once, below the last.
    if (its === undefined || findings[index + 1]?.evidence.start === its.evidence.start) return lines;
    return [
      ...lines,
      ...quoted(its, screen.width - 4, document, screen).map((line) => `    ${screen.paint.quiet(line)}`),
    ];
  });
}

function table(
  findings: readonly Finding[],
  document: Pick<DocumentRecord, 'sections'> & NonNullable<Source>,
  screen: ScreenOptions,
): readonly (readonly string[])[] {
  const numbers = new Map(document.sections.map(({ id, title }) => [id, numberOf(title)]));
  const sectionOf = ({ evidence }: Finding): string => numbers.get(evidence.sectionId ?? '') ?? '';
  const isNumbered = findings.some((its) => sectionOf(its) !== '');
  const columns: readonly Column[] = [
    { head: '', least: 5, most: 9, paint: screen.paint.quiet },
    ...(isNumbered ? [{ head: '', least: 2, most: 7, paint: screen.paint.quiet }] : []),
    { head: '', least: 2, most: 6, paint: screen.paint.id },
    { head: '', least: 7, most: 7, paint: (line, row) => levelPaint(findings[row]?.level, screen)(line) },
    { head: '', least: 7, most: 26 },
    { head: '', least: 12, most: 'rest' },
  ];
  const cells = findings.map((its) => [
    linkedPlace(its.evidence, document, screen),
    ...(isNumbered ? [sectionOf(its)] : []),
    its.ref ?? '',
    its.level,
    its.rule,
    harmless(its.message),
  ]);
  const [, ...rows] = draw(layOut(columns, cells, screen.width - 2), (text) => text);
  return rows.map((lines) => lines.map((line) => `  ${line}`));
}

/** `p. 31  C30  warning  weak-verb`, and the message below it. */
function cards(findings: readonly Finding[], source: Source, screen: ScreenOptions): readonly (readonly string[])[] {
  return findings.map((its) => {
    const head = [linkedPlace(its.evidence, source, screen), its.ref ?? '', its.level, its.rule];
    const parts = head.filter((part) => part !== '');
    return [
      ...listed(parts, '  ', screen.width - 4).map((line, at) => (at === 0 ? '  ' : '    ') + line),
      ...hang(harmless(its.message), screen.width, '    ', '    '),
    ];
  });
}

/** The number of a section as its heading has it: `§2.1`; empty where it has none. */
function numberOf(title: string): string {
  const [number] = /^\d{1,3}(?:\.\d{1,3}){0,3}(?=[.:)]?\s)/.exec(title) ?? [];
  return number === undefined ? '' : `§${number}`;
}

/** The colour of a level. */
function levelPaint(level: Level | undefined, { paint }: ScreenOptions): (text: string) => string {
  return level === 'error' ? paint.bad : level === 'warning' ? paint.warn : paint.quiet;
}
