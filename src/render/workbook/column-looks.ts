/** What the columns of tables say, and how a sheet shows them: by name, as one name means the same in every table. */
import type { Look } from './cell.ts';

/** How a sheet shows a column. */
export interface ColumnLook {
  /** In characters of the body font. */
  readonly width: number;
  readonly look: Look;
  /** What its cells say, in a sentence for the sheet About. */
  readonly says: string;
}

/** A column's look as it stands in the lists below. */
type Short = readonly [width: number, look: Look, says: string];

const WHAT_IT_IS_ABOUT: Readonly<Record<string, Short>> = {
  document: [24, 'plain', 'Name of the file'],
  title: [28, 'plain', 'Title of the document, as the file or its first page gives it'],
  document_date: [12, 'day', 'When the document is from: a date where the day is known, else 2026-03 or 2026'],
  publisher: [24, 'plain', 'Who published it'],
  section: [28, 'plain', 'Heading that the words stand under'],
  page: [7, 'plain', 'Page of the file, counted from 1'],
  page_label: [7, 'plain', 'Number printed on the page, where it is known'],
  line: [7, 'plain', 'Line of the text, in documents without pages'],
  quote: [64, 'wrapped', 'The sentence, list item or table row, word for word'],
  cite: [30, 'plain', 'Publisher, year and place, ready to paste'],
  link: [26, 'link', 'Opens the PDF at the page, where the reader of PDF follows such links'],
};

const COMMITMENTS: Readonly<Record<string, Short>> = {
  id: [13, 'plain', 'Stable name of the record: of what is said, not of where it stands'],
  ref: [6, 'plain', 'Short name in this result: C12 of a commitment, S3 of a statement, T7 of a time'],
  who: [24, 'wrapped', 'Who is bound; "we" by its name where that is known'],
  what: [46, 'wrapped', 'What is undertaken'],
  strength: [10, 'plain', 'How firmly: binding, firm, planned, aimed or wished'],
  by: [20, 'wrapped', 'By when, in the words of the document'],
  by_start: [12, 'day', 'First day of that time'],
  by_end: [12, 'day', 'Last day on which it is still in time'],
  by_precision: [11, 'plain', 'How exact the words are: day, month, quarter, year …'],
  target_value: [10, 'plain', 'How much, of the first number that is undertaken'],
  target_unit: [12, 'plain', 'What that number counts'],
  target_from: [10, 'plain', 'Where it starts, as in "from 18 to 12 weeks"'],
  condition: [24, 'wrapped', 'What it depends on, as in "subject to funding"'],
  themes: [22, 'wrapped', 'Themes that the words carry'],
  owner_named: [9, 'plain', 'TRUE where somebody is named who is to do it'],
  checkable: [10, 'plain', 'TRUE where it says who, how much and by when'],
  attribution: [11, 'plain', 'own, or reported where the document says it of others'],
  rule: [28, 'plain', 'Rules that found it; pmed rules show tells what they look for'],
  confidence: [11, 'plain', 'How sure the reading is: high, medium or low'],
  kind: [13, 'plain', 'commitment, intention or aspiration; of a statement what it is instead'],
  polarity: [10, 'plain', 'negative where it is undertaken not to do it'],
  novelty: [10, 'plain', 'Whether the document calls it new, restated, ongoing or extended'],
  restates: [13, 'plain', 'Id of the commitment that says the same before it'],
  verdict: [18, 'remark', 'For you: what you make of it'],
  note: [30, 'remark', 'For you: your remarks'],
};

const TIMES: Readonly<Record<string, Short>> = {
  text: [24, 'wrapped', 'The words of the document'],
  type: [10, 'plain', 'DATE, TIME, DURATION or SET, as in TIMEX3'],
  value: [13, 'plain', 'Normalised value, as in TIMEX3'],
  start: [12, 'day', 'First day; empty where open or not known'],
  end: [12, 'day', 'Last day; empty where open or not known'],
  precision: [11, 'plain', 'How exact the words are: day, month, quarter, year …'],
  role: [11, 'plain', 'What it is: deadline, start, period, recurrence, point or vague'],
  relation: [10, 'plain', 'by, within, from, until, during, on, every, after or before'],
  calendar: [11, 'plain', 'Which year is meant: gregorian, fiscal or academic'],
  recurrence: [11, 'plain', 'Period of what recurs, as in ISO 8601: P1Y'],
  vagueness: [11, 'plain', 'How far a vague time is off: near, medium, long or open'],
  anchor_kind: [12, 'plain', 'What a relative time is counted from'],
  anchor: [12, 'day', 'The day that it is counted from'],
  resolved: [9, 'plain', 'TRUE where its days are known'],
  commitments: [16, 'wrapped', 'Commitments that hang on it'],
  statements: [14, 'wrapped', 'Statements that hang on it'],
  status: [11, 'plain', 'passed or due, by the day of --as-of'],
};

