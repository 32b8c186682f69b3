/**
 * The timeline as a calendar (RFC 5545): a whole-day event on the last day of every deadline, one for each commitment that
 * is due then, and a repeated one for every recurrence whose first day is known.
 */
import { type Day, isoDay } from '../../model/days.ts';
import type { DocumentRecord, Tool } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import { contentLine, textValue } from '../icalendar.ts';
import { place } from '../place.ts';
import { what } from '../undertaking.ts';
import type { Plan } from './plan.ts';
import { repeatRule } from './repeats.ts';
import { isAhead, type PlanItem, type PlanRow } from './row.ts';
import { itemWords, mentionWords } from './words.ts';

/** A calendar, and what has no day to stand on. */
export interface Calendar {
  readonly text: string;
  /** Refs of commitments, statements and times that are due on a day nobody knows; each once. */
  readonly withoutDay: readonly string[];
  /** Refs of what recurs without a known first day, or by less than a day; each once. */
  readonly withoutFirstDay: readonly string[];
}

/** The time stamp of events of a document without a date: the result may not depend on a clock. */
const NO_STAMP = '19700101T000000Z';

/**
 * Of many documents one calendar. UIDs are the stable ids (`c-3f9k2m7q@pmed`), so that a later version of a plan moves its
 * events instead of doubling them; of an id that several documents have, the later ones name their document as well.
 */
export function timelineCalendar(plans: readonly Plan[], { version }: Pick<Tool, 'version'>): Calendar {
  const uids = new Set<string>();
  const lines = [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', textValue(`-//pmed//pmed ${version}//EN`)),
    contentLine('CALSCALE', 'GREGORIAN'),
    ...nameOf(plans),
  ];
  const withoutFirstDay = new Set<string>();
  for (const plan of plans) {
    const begun = begunBy(plan.rows);
    for (const row of plan.rows) {
      const moment = momentOf(row);
      if (moment === null) {
        if (row.kind === 'recurrence') for (const ref of row.refs) withoutFirstDay.add(ref);
        continue;
      }
      for (const item of row.items.length > 0 ? row.items : [null]) {
        if (row.kind === 'start' && begun.has(`${item?.id} ${row.startIso}`)) continue;
        const uid = newUid(row, item, plan.document, uids);
        lines.push(...eventOf(row, item, moment, { uid, document: plan.document }));
      }
    }
  }
  lines.push(contentLine('END', 'VCALENDAR'));
  const withoutDay = new Set(plans.flatMap(undatedOf));
  return { text: lines.join(''), withoutDay: [...withoutDay], withoutFirstDay: [...withoutFirstDay] };
}

/** What recurs from a day on, as `id day`: its first time says that it begins then. */
function begunBy(rows: readonly PlanRow[]): Set<string> {
  const again = rows.filter((row) => row.kind === 'recurrence' && momentOf(row) !== null);
  return new Set(again.flatMap(({ items, startIso }) => items.map(({ id }) => `${id} ${startIso}`)));
}

/** The id of what is due, or of the time; what recurs as well as being due has two events. Added to `taken`. */
function newUid(row: PlanRow, item: PlanItem | null, document: DocumentRecord | null, taken: Set<string>): string {
  const id = `${item?.id ?? row.times[0].id}${item !== null && row.kind === 'recurrence' ? '.again' : ''}`;
  const own = taken.has(id) ? `${id}.${document?.id ?? ''}` : id;
  let uid = own;
  for (let count = 2; taken.has(uid); count++) uid = `${own}.${count}`;
  taken.add(uid);
  return uid;
}

/** Calendars show it as the name of what was imported (RFC 7986, 5.1; before it X-WR-CALNAME). */
function nameOf(plans: readonly Plan[]): string[] {
  const [first, ...others] = plans.flatMap(({ document }) => document?.title ?? document?.name ?? []);
  if (first === undefined || others.length > 0) return [];
  const name = textValue(harmless(first));
  return [contentLine('NAME', name), contentLine('X-WR-CALNAME', name)];
}

/** Where an event stands. */
interface Moment {
  readonly day: Day;
  readonly iso: string;
  /** Said before the summary: what the day means, where it is not simply the day on which something is due. */
  readonly sign: string;
  /** The value of an RRULE. */
  readonly repeats: string | null;
}

