/** What stands beside the rows of a timeline: vague and unresolved times, what is undated, what was left out. */
import { readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { linkedPlace, type Source } from '../linked.ts';
import { counted, grouped } from '../numbers.ts';
import { quoted } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { sign } from '../screen.ts';
import { hang, listed } from '../wrap.ts';
import { everyName } from './labels.ts';
import type { Loose, LooseKind } from './loose.ts';
import type { Plan } from './plan.ts';
import { isAhead, type PlanRow } from './row.ts';

/** Entries that each line of the default screen names. */
const NAMED = 5;

/** Recurrences that nothing hangs on, as one line: they are no rows unless all are asked for. */
export function recurringLines(rows: readonly PlanRow[], source: Source, screen: ScreenOptions): string[] {
  const groups = new Map<string, PlanRow[]>();
  for (const row of rows) {
    const name = everyName(row.every);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  const entries = [...groups]
    .map(([name, own]) => ({ name, times: own.flatMap(({ times }) => times) }))
    .sort((a, b) => b.times.length - a.times.length)
    .map(({ name, times }) => `${name} ${where(times, source, screen)}`);
  return block('Recurring', entries, screen);
}

/** Vague, unresolved and undated, each named with its place; durations and the like only counted. */
export function apartLines({ loose, undated, document }: Plan, screen: ScreenOptions): string[] {
  const entryOf = entryFrom(document, screen);
  return [
    ...named('Vague', 'vague', loose, document, screen),
    ...named('No day known', 'unresolved', screen.all ? loose : loose.filter(isDue), document, screen),
    ...(screen.all
      ? [
          ...block('Without a rhythm', ordered('unsteady', loose).map(entryOf), screen),
          ...block('Durations', ordered('length', loose).map(entryOf), screen),
          ...block('Present and past', ordered('now', loose).map(entryOf), screen),
        ]
      : counts(loose, screen)),
    ...block(
      'Undated',
      undated.map(({ ref, evidence }) => `${ref} ${linkedPlace(evidence, document, screen)}`.trimEnd()),
      screen,
      12,
    ),
  ];
}

/** The same as counts, for a screen that was asked for some days only. */
export function apartCounts({ loose, undated }: Plan, idle: readonly PlanRow[], screen: ScreenOptions): string[] {
  const vague = loose.filter(({ kind }) => kind === 'vague').length;
  const unknown = loose.filter((one) => one.kind === 'unresolved' && isDue(one)).length;
  const again = idle.reduce((sum, { times }) => sum + times.length, 0);
  const parts = [
    ...(again === 0 ? [] : [`${counted(again, 'recurring time')}`]),
    ...(vague === 0 ? [] : [`${counted(vague, 'vague time')}`]),
    ...(unknown === 0 ? [] : [`${grouped(unknown)} of no known day`]),
    ...(undated.length === 0 ? [] : [`${counted(undated.length, 'undated commitment')}`]),
  ];
  if (parts.length === 0) return [];
  return hang(`Not on any day: ${parts.join(', ')}: --all`, screen.width, ' ', '   ').map(screen.paint.quiet);
}

/** `3 dates before 14 Mar 2024 (2019 to 2023), 2 more mentioned (2031 to 2050)`, where they are not shown. */
export function foldedLine(
  past: readonly PlanRow[],
  mentions: readonly PlanRow[],
  { document }: Plan,
  screen: ScreenOptions,
): string[] {
  const date = document?.date ?? null;
  const before = date === null ? 'only mentioned' : `before ${readableDate(date.value)}`;
  const parts = [
    ...(past.length === 0 ? [] : [`${counted(past.length, 'date')} ${before} (${years(past)})`]),
    ...(mentions.length === 0 ? [] : [`${counted(mentions.length, 'date')} only mentioned (${years(mentions)})`]),
  ];
  if (parts.length === 0) return [];
  return hang(`${parts.join(', ')}: --all`, screen.width, ' ', '   ').map(screen.paint.quiet);
}

/** `2019`, or `2019 to 2023`. */
function years(rows: readonly PlanRow[]): string {
  const all = rows.map(yearOf).sort();
  const [first = '', last = first] = [all[0], all.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

const yearOf = ({ startIso, endIso }: PlanRow): string => (endIso ?? startIso ?? '').slice(0, 4);

/** Whether somebody is bound by it, or its own words say that something is due: "the pandemic" is only spoken of. */
const isDue = ({ times: [time], items }: Loose): boolean =>
  items.some(isAhead) || time.role === 'deadline' || time.role === 'start';

/** An event whose name stands with what is counted from it, as in "within six months of Royal Assent". */
function isNamed({ times: [{ text, anchor }] }: Loose, loose: readonly Loose[]): boolean {
  return (
    anchor?.value === text &&
    loose.some((one) => isDue(one) && one.text !== text && one.times[0].anchor?.value === text)
  );
}

/** In one paragraph; with `all` each with its sentences. */
function named(
  name: string,
  kind: LooseKind,
  loose: readonly Loose[],
  source: Source,
  screen: ScreenOptions,
): string[] {
  const entryOf = entryFrom(source, screen);
  const own = ordered(kind, loose);
  if (!screen.all || own.length === 0) return block(name, own.map(entryOf), screen);
  return [
    ` ${name}:`,
    ...own.flatMap((one) => [
      ...hang(entryOf(one), screen.width, '   ', '     '),
      ...[...new Map(one.times.map((time) => [time.evidence.quote, time])).values()].flatMap((time) =>
        quoted(time, screen.width - 6, source, screen).map((line) => `     ${screen.paint.quiet(line)}`),
      ),
    ]),
  ];
}

/** Those that something hangs on first, the others as often as they are said. */
function ordered(kind: LooseKind, loose: readonly Loose[]): Loose[] {
  return loose
    .filter((one) => one.kind === kind)
    .sort((a, b) => Number(b.items.length > 0) - Number(a.items.length > 0) || b.times.length - a.times.length);
}

/** `"in due course" C7 l. 13`. */
const entryFrom =
  (source: Source, screen: ScreenOptions) =>
  ({ text, times, items }: Loose): string => {
    const refs = items.map(({ ref }) => ref);
    const shown = refs.length > 4 ? `${refs.slice(0, 3).join(' ')} +${refs.length - 3}` : refs.join(' ');
    return [`"${harmless(text)}"`, shown, where(times, source, screen)].filter((each) => each !== '').join(' ');
  };

/** `p. 4`, or how often and where first. */
function where(times: readonly Loose['times'][number][], source: Source, screen: ScreenOptions): string {
  const [first] = times;
  const at = first === undefined ? '' : linkedPlace(first.evidence, source, screen);
  return times.length > 1 ? `(${times.length}, first ${at || 'here'})` : at;
}

/** `14 durations ("18 weeks", …)`: what says how long or how often, and not when. */
function counts(loose: readonly Loose[], screen: ScreenOptions): string[] {
  const groups: readonly [LooseKind, one: string, many: string][] = [
    ['unresolved', 'event', 'events'],
    ['length', 'duration', 'durations'],
    ['unsteady', 'time without a rhythm', 'times without a rhythm'],
    ['now', 'mention of the present or past', 'mentions of the present or past'],
  ];
  const entries = groups.flatMap(([kind, one, many]) => {
    const own = loose.filter(
      (each) => each.kind === kind && !(kind === 'unresolved' && (isDue(each) || isNamed(each, loose))),
    );
    const [first] = own;
    if (first === undefined) return [];
    const count = own.reduce((sum, { times }) => sum + times.length, 0);
    const more = own.length > 1 ? `, ${sign('ellipsis', screen)}` : '';
    return `${counted(count, one, many)} ("${harmless(first.text)}"${more})`;
  });
  if (entries.length === 0) return [];
  return hang(`Also ${entries.join(', ')}: --all`, screen.width, ' ', '   ').map(screen.paint.quiet);
}

/** A line with a name, the first entries of a list, and how many more there are. */
function block(name: string, entries: readonly string[], screen: ScreenOptions, most = NAMED): string[] {
  if (entries.length === 0) return [];
  const shown = screen.all || entries.length <= most + 1 ? entries : entries.slice(0, most);
  const rest = entries.length > shown.length ? [`${entries.length - shown.length} more: --all`] : [];
  const [head = '', ...others] = [...shown, ...rest];
  const lines = listed([`${name}: ${head}`, ...others], ', ', screen.width - 3);
  return lines.map((line, index) => (index === 0 ? ' ' : '   ') + line);
}