const THEMES: Readonly<Record<string, Short>> = {
  theme: [18, 'plain', 'Id of the theme'],
  scheme: [10, 'plain', 'The list of themes that it belongs to'],
  facet: [9, 'plain', 'lens or sector'],
  label: [24, 'plain', 'The theme in words'],
  section_id: [10, 'plain', 'Id of the section'],
  section_level: [8, 'plain', 'Level of its heading, from 1'],
  section_page: [8, 'plain', 'Page that it begins on'],
  theme_page: [8, 'plain', 'Page of the file, counted from 1'],
  passages: [10, 'count', 'Sentences, list items and rows that carry the theme'],
  of_passages: [11, 'count', 'Sentences, list items and rows there are'],
  share: [9, 'share', 'Share of them that carries it'],
  share_low: [9, 'share', 'Lower end of its 95 % interval'],
  share_high: [9, 'share', 'Upper end of its 95 % interval'],
  hits: [8, 'count', 'Words of the theme in those passages'],
  per_1000_words: [10, 'plain', 'The same in 1,000 words of the document'],
  low_evidence: [10, 'plain', 'TRUE under 1,000 words: read the passages, do not rank'],
  change_points: [10, 'plain', 'Change of the share since the first document, in percentage points'],
  change_significant: [11, 'plain', 'TRUE where that is more than chance'],
  terms: [40, 'wrapped', 'Its words in the document, and how often each'],
  quote_terms: [24, 'wrapped', 'Its words in the passage that is quoted'],
};

const DOCUMENTS: Readonly<Record<string, Short>> = {
  date_precision: [10, 'plain', 'Whether day, month or only year are known'],
  date_source: [11, 'plain', 'Where the date comes from: flag, config, text, metadata or name'],
  date_quote: [24, 'plain', 'The words that give it'],
  language: [10, 'plain', 'Language, as in BCP 47'],
  pages: [8, 'count', 'Pages'],
  words: [10, 'count', 'Words'],
  text_coverage: [10, 'share', 'Share of its pages that have text'],
  distinct: [10, 'count', 'Commitments, each once however often it is restated'],
  binding: [9, 'count', 'Binding commitments: "is committed to", "guarantees"'],
  firm: [9, 'count', 'Firm commitments: "will"'],
  planned: [9, 'count', 'Planned: "plans to", "intends to"'],
  aimed: [9, 'count', 'Aimed at: "aims to", a target'],
  wished: [9, 'count', 'Wished for: "would like to", a vision'],
  undated: [9, 'count', 'Commitments that say nothing of when'],
  rejected: [9, 'count', 'What a person called no commitment in a review; counted nowhere else'],
  fiscal_year: [10, 'plain', 'When its financial years begin, month and day'],
  media_type: [20, 'plain', 'Type of the file'],
  bytes: [12, 'count', 'Size of the file in bytes'],
  sha256: [20, 'plain', 'SHA-256 of the file: tells whether another file is the same'],
  document_id: [13, 'plain', 'Id of the document in the JSON'],
};

const PROBLEMS: Readonly<Record<string, Short>> = {
  level: [10, 'plain', 'error, warning or note'],
  code: [12, 'plain', 'Stable code of the problem'],
  message: [64, 'wrapped', 'What is wrong'],
  hint: [48, 'wrapped', 'What to do'],
};

const FINDINGS: Readonly<Record<string, Short>> = {
  related: [22, 'plain', 'Other places that it is about'],
  commitment_id: [13, 'plain', 'The commitment that it is about'],
  time_id: [13, 'plain', 'The time that it is about'],
  accepted_by: [14, 'plain', 'What accepts it: baseline, ignore-file or comment'],
  reason: [32, 'wrapped', 'Why, as given there'],
  until: [12, 'day', 'Last day on which it is accepted'],
  group: [14, 'plain', 'What it comes to: removed, weaker, changed, stronger, added …'],
  meaning: [80, 'wrapped', 'What it says'],
};

