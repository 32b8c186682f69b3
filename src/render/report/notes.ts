/** What to bear in mind when reading the screen: denials, dates read with a guess, and what could not be read. */
import type { ReportPart } from '../../model/part.ts';
import { readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { linked, linkedPlace } from '../linked.ts';
import { counted } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { displayWidth } from '../width.ts';
import { hang } from '../wrap.ts';
import { leftOut } from './phrases.ts';

const ROWS = 5;

type Note = readonly [where: string, what: string];

export function noteLines(part: ReportPart, screen: ScreenOptions): string[] {
  const notes = [...unread(part, screen), ...denials(part, screen), ...roundYears(part), ...unresolved(part)];
  if (notes.length === 0) return [];
  const shown = screen.all ? notes : notes.slice(0, ROWS);
  const column = Math.max(...shown.map(([where]) => displayWidth(where))) + 2;
  const lines = shown.flatMap(([where, what]) =>
    hang(what, screen.width, ` ${where}${' '.repeat(column - displayWidth(where))}`, ' '.repeat(column + 1)),
  );
  return [screen.paint.head('NOTES'), ...lines, ...leftOut(notes.length - shown.length, screen)];
}

/** Other messages are about the analysis and stand on stderr. */
function unread({ diagnostics, document }: ReportPart, screen: ScreenOptions): Note[] {
  return diagnostics
    .filter(({ code, level }) => code === 'PMED-I111' || (code.startsWith('PMED-I') && level !== 'note'))
    .map(({ page, message }) => [
      page === null ? '!' : linked(`p. ${page}`, { page }, document, screen),
      harmless(message),
    ]);
}

function denials({ statements, document }: ReportPart, screen: ScreenOptions): Note[] {
  return statements
    .filter((statement) => statement.kind === 'denial')
    .map(({ evidence }) => [
      linkedPlace(evidence, document, screen),
      `"${harmless(evidence.quote)}" is a denial; nothing is counted here.`,
    ]);
}

/** "By 2025" says no month; its end is what is counted. */
function roundYears({ commitments, statements }: ReportPart): Note[] {
  const refs = new Map<string, string[]>();
  for (const { ref, deadline } of [...commitments, ...statements]) {
    if (deadline?.precision !== 'year' || deadline.end === null || !/^by \d{4}$/i.test(deadline.text)) continue;
    const what = `"${harmless(deadline.text)}" has no month; read as ${readableDate(deadline.end)}.`;
    refs.set(what, [...(refs.get(what) ?? []), ref]);
  }
  return [...refs].map(([what, own]) => [own.length > 3 ? `${own.slice(0, 3).join(' ')} …` : own.join(' '), what]);
}

function unresolved({ timeline }: ReportPart): Note[] {
  const open = timeline.filter((time) => !time.resolved && time.role !== 'vague');
  if (open.length === 0) return [];
  const examples = open.slice(0, 3).map((time) => `"${harmless(time.text)}"`);
  const such = open.length > examples.length ? ', such as' : ':';
  return [['?', `${counted(open.length, 'time')} without a date${such} ${examples.join(', ')}.`]];
}
