/** Finds time expressions and places them in the calendar: Annotated → findings, in the order of the text. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { Day } from '../../model/days.ts';
import { PmedError } from '../../model/fault.ts';
import { type Cell, cellOfIso, type FiscalStart, lastDay } from '../calendar/cells.ts';
import { withBracketedDays } from './bracketed.ts';
import { uncited } from './citations.ts';
import { readColumns } from './columns.ts';
import { uncounted } from './counts.ts';
import { partSpans } from './ends.ts';
import type { FoundEvent } from './events/event.ts';
import { countedFrom, givenNames } from './events/given-events.ts';
import { withHorizons } from './events/horizons.ts';
import { readEvents } from './events/read-events.ts';
import type { TimeFinding } from './finding.ts';
import { finish } from './finish.ts';
import type { Item } from './item.ts';
import { carriesOn, isChronicle, looksBeyond, narrates, tellsFromToday } from './narrative.ts';
import { share } from './neighbours.ts';
import { parseTimes } from './parse/parse.ts';
import type { Anchors } from './resolve/placement.ts';
import { resolve } from './resolve/resolve.ts';
import { quarterSpokenOf } from './results.ts';
import { decide } from './roles.ts';
import type { TimeRules } from './rules.ts';
import { storyYears, type Told } from './story.ts';
import { directionOf, isDone, isOver, isPromised } from './tense.ts';
import type { TimeTrace } from './trace.ts';
import { calendarPairs } from './year-pairs.ts';

/** How many dates back "that quarter" can point. */
const MEMORY = 8;

export interface TimeOptions {
  /** `YYYY[-MM[-DD]]`, or null: then relative expressions stay unresolved. */
  readonly docDate: string | null;
  /** First day of the financial year, `MM-DD`. */
  readonly fiscalYear: string;
  readonly dateOrder: 'dmy' | 'mdy';
  /** What "2016-2017" is where nothing else in the text tells: a financial year unless this says otherwise. */
  readonly yearPairs?: 'financial' | 'calendar';
  /** When events are, by name: `2025-03-01` or `2026-04..2028-03`. */
  readonly anchors?: Readonly<Record<string, string>>;
  readonly trace?: TimeTrace | undefined;
}

/**
 * All time expressions of a document, in the order of its text. Linear in its length.
 * @throws {PmedError} PMED-U201 when `docDate` or `fiscalYear` is no date
 */