const CHANGES: Readonly<Record<string, Short>> = {
  change: [13, 'plain', 'Stable name of the change'],
  of: [12, 'plain', 'commitment, or duty that the text lays on others'],
  before: [22, 'day', 'What it was, as a value'],
  after: [22, 'day', 'What it is, as a value'],
  days: [8, 'plain', 'How many days later; below 0 earlier'],
  similarity: [10, 'plain', 'How alike both sentences are, from 0 to 1'],
  points: [10, 'plain', 'Change in percentage points'],
  significant: [11, 'plain', 'TRUE where that is more than chance'],
  kept: [8, 'count', 'Passages that carried the theme before and still do'],
  gained: [8, 'count', 'Rewritten passages that carry it now'],
  lost: [8, 'count', 'Rewritten passages that carry it no more'],
  added: [8, 'count', 'New passages that carry it'],
  removed: [8, 'count', 'Passages that carried it and are gone'],
};

/** What stands twice in a row of changes, of the old and of the new version. */
const SIDES: Readonly<Record<string, Short>> = Object.fromEntries(
  ['old', 'new'].flatMap((side): [string, Short][] => [
    [`${side}_document`, [22, 'plain', `File of the ${side} version`]],
    [`${side}_ref`, [6, 'plain', `Short name in the ${side} version`]],
    [`${side}_id`, [13, 'plain', `Stable name of the record in the ${side} version`]],
    [`${side}_page`, [7, 'plain', `Page of the ${side} file, counted from 1`]],
    [`${side}_page_label`, [7, 'plain', `Number printed on that page`]],
    [`${side}_line`, [7, 'plain', `Line of the ${side} text, where there are no pages`]],
    [`${side}_section`, [24, 'plain', `Heading that the ${side} words stand under`]],
    [`${side}_quote`, [56, 'wrapped', `The words of the ${side} version`]],
    [`${side}_share`, [9, 'share', `Share of passages of the ${side} version that carries the theme`]],
  ]),
);

const HITS: Readonly<Record<string, Short>> = {
  left: [44, 'plain', 'Words before'],
  right: [44, 'plain', 'Words after'],
};

/** Columns that a table means in another way than the others. */
const OF_TABLE: Readonly<Record<string, Short>> = {
  'Rejected.note': [40, 'wrapped', 'Why, as noted in the review'],
  'Rejected.reviewer': [18, 'plain', 'Who has judged'],
  'Hits.text': [20, 'plain', 'The words that were searched for, as they stand there'],
  'Hits.kind': [12, 'plain', 'heading, paragraph, item, cell or note'],
  'Hits.start': [9, 'plain', 'Where they begin in the text of the document, in characters'],
  'Hits.end': [9, 'plain', 'Where they end'],
  'Documents.status': [9, 'plain', 'read, partial or failed'],
  'Documents.commitments': [13, 'count', 'Commitments'],
  'Documents.statements': [11, 'count', 'Statements that are no commitments'],
  'Documents.checkable': [10, 'count', 'Commitments that say who, how much and by when'],
  'Documents.passages': [10, 'count', 'Sentences, list items and table rows'],
  'Documents.themes': [32, 'wrapped', 'Its strongest themes'],
  'Changes.kind': [20, 'plain', 'What changed: deadline-slipped, weakened, removed …'],
  'Duties.kind': [20, 'plain', 'What changed: deadline-slipped, weakened, removed …'],
  'Accepted.kind': [20, 'plain', 'What changed: deadline-slipped, weakened, removed …'],
  'Changes.note': [30, 'remark', 'For you: your remarks'],
  'Findings.rule': [22, 'plain', 'The rule that finds it; pmed rules show tells why'],
  'Findings.message': [56, 'wrapped', 'What is wrong, with the words concerned'],
  'Accepted.rule': [22, 'plain', 'The rule that finds it; pmed rules show tells why'],
  'Rules.findings': [9, 'count', 'How many it has found'],
  'Documents.version': [9, 'plain', 'Which of the versions compared: old or new'],
  'Rules.rule': [24, 'plain', 'Name of the rule'],
};

const LISTS = [WHAT_IT_IS_ABOUT, COMMITMENTS, TIMES, THEMES, DOCUMENTS, PROBLEMS, FINDINGS, CHANGES, SIDES, HITS];
const BY_NAME: ReadonlyMap<string, Short> = new Map([...LISTS, OF_TABLE].flatMap((list) => Object.entries(list)));

/**
 * How a sheet shows a column.
 * @param sheet the sheet's name, as a few names mean something else there
 * @throws Error for a column that nobody has described
 */
export function lookOf(name: string, sheet: string): ColumnLook {
  const short = BY_NAME.get(`${sheet}.${name}`) ?? BY_NAME.get(name);
  if (short === undefined) throw new Error(`no look for the column ${name} of ${sheet}`);
  const [width, look, says] = short;
  return { width, look, says };
}
