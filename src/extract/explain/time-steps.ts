/** Explains how a time expression was read and placed: what its words say, what it is counted from, and its days. */
import type { ExplainedStep, RuleUse } from '../../model/explanation.ts';
import type { DocumentRecord, TimeRecord } from '../../model/report.ts';
import type { WrittenRules } from '../../rules/sources.ts';
import { alone } from '../claims/sequence.ts';
import type { Resolution } from '../times/resolve/placement.ts';
import type { DateTerm, Term } from '../times/term.ts';
import type { TimeStory } from './collector.ts';
import { wordsOf } from './words.ts';

/** What explaining a time needs to know of its document. */
export type TimeContext = Pick<DocumentRecord, 'date' | 'fiscalYear'>;

/** The rules that found a time; the one that takes all of its words first. */
export function timeRules(time: TimeRecord, story: TimeStory | null, written: WrittenRules): RuleUse[] {
  const cue = story?.item.cue?.rule.key ?? null;
  return [...new Set(time.rules)].map((id, i) => ({
    id,
    description: written.rules.get(id)?.description ?? null,
    pattern: null,
    matched: i === 0 ? time.text : null,
    captures: id === cue && story ? [{ name: 'cue', text: cueText(story) }].filter(({ text }) => text !== '') : [],
  }));
}

/** The steps of a time: its value, its days, its role, and what it dates. */
export function timeSteps(
  time: TimeRecord,
  story: TimeStory | null,
  context: TimeContext,
  dates: readonly string[],
): ExplainedStep[] {
  return [
    {
      about: 'value',
      value: `${time.type} ${time.value || 'without a value'}`,
      because: story ? [`the words say ${termWords(story.item.term)}`] : [],
    },
    { about: 'days', value: daysWords(time), because: arithmetic(time, story, context) },
    {
      about: 'role',
      value: time.relation === null ? time.role : `${time.role} (${time.relation})`,
      because: roleOf(time, story),
    },
    {
      about: 'link',
      value: dates.length === 0 ? null : dates.join('; '),
      because: dates.length === 0 ? ['no commitment has it for its deadline'] : [],
    },
  ];
}

/** `2016-09-08 to 2021-09-07`, `until 2025-12-31`, or null where no day is known. */
export function daysWords({ start, end }: Pick<TimeRecord, 'start' | 'end'>): string | null {
  if (start !== null && end !== null) return start === end ? start : `${start} to ${end}`;
  if (end !== null) return `up to ${end}`;
  return start === null ? null : `from ${start}`;
}

/** The arithmetic of a time's days, step by step. */
export function arithmetic(time: TimeRecord, story: TimeStory | null, context: TimeContext): string[] {
  const { anchor, value, type } = time;
  const placed = story?.resolution ?? time;
  const lines: string[] = [];
  if (anchor) lines.push(anchorWords(time, context));
  if (time.calendar === 'fiscal') lines.push(fiscalWords(context));
  const days = daysWords(placed);
  if (days === null) {
    lines.push(type === 'SET' ? `recurs every ${time.recurrence ?? value}: no single day` : openWords(time, context));
    return lines;
  }
  if (type === 'DURATION' && anchor?.value && placed.start !== null && placed.end !== null) {
    lines.push(
      isBackward(story)
        ? `${placed.end} - ${value} = from ${placed.start}, up to and including ${placed.end}`
        : `${placed.start} + ${value} = up to and including ${placed.end}`,
    );
  } else lines.push(placedWords(time, story, days));
  const narrowed = narrowing(time, placed);
  return narrowed === null ? lines : [...lines, narrowed];
}

/** `2025, its early part, is 2025-01-01 to 2025-04-30`; of an offset with what was counted. */
function placedWords({ value, anchor }: TimeRecord, story: TimeStory | null, days: string): string {
  const term = story?.item.term;
  const is = value === '' || value === days ? `it is ${days}` : `${value} is ${days}`;
  if (term?.kind === 'date' && term.part !== undefined && value !== '')
    return `${value}, ${partWords(term.part)}, is ${days}`;
  if (term?.kind !== 'offset' || !anchor?.value) return is;
  const length = `${amountWords(term.length.amount)} ${term.length.unit}s`;
  return `${anchor.value} ${term.sign === 1 ? '+' : '-'} ${length} = ${value === days ? days : `${value}, which is ${days}`}`;
}

const partWords = (part: NonNullable<DateTerm['part']>): string =>
  part === 'start' || part === 'end' ? `its ${part}` : `its ${part} part`;

function isBackward(story: TimeStory | null): boolean {
  const term = story?.item.term;
  return term?.kind === 'duration' && term.sign === -1;
}

function anchorWords({ anchor }: TimeRecord, { date }: TimeContext): string {
  const day = anchor?.value ?? 'an unknown day';
  switch (anchor?.kind) {
    case 'document':
      return `counted from ${day}, the document's date${date?.quote ? ` ("${date.quote}")` : ''}`;
    case 'narrative':
      return `counted from ${day}, the date that the text last spoke of`;
    case 'event':
      return anchor.value === null
        ? 'counted from an event whose day is not known; --anchor can give it'
        : `counted from ${day}, the day of the event that it names`;
    case 'flag':
      return `counted from ${day}, as given with --anchor`;
    case undefined:
      return 'counted from nothing';
  }
}