export function findTimes(annotated: Annotated, rules: TimeRules, options: TimeOptions): TimeFinding[] {
  const document = options.docDate === null ? null : readDate(options.docDate);
  const fiscal = readFiscal(options.fiscalYear);
  const { sentences } = annotated;
  const found = sentences.map((sentence) =>
    uncounted(
      uncited(parseTimes(sentence, rules, options.dateOrder), sentence, annotated),
      sentence,
      annotated,
      rules.columns,
    ),
  );
  const spans = [...rules.ruleOf.values()].find(({ key }) => key === 'time/years');
  const isCalendar = options.yearPairs === 'calendar' && spans !== undefined;
  const parsed: (readonly Item[])[] = isCalendar ? [...calendarPairs(found, sentences, spans)] : found;
  const all = parsed.flat();
  const isNarrative = narrates(all, document);
  const words = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const isDense = isNarrative && isChronicle(all, words, document);
  const events = readEvents(annotated, parsed, rules, options, { document, fiscal });
  const names = givenNames(options.anchors ?? {});
  const findings: TimeFinding[] = [];
  let narrative: Cell | null = null;
  /** The block in which the date last told of stands. */
  let toldIn = -1;
  let mentions: readonly Cell[] = [];
  let quarter: Cell | null = null;
  for (const sentence of sentences) {
    const items = parsed[sentence.index] ?? [];
    // In a row single words may be times by what the document calls its terms.
    if (items.length === 0 && sentence.kind !== 'row') continue;
    const told = isDense ? items : items.filter(({ rule }) => !rule.isChronicle);
    const parted = partSpans(told, sentence.tokens, { isNarrative, document, fiscal });
    const lookup = (said: string): FoundEvent => events.lookup(said, sentence.index);
    const counted = countedFrom(share(parted, sentence.tokens), sentence.tokens, names, rules.events.words);
    const placed = withHorizons(counted, sentence, annotated, rules, lookup);
    parsed[sentence.index] = readColumns(placed, sentence, annotated, rules);
  }
  const years = isNarrative ? storyYears(tellStory(sentences, parsed), limitOf(document, fiscal), fiscal) : [];
  let position = -1;
  for (const sentence of sentences) {
    const items = parsed[sentence.index] ?? [];
    if (items.length === 0) continue;
    // Texts of nothing but dates have no room for what was parsed beside what is made of it.
    parsed[sentence.index] = [];
    for (const item of items) {
      position++;
      const direction = directionOf(sentence.tokens, item);
      if (isOver(item, direction)) continue;
      // What is still to come lies ahead of the document, whatever was told before.
      const isAhead = isPromised(sentence.tokens, item);
      const isOfToday = document !== null && (isAhead || tellsFromToday(item, narrative, document, fiscal));
      // Without a date of its own a text says of no bare month when it is, but beside a date or where it tells what was.
      const isPlaced = document !== null || toldIn === sentence.block || (direction === 'past' && !isAhead);
      const isTold = isNarrative && narrative !== null && !isOfToday && isPlaced;
      const anchors: Anchors = {
        document,
        narrative,
        mentions,
        quarter,
        isNarrative: isTold,
        isSure: direction === 'future' ? isAhead : direction === 'past' && !isAhead && isDone(sentence.tokens, item),
        direction: isTold ? 'onward' : direction,
        year: isTold ? (years[position] ?? null) : null,
        fiscal,
        events: (said) => events.lookup(said, sentence.index),
      };
      const resolution = resolve(item.term, anchors);
      const decided = decide(item, resolution, document, fiscal);
      quarter = quarterSpokenOf(quarter, item, resolution.cell, { document, direction, fiscal });
      const finding = finish(sentence, item, resolution, decided);
      options.trace?.timed(finding, item, resolution, sentence);
      findings.push(finding);
      if (resolution.cell && carriesOn(item, resolution.cell, { narrative, isNarrative, direction, fiscal })) {
        narrative = resolution.cell;
        toldIn = sentence.block;
        mentions = [narrative, ...mentions.slice(0, MEMORY - 1)];
      }
    }
  }
  return withBracketedDays(findings, sentences);
}

/** The dates of a chronicle as they are told, sentence by sentence. */
function tellStory(sentences: readonly Sentence[], parsed: readonly (readonly Item[])[]): Told[] {
  return sentences.flatMap((sentence) =>
    (parsed[sentence.index] ?? []).map((item, i, items): Told => {
      const joint = item.from - (items[i - 1]?.to ?? 0) === 1 && i > 0 ? sentence.tokens[item.from - 1]?.lower : '';
      const closes = joint === '-' || joint === '–' || joint === 'to';
      const heads = sentence.kind === 'heading' || (item.from === 0 && item.to === sentence.tokens.length);
      return { term: item.term, isAside: looksBeyond(sentence.tokens, item), closes, heads, block: sentence.block };
    }),
  );
}

const limitOf = (document: Cell | null, fiscal: FiscalStart): Day | null => document && lastDay(document, fiscal);

function readDate(iso: string): Cell {
  const cell = cellOfIso(iso);
  if (cell) return cell;
  throw new PmedError(`'${iso}' is not a date.`, {
    code: 'PMED-U201',
    exitCode: 2,
    hint: 'Write YYYY, YYYY-MM or YYYY-MM-DD.',
  });
}

function readFiscal(text: string): FiscalStart {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const month = Number(match?.[1]);
  const day = Number(match?.[2]);
  if (match && month >= 1 && month <= 12 && day >= 1 && day <= 28) return { month, day };
  throw new PmedError(`'${text}' is not the first day of a financial year.`, {
    code: 'PMED-U201',
    exitCode: 2,
    hint: 'Write month and day, such as 04-01; days up to 28.',
  });
}
