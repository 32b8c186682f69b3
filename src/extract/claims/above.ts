/** What the headings above a sentence say of its claims: by when they are due, and whose they are. */
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Section, Sentence, Token } from '../../model/annotated.ts';
import type { Deadline, TimeRecord } from '../../model/report.ts';
import { withPreposition } from '../spans.ts';
import type { TimeFinding } from '../times/finding.ts';
import type { ClauseWords } from './clause-words.ts';
import { isAhead } from './deadline.ts';
import { headOf, type Names } from './names.ts';

/** Looks up from a sentence; both give null where no heading says it. */
export interface Above {
  /** The deadline in a heading such as "By 2031" or "Actions for 2030–31". */
  readonly deadline: (sentence: Sentence) => Deadline | null;
  /** The body that a heading names, as in "Department for Ferries" or "Actions for the Harbour Board". */
  readonly body: (sentence: Sentence) => HeadingBody | null;
}

export interface HeadingBody {
  readonly text: string;
  /** Position of the heading in `Annotated.sentences`. */
  readonly sentence: number;
}

/** Longest heading that says when or whose, in words. */
const LONGEST = 10;

/**
 * @param times of the whole document, with their records position by position
 */
export function headingsAbove(
  annotated: Annotated,
  times: readonly TimeFinding[],
  timeline: readonly TimeRecord[],
  names: Names,
  words: ClauseWords,
): Above {
  const { document, sentences, sections } = annotated;
  const docDate = document.date?.value ?? null;
  const dates = new Map<number, Deadline>();
  times.forEach((finding, i) => {
    const record = timeline[i];
    const heading = sentences[finding.sentence];
    if (!record || heading?.kind !== 'heading' || heading.text === document.title) return;
    const deadline = deadlineIn(heading, finding, record, docDate, words);
    if (deadline) dates.set(heading.index, deadline);
  });
  return {
    deadline: (sentence) =>
      dates.size === 0 ? null : nearest(sections, sentence, ({ heading }) => dates.get(heading)),
    body: (sentence) =>
      nearest(sections, sentence, ({ heading, level }) => {
        const host = sentences[heading];
        return host && level > 1 ? bodyIn(host, names, words) : undefined;
      }),
  };
}

/** What the nearest section around a sentence gives, or null. */
function nearest<T>(
  sections: readonly Section[],
  sentence: Sentence,
  of: (section: Section) => T | undefined,
): T | null {
  for (let section = sections[sentence.section]; section; section = sections[section.parent]) {
    const found = of(section);
    if (found !== undefined) return found;
  }
  return null;
}

/** The deadline that a time in a heading sets for all below it: after "by", or with next to nothing beside it. */
function deadlineIn(
  { tokens, text }: Sentence,
  finding: TimeFinding,
  record: TimeRecord,
  docDate: string | null,
  words: ClauseWords,
): Deadline | null {
  if (tokens.length > LONGEST || record.end === null || record.role === 'start' || record.role === 'recurrence')
    return null;
  if (!isAhead(record, docDate)) return null;
  const from = Math.max(0, withPreposition(finding, tokens));
  const isBare = tokens.every((token, k) => (k >= from && k < finding.to) || isPlain(token, words));
  if (!isBare && record.role !== 'deadline') return null;
  // Without a date of the document, a year alone may be of history.
  if (docDate === null && record.role !== 'deadline' && !tokens.some(({ lower }) => words.dating.has(lower)))
    return null;
  const first = tokens[from];
  const last = tokens[finding.to - 1];
  return {
    timeId: record.id,
    text: first && last ? text.slice(first.at, last.at + last.text.length) : record.text,
    start: record.start,
    end: record.end,
    precision: record.precision,
    inheritedFrom: 'heading',
  };
}

const isPlain = (token: Token, { dating }: ClauseWords): boolean =>
  (token.tags & (Tag.punctuation | Tag.preposition | Tag.number)) !== 0 || dating.has(token.lower);

/** The body that a heading consists of, but for "Actions for …" before it and "will" after it. */
function bodyIn({ tokens, text, index }: Sentence, names: Names, words: ClauseWords): HeadingBody | undefined {
  if (tokens.length > LONGEST) return undefined;
  let to = tokens.length;
  while (to > 0 && ((tokens[to - 1]?.tags ?? 0) & Tag.punctuation || tokens[to - 1]?.lower === 'will')) to--;
  const link = tokens.findIndex((token) => token.lower === 'for' || token.lower === 'by');
  const begins = link > 0 && tokens.slice(0, link).every((token) => words.dating.has(token.lower));
  const from = begins ? link + 1 : 0;
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last || from >= to || tokens.slice(from, to).some((token) => token.tags & VERBAL)) return undefined;
  const name = text.slice(first.at, last.at + last.text.length);
  // "Councils" and "Police" are topics as often as bodies; an office by its name is a body.
  if (!words.office.has(headOf(name.replace(/^the /i, '')))) return undefined;
  const kind = names.classify(tokens, from, to, to - 1);
  return kind === 'thing' || kind === 'instrument' || kind === 'text' ? undefined : { text: name, sentence: index };
}

const VERBAL = Tag.modal | Tag.be | Tag.have | Tag.do;
