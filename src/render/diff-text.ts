/** The screen of `pmed diff`: what became of each commitment, worst first, quoted on both sides. */

import { CHANGE_GROUPS, type ChangeGroup, groupOf, isQuiet } from '../model/change-groups.ts';
import { LEVELS } from '../model/change-levels.ts';
import type { Change, ChangeKind, Diff } from '../model/diff.ts';
import type { Level } from '../model/fault.ts';
import type { Commitment, DocumentRecord, Evidence } from '../model/report.ts';
import { changeValues } from './change-values.ts';
import { readableDate } from './dates.ts';
import { harmless } from './harmless.ts';
import { counted, grouped } from './numbers.ts';
import { place } from './place.ts';
import type { ScreenOptions } from './screen.ts';
import { sign } from './screen.ts';
import { displayWidth, pad } from './width.ts';
import { hang, wrap } from './wrap.ts';

/** What the screen shows besides the diff itself. */
export interface DiffScreenOptions extends ScreenOptions {
  /** The outcome of a gate, as its last line; null where none was asked for. */
  readonly verdict: Verdict | null;
  /** Levels of kinds, where they differ from the defaults. */
  readonly levels?: Readonly<Record<ChangeKind, Level>>;
  /** Whether a change is among those asked for; all unless given. */
  readonly shows?: (change: Change) => boolean;
  /** Unchanged commitments of the new version to show before and after each change, and where to take them from. */
  readonly context?: { readonly count: number; readonly commitments: readonly Commitment[] };
}

/** What a gate decided. */
export interface Verdict {
  readonly outcome: 'pass' | 'fail' | 'none';
  /** `3 errors (--fail-on error)`, or why there is no verdict. */
  readonly reason: string;
}

const LINES = 44;
const SIGNS: Readonly<Record<ChangeGroup, string>> = {
  removed: '-',
  weaker: '~',
  changed: '~',
  stronger: '~',
  added: '+',
  reworded: '=',
};