/** Null for rows that are no deadlines, and for recurrences without a first day or a length in days. */
function momentOf({ kind, items, start, startIso, end, endIso, uncertain, every }: PlanRow): Moment | null {
  if (kind === 'recurrence') {
    if (start === null || startIso === null || every === null) return null;
    const repeats = repeatRule(every, start, endIso === null ? null : compact(endIso));
    return repeats === null ? null : { day: start, iso: startIso, sign: '', repeats };
  }
  if (kind === 'start' && items.length > 0 && start !== null && startIso !== null) {
    return { day: start, iso: startIso, sign: '[from this day] ', repeats: null };
  }
  const isDue = kind === 'deadline' || (kind === 'period' && items.some(isAhead));
  if (!isDue || end === null || endIso === null) return null;
  const isVague = kind === 'period' || uncertain !== null;
  return { day: end, iso: endIso, sign: isVague ? '[no later than] ' : '', repeats: null };
}

function eventOf(
  row: PlanRow,
  item: PlanItem | null,
  { day, iso, sign, repeats }: Moment,
  { uid, document }: { readonly uid: string; readonly document: DocumentRecord | null },
): string[] {
  const next = isoDay(day + 1);
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', textValue(`${uid}@pmed`)),
    contentLine('DTSTAMP', stampOf(document)),
    contentLine('DTSTART;VALUE=DATE', compact(iso)),
    ...(next === null ? [] : [contentLine('DTEND;VALUE=DATE', compact(next))]),
    ...(repeats === null ? [] : [contentLine('RRULE', repeats)]),
    contentLine('SUMMARY', textValue(sign + summaryOf(row, item))),
    contentLine('DESCRIPTION', textValue(descriptionOf(row, item, document))),
    contentLine('CATEGORIES', categoriesOf(row, item)),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('END', 'VEVENT'),
  ];
}

/** `publish a workforce plan – Northshire ICB (C7)`, or the sentence where nothing is undertaken. */
function summaryOf(row: PlanRow, item: PlanItem | null): string {
  if (item === null) return `${mentionWords(row, signs)} (${row.refs.join(' ')})`;
  if (item.commitment === null) return `${itemWords(item, row, null, signs)} (${item.ref})`;
  const by = item.actor === null ? '' : ` – ${harmless(item.actor)}`;
  return `${what(item.commitment)}${by} (${item.ref})`;
}

const signs = { ascii: false };

function descriptionOf(row: PlanRow, item: PlanItem | null, document: DocumentRecord | null): string {
  const { evidence } = item ?? row;
  const section = document?.sections.find(({ id }) => id === evidence.sectionId)?.title;
  const where = [place(evidence), section === undefined ? '' : `section "${harmless(section)}"`];
  const said = row.times.map(({ text }) => `"${harmless(text)}"`);
  return [
    `"${harmless(evidence.quote)}"`,
    where.filter((part) => part !== '').join(', '),
    harmless(evidence.cite),
    `${[...new Set(said)].join(', ')}: ${harmless(row.when)}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** What it is, by role and kind: `deadline,commitment,firm`. */
function categoriesOf({ kind }: PlanRow, item: PlanItem | null): string {
  const role = kind === 'period' ? 'deadline' : kind;
  return [role, ...(item === null ? [] : [item.kind, item.strength])].filter((one) => one !== null).join(',');
}

/** The date of the document: its first day where it is less precise. */
function stampOf(document: DocumentRecord | null): string {
  const value = document?.date?.value;
  return value === undefined ? NO_STAMP : `${compact(value).padEnd(6, '01').padEnd(8, '01')}T000000Z`;
}

/** `2026-03-31` as `20260331`. */
const compact = (iso: string): string => iso.replaceAll('-', '');

/** What is due on a day that the words do not give. */
function undatedOf({ loose }: Plan): string[] {
  return loose
    .filter(({ kind }) => kind === 'vague' || kind === 'unresolved')
    .flatMap(({ items, times }) => {
      if (items.length > 0) return items.map(({ ref }) => ref);
      return times.filter(({ role }) => role === 'deadline').map(({ ref }) => ref);
    });
}