function fiscalWords({ fiscalYear }: TimeContext): string {
  const start = fiscalYear?.start ?? '04-01';
  const sources = {
    flag: 'as given',
    text: 'as the text says',
    country: 'as in its country',
    default: 'unless told otherwise',
  };
  return `financial years begin on ${start}, ${sources[fiscalYear?.source ?? 'default']}`;
}

/** Why a time has no days. */
function openWords({ type, role, anchor, resolved }: TimeRecord, { date }: TimeContext): string {
  if (role === 'vague') return 'its words name no day';
  if (type === 'DURATION' && anchor === null) return 'a length that runs from no day in particular';
  if (date === null) return "the document's date is not known, so there is nothing to count from; --doc-date gives it";
  return resolved ? 'no single day' : 'its words do not say enough to place it';
}

/** What the role made of the placed days. */
function narrowing(time: TimeRecord, placed: Pick<Resolution, 'start' | 'end'>): string | null {
  if (time.start === placed.start && time.end === placed.end) return null;
  const days = daysWords(time) ?? 'no day';
  if (time.role === 'deadline') return 'as a deadline only its last day counts';
  if (time.role === 'start') return 'as a start it has no end';
  return `with "${time.relation ?? time.role}" that makes ${days}`;
}

function roleOf(time: TimeRecord, story: TimeStory | null): string[] {
  const cue = story?.item.cue;
  if (cue && story) {
    const text = cueText(story);
    const isKept = cue.rule.role === time.role;
    const told = text === '' ? `the words around it (${cue.rule.key})` : `"${text}" (${cue.rule.key})`;
    return [
      isKept || cue.rule.role === null
        ? `from ${told}`
        : `${told} would make it a ${cue.rule.role}, but it is over or cannot be one`,
    ];
  }
  if (story?.item.rule.role) return [`its rule says so (${story.item.rule.key})`];
  return [
    time.role === 'point'
      ? 'no word around it says that anything is due then'
      : `what its words name is a ${time.role}`,
  ];
}

/** The words of the cue before a time: "by", "no later than"; empty where the cue follows it. */
const cueText = ({ finding, item, sentence }: TimeStory): string =>
  item.cue ? wordsOf(alone(sentence), item.cue.from, finding.from) : '';

/** What a term says, before it is placed. */
function termWords(term: Term): string {
  switch (term.kind) {
    case 'date':
      return dateWords(term);
    case 'duration': {
      const length = `a length of ${amountWords(term.amount)} ${term.unit}s`;
      const within = term.within ? ` of ${termWords(term.within)}` : '';
      return `${length}${term.sign === 1 ? ' that runs on' : term.sign === -1 ? ' that runs back' : ''}${within}`;
    }
    case 'offset': {
      const from = typeof term.from === 'string' ? FROM[term.from] : termWords(term.from);
      return `${amountWords(term.length.amount)} ${term.length.unit}s ${term.sign === 1 ? 'after' : 'before'} ${from}`;
    }
    case 'range':
      return `from ${termWords(term.first)} to ${termWords(term.last)}`;
    case 'set':
      return `a recurrence, every ${amountWords(term.amount)} ${term.unit}`;
    case 'reference':
      return `a reference without days (${term.value})`;
    case 'event':
      return `the event "${term.name}"`;
    case 'year-before':
      return `the ${term.months} months that end with ${termWords(term.end)}`;
    case 'amount':
      return amountWords(term.amount);
  }
}

const FROM = {
  document: "the document's date",
  narrative: 'the date last spoken of',
  setting: 'the date that the text is set in',
  story: 'the date last told of',
  results: 'the quarter whose results are spoken of',
} as const;

function amountWords({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  if (low === null && high === null) return 'some';
  return low === high || low === null || high === null ? String(high ?? low) : `${low} to ${high}`;
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

function dateWords(term: DateTerm): string {
  const { shift, nth, within, part } = term;
  const named: readonly (readonly [string, number | string | undefined])[] = [
    ['century', term.century],
    ['decade', term.decade],
    ['year', term.year],
    ['financial year beginning in', term.fiscalYear],
    ['financial year', term.label],
    ['academic year beginning in', term.academicYear],
    ['half', term.half],
    ['quarter', term.quarter],
    ['season', term.season === undefined ? undefined : SEASONS[term.season]],
    ['month', term.month],
    ['day', term.day],
    ['weekday', term.weekday],
    ['feast', term.feast],
    ['time', term.time],
  ];
  const parts = named.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  if (shift) parts.push(shiftWords(shift.grain, shift.by, FROM[shift.from]));
  if (nth) parts.push(`${nth.grain} number ${nth.n} of it`);
  if (part) parts.push(partWords(part));
  if (within) parts.push(`within ${termWords(within)}`);
  return parts.length === 0 ? 'a date' : parts.join(', ');
}

function shiftWords(grain: string, by: number, from: string): string {
  if (by === 0) return `the ${grain} of ${from}`;
  const side = by > 0 ? 'after' : 'before';
  if (Math.abs(by) === 1) return `the ${grain} ${side} ${grain === 'day' ? from : `that of ${from}`}`;
  return `${Math.abs(by)} ${grain}s ${side} ${grain === 'day' ? from : `that of ${from}`}`;
}