/** One screen of text, ending in a newline; longer lists are cut after some 45 lines unless `all` is set. */
export function renderDiff(diff: Diff, screen: DiffScreenOptions): string {
  const lines = [...title(diff, screen), ''];
  if (!diff.comparable) {
    const why = diff.diagnostics.find(({ code }) => code === 'PMED-V501')?.message ?? 'not compared';
    lines.push(...wrap(capital(harmless(why)), screen.width));
  } else {
    lines.push(...plan(diff, screen));
    lines.push(...entries(diff, screen));
    lines.push(...themes(diff, screen));
  }
  if (screen.verdict) lines.push(...(lines.at(-1) === '' ? [] : ['']), ...result(screen.verdict, screen));
  while (lines.at(-1) === '') lines.pop();
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** `Strategy   14 Mar 2024 (64 p.)  →  2 Jun 2026 (58 p.)`, or file names where the versions have no dates. */
function title({ documents: [old, now] }: Diff, screen: DiffScreenOptions): string[] {
  const name = harmless(now.title ?? old.title ?? '');
  const hasDates = old.date !== null && now.date !== null && old.date.value !== now.date.value;
  const side = (document: DocumentRecord) => {
    const label = hasDates && document.date ? readableDate(document.date.value) : harmless(document.name);
    const size = document.pages === null ? counted(document.words, 'word') : `${grouped(document.pages)} p.`;
    return `${label} (${size})`;
  };
  const sides = `${side(old)}  ${sign('arrow', screen)}  ${side(now)}`;
  if (name === '') return wrap(sides, screen.width);
  if (displayWidth(name) + 3 + displayWidth(sides) <= screen.width) return [`${screen.paint.head(name)}   ${sides}`];
  return [...wrap(name, screen.width).map(screen.paint.head), ...wrap(sides, screen.width)];
}

/** `Plan: 2 removed, 3 weaker; 39 unchanged`. */
function plan({ changes, unchanged }: Diff, screen: DiffScreenOptions): string[] {
  const counts = new Map<ChangeGroup, number>();
  let moved = 0;
  for (const change of changes) {
    if (change.kinds.every((kind) => kind === 'moved')) moved++;
    else counts.set(groupOf(change.kinds), (counts.get(groupOf(change.kinds)) ?? 0) + 1);
  }
  const parts = CHANGE_GROUPS.flatMap((group) => {
    const count = counts.get(group) ?? 0;
    return count > 0 ? [`${grouped(count)} ${group}`] : [];
  });
  if (moved > 0) parts.push(`${grouped(moved)} only moved`);
  const what = parts.length === 0 ? 'nothing changed' : parts.join(', ');
  return wrap(`Plan: ${what}; ${grouped(unchanged)} unchanged`, screen.width);
}

/** The changes by group, worst first, as many as fit. */
function entries(diff: Diff, screen: DiffScreenOptions): string[] {
  const shows = screen.shows ?? ((change: Change) => screen.all || !isQuiet(change.kinds));
  const shown = diff.changes.filter(shows);
  const lines: string[] = [];
  let count = 0;
  let isFull = false;
  for (const group of CHANGE_GROUPS) {
    for (const change of shown) {
      if (groupOf(change.kinds) !== group) continue;
      const block = [
        '',
        ...before(change, diff, screen),
        ...entry(change, group, diff, screen),
        ...after(change, diff, screen),
      ];
      isFull ||= !screen.all && count > 0 && lines.length + block.length > LINES;
      if (isFull) continue;
      lines.push(...block);
      count++;
    }
  }
  const left = shown.length - count;
  const hidden = diff.changes.length - shown.length;
  lines.push('');
  if (left > 0) lines.push(` ${counted(left, 'more change')}: --all`, '');
  else if (hidden > 0 && screen.shows === undefined) lines.push(` ${grouped(hidden)} reworded or moved: --all`, '');
  return lines;
}

/** The unchanged commitments that stand just before a change. */
function before(change: Change, diff: Diff, screen: DiffScreenOptions): string[] {
  return neighbours(change, diff, screen, -1);
}

/** The unchanged commitments that stand just after a change. */
function after(change: Change, diff: Diff, screen: DiffScreenOptions): string[] {
  return neighbours(change, diff, screen, 1);
}

function neighbours(change: Change, diff: Diff, screen: DiffScreenOptions, step: -1 | 1): string[] {
  const { count, commitments } = screen.context ?? { count: 0, commitments: [] };
  if (count === 0) return [];
  const changed = new Set(diff.changes.flatMap(({ newId, also }) => [newId, ...also.map((other) => other.newId)]));
  const found: Commitment[] = [];
  const at = commitments.findIndex(({ id }) => id === change.newId);
  if (at < 0) return [];
  for (let index = at + step; found.length < count; index += step) {
    const one = commitments[index];
    if (!one) break;
    if (!changed.has(one.id)) found.push(one);
  }
  if (step < 0) found.reverse();
  return found.flatMap((one) => {
    const head = `   ${pad('unchanged', 10)}${pad(one.ref, 5)}`;
    return hang(harmless(one.action.text), screen.width, head, ' '.repeat(18)).map(screen.paint.quiet);
  });
}

function entry(change: Change, group: ChangeGroup, diff: Diff, screen: DiffScreenOptions): string[] {
  const { paint } = screen;
  const record = change.before ?? change.after;
  const isAlone = group === 'removed' || group === 'added';
  const who = isAlone ? (record?.actor.name ?? record?.actor.text) : null;
  const what = harmless([who, record?.action.text].filter(Boolean).join(' '));
  const tone = group === 'removed' || group === 'weaker' ? paint.bad : group === 'changed' ? paint.warn : paint.good;
  const head = ` ${SIGNS[group]} ${pad(group, 9)} ${pad(record?.ref ?? '', 4)} `;
  const [first = '', ...rest] = hang(what, screen.width, head, ' '.repeat(head.length));
  const painted = `${tone(first.slice(0, 12))}${paint.id(first.slice(12, head.length))}${first.slice(head.length)}`;
  return [painted, ...rest, ...details(change, diff, screen), ...quotes(change, isAlone, screen)];
}

/** A line for each kind: its name, the two values, and the level at the right edge. */
function details(change: Change, diff: Diff, screen: DiffScreenOptions): string[] {
  return change.kinds.flatMap((kind) => {
    if (kind === 'removed' || kind === 'added' || (kind === 'moved' && !screen.all)) return [];
    const level = (screen.levels ?? LEVELS)[kind];
    const paint = paintOf(level, screen);
    const label = kind.replaceAll('-', ' ');
    const value = harmless(changeValues(kind, change, diff.documents, sign('arrow', screen)));
    const indent = 5;
    const column = 19;
    const room = screen.width - indent - column - 9;
    if (room < 20) {
      const head = edge(`${' '.repeat(indent)}${label}`, level, screen.width, paint);
      return value === '' ? [head] : [head, ...hang(value, screen.width, ' '.repeat(7), ' '.repeat(7))];
    }
    const fits = displayWidth(label) < column;
    const [first = '', ...rest] = value === '' ? [''] : wrap(value, room);
    const start = fits ? `${' '.repeat(indent)}${pad(label, column)}${first}` : `${' '.repeat(indent)}${label}`;
    const more = fits ? rest : [first, ...rest];
    return [edge(start, level, screen.width, paint), ...more.map((line) => `${' '.repeat(indent + column)}${line}`)];
  });
}

/** Text at the left and a word at the right edge. */
function edge(left: string, right: string, width: number, paint = (text: string): string => text): string {
  const free = width - displayWidth(left) - displayWidth(right);
  return `${left}${' '.repeat(Math.max(2, free))}${paint(right)}`;
}

/** What both versions say, with their places. */
function quotes(change: Change, isAlone: boolean, screen: DiffScreenOptions): string[] {
  const old = change.before?.evidence ?? (change.after ? change.statement?.evidence : undefined);
  const now = change.after?.evidence ?? (change.before ? change.statement?.evidence : undefined);
  const lines: string[] = [];
  if (old && now && old.quote === now.quote) {
    const stems = [change.before?.stem?.quote, change.after?.stem?.quote];
    const [one, two] = stems;
    if (one && two && one !== two) {
      lines.push(
        ...cited('was', old, `${one} ${old.quote}`, screen),
        ...cited('now', now, `${two} ${now.quote}`, screen),
      );
    } else lines.push(...cited('was', old, null, screen), ...cited('now', now, now.quote, screen));
    return lines;
  }
  const { quote } = change.fields;
  if (old) lines.push(...cited('was', old, old.quote, screen));
  else if (quote?.before) lines.push(...cited('was', null, String(quote.before), screen));
  if (now) lines.push(...cited('now', now, now.quote, screen));
  else if (quote?.after) lines.push(...cited('now', null, String(quote.after), screen));
  if (isAlone && old) {
    const closest = change.fields.closest?.after;
    const near = closest ? ` (closest: similarity ${change.similarity.toFixed(2)})` : '';
    lines.push(...hang(`not found${near}`, screen.width, '     now  ', ' '.repeat(10)));
  }
  return isAlone ? closedBy(lines, change, screen) : lines;
}

/** Lines with the level of the change at the right edge of the last one, or below it. */
function closedBy(lines: readonly string[], { level }: Change, screen: DiffScreenOptions): string[] {
  const last = lines.at(-1) ?? '';
  const paint = paintOf(level, screen);
  if (displayWidth(last) + 2 + level.length > screen.width) return [...lines, edge('', level, screen.width, paint)];
  return [...lines.slice(0, -1), edge(last, level, screen.width, paint)];
}

function paintOf(level: Level, { paint }: DiffScreenOptions): (text: string) => string {
  return paint[level === 'error' ? 'bad' : level === 'warning' ? 'warn' : 'quiet'];
}

function cited(
  word: 'was' | 'now',
  evidence: Evidence | null,
  quote: string | null,
  screen: DiffScreenOptions,
): string[] {
  const head = `     ${word} ${pad(evidence === null ? '' : place(evidence), 6)} `;
  return hang(quote === null ? '' : `"${harmless(quote)}"`, screen.width, head, ' '.repeat(head.length));
}

/** `Themes: economics +6.1 points, ethics -2.4`: those whose share changed by more than chance. */
function themes({ themeChanges }: Diff, screen: DiffScreenOptions): string[] {
  const told = themeChanges.filter(({ significant }) => significant);
  if (told.length === 0) return [];
  const parts = told.map(({ id, before: old, after: now }, index) => {
    const points = (now - old) * 100;
    const signed = `${points < 0 ? '-' : '+'}${Math.abs(points).toFixed(1)}`;
    return `${id.replaceAll('-', ' ')} ${signed}${index === 0 ? ' points' : ''}`;
  });
  return hang(`Themes: ${parts.join(', ')}`, screen.width, '', '        ');
}

function result({ outcome, reason }: Verdict, screen: DiffScreenOptions): string[] {
  const word = { pass: 'pass', fail: 'FAIL', none: 'no verdict' }[outcome];
  const code = { pass: 'exit 0', fail: 'exit 1', none: 'exit 3' }[outcome];
  const paint = outcome === 'pass' ? screen.paint.good : screen.paint.bad;
  const lines = wrap(`Result: ${word}, ${reason}`, screen.width - code.length - 2);
  const last = lines.pop() ?? '';
  return [...lines, edge(last, code, screen.width)].map(paint);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
