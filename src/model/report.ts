/** The report: what `analyse` finds, as it stands in the JSON. Types, validators and JSON Schema have this one source. */
import * as v from 'valibot';
import { COMMITMENT_KINDS, STATEMENT_KINDS, STRENGTH_LABELS, VERDICTS } from './kinds.ts';

const text = v.string();
const maybeText = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const isoDay = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const start = said(count, 'UTF-16 offset into the document text, inclusive.');
const end = said(count, 'UTF-16 offset into the document text, exclusive.');
const SpanSchema = v.strictObject({ start, end });

const CommitmentKindSchema = v.picklist(COMMITMENT_KINDS);
const StatementKindSchema = v.picklist(STATEMENT_KINDS);
const StrengthLabelSchema = v.picklist(STRENGTH_LABELS);
const LevelSchema = v.picklist(['error', 'warning', 'note']);
const PrecisionSchema = v.picklist(['day', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century']);

export const EvidenceSchema = v.strictObject({
  quote: said(text, 'The sentence, list item or row as a reader would cite it.'),
  start,
  end,
  line: said(
    v.nullable(count),
    '1-based line: of a web page, the line of its source that the paragraph begins on; else the line of the document text; null where the document has pages.',
  ),
  page: said(v.nullable(count), '1-based physical page; null where the document has no pages.'),
  pageLabel: said(maybeText, 'The page number as printed, where it is known.'),
  sectionId: maybeText,
  cite: said(text, 'Publisher, year and place, ready to paste.'),
});

const ActorSchema = v.strictObject({
  text: said(maybeText, 'Who is bound, in the words of the document; null where nobody is named.'),
  name: said(maybeText, 'The body meant, where "we" or "it" could be resolved.'),
  resolvedBy: said(
    v.picklist(['explicit', 'coreference', 'stem', 'heading', 'publisher', 'config', 'review', 'none']),
    'What told the name; `review` where a person corrected it.',
  ),
});

const TargetSchema = v.strictObject({
  text,
  value: v.nullable(v.number()),
  unit: maybeText,
  from: said(v.nullable(v.number()), 'The starting value, as in "from 18 to 12 weeks".'),
  comparator: v.picklist(['=', '>=', '<=', '~']),
  direction: v.nullable(v.picklist(['up', 'down'])),
  upper: said(v.nullable(v.number()), 'The other end of a range, as in "between 10 and 15 per cent".'),
  per: said(maybeText, 'What a rate is counted over, as in "900 homes a year" or "3 per 1,000 births".'),
  of: said(maybeText, 'What a share or a measure is taken of, as in "90% of patients".'),
  baseline: said(
    v.nullable(v.strictObject({ text, value: said(maybeText, 'Its year, where it names one.') })),
    'What a change is measured against, as in "40% on 2019 levels".',
  ),
});

const DeadlineSchema = v.strictObject({
  timeId: said(text, 'The time expression, in `timeline`.'),
  text,
  start: v.nullable(isoDay),
  end: said(v.nullable(isoDay), 'The last day on which it is still in time, inclusive; null where unresolved.'),
  precision: v.nullable(PrecisionSchema),
  inheritedFrom: said(
    v.picklist(['sentence', 'stem', 'heading', 'review']),
    'Where the words stand; `review` where a person corrected it, and `text` is what was typed.',
  ),
});

const ConditionSchema = v.strictObject({
  text,
  kind: v.picklist(['event', 'authority', 'resource', 'discretionary']),
});

const ReviewedSchema = v.strictObject({
  verdict: said(v.picklist(VERDICTS), '`not-a-commitment` stands only in `rejected`.'),
  by: said(maybeText, 'Who has judged.'),
  note: maybeText,
  before: said(
    v.nullable(v.strictObject({ who: maybeText, what: text, by: maybeText })),
    'What had been found where something is corrected; `by` as YYYY, YYYY-MM or YYYY-MM-DD, or in the words of the document.',
  ),
  quoteChanged: said(v.boolean(), 'Whether the words are no longer those that were judged.'),
});

export const CommitmentSchema = v.strictObject({
  id: said(text, 'Stable: a hash of what is said, not of where it stands nor of numbers, dates or force.'),
  ref: said(text, 'C1, C2 … in document order, as on screen.'),
  documentId: text,
  kind: CommitmentKindSchema,
  strength: v.picklist([1, 2, 3, 4, 5]),
  strengthLabel: StrengthLabelSchema,
  cue: v.strictObject({ text, start, end }),
  polarity: v.picklist(['positive', 'negative']),
  attribution: v.picklist(['own', 'reported']),
  novelty: v.picklist(['new', 'restated', 'ongoing', 'extended', 'unknown']),
  actor: ActorSchema,
  action: v.strictObject({
    verb: maybeText,
    text,
    voice: v.picklist(['active', 'passive', 'nominal', 'verbless']),
  }),
  targets: v.array(TargetSchema),
  deadline: v.nullable(DeadlineSchema),
  conditions: v.array(ConditionSchema),
  beneficiary: maybeText,
  themes: said(v.array(text), 'Ids of the themes that the evidence carries; of a list item also those of its stem.'),
  specificity: said(
    v.picklist([0, 1, 2, 3, 4]),
    'One each for a named holder, a concrete action, a target, a deadline.',
  ),
  checkable: v.strictObject({ owner: v.boolean(), deadline: v.boolean(), measure: v.boolean(), all: v.boolean() }),
  group: said(text, 'Shared by restatements of one commitment and by the items under one stem.'),
  restates: said(
    maybeText,
    'Id of the commitment that says the same before it in the document; null where it is said first.',
  ),
  stem: v.nullable(v.strictObject({ quote: text, start, end })),
  evidence: EvidenceSchema,
  rules: said(v.array(text), 'The rules that found it, as pack/rule.'),
  confidence: v.strictObject({ level: v.picklist(['high', 'medium', 'low']), reasons: v.array(text) }),
  review: said(v.nullable(ReviewedSchema), 'What a person said of it in the review file; null where nobody did.'),
});

export const StatementSchema = v.strictObject({
  id: text,
  ref: text,
  documentId: text,
  kind: StatementKindSchema,
  actor: ActorSchema,
  deadline: v.nullable(DeadlineSchema),
  themes: v.array(text),
  evidence: EvidenceSchema,
  rules: v.array(text),
});

export const TimeSchema = v.strictObject({
  id: text,
  ref: text,
  documentId: text,
  text,
  span: said(SpanSchema, 'TIMEX3 extent: without the preposition.'),
  type: v.picklist(['DATE', 'TIME', 'DURATION', 'SET']),
  value: said(text, 'TIMEX3 value as in TempEval-3.'),
  start: said(v.nullable(isoDay), 'First day, inclusive; null where open or unknown.'),
  end: said(v.nullable(isoDay), 'Last day, inclusive; null where open or unknown.'),
  precision: v.nullable(PrecisionSchema),
  role: v.picklist(['deadline', 'start', 'period', 'recurrence', 'point', 'vague']),
  relation: v.nullable(v.picklist(['by', 'within', 'from', 'until', 'during', 'on', 'every', 'after', 'before'])),
  calendar: v.picklist(['gregorian', 'fiscal', 'academic']),
  recurrence: said(maybeText, 'ISO 8601 period of a recurrence, such as P1Y.'),
  vagueness: v.nullable(v.picklist(['near', 'medium', 'long', 'open'])),
  anchor: v.nullable(
    v.strictObject({ kind: v.picklist(['document', 'narrative', 'event', 'flag']), value: maybeText }),
  ),
  resolved: v.boolean(),
  commitmentIds: v.array(text),
  evidence: EvidenceSchema,
  rules: v.array(text),
});

const ThemePartSchema = v.strictObject({
  sectionId: said(maybeText, 'The section, with those in it; null before the first heading, and for pages.'),
  page: said(v.nullable(count), '1-based physical page; null for sections.'),
  passages: said(count, 'Passages there that carry the theme.'),
  of: said(count, 'Passages there.'),
  share,
  interval: said(v.tuple([share, share]), '95 % Wilson score interval of `share`.'),
  hits: count,
});

export const ThemeSchema = v.strictObject({
  id: text,
  scheme: said(text, 'The scheme of themes that it belongs to, such as `policy`.'),
  label: text,
  facet: v.picklist(['lens', 'sector']),
  documentId: text,
  passages: count,
  share: said(share, 'Share of the document’s passages that carry the theme.'),
  interval: said(
    v.tuple([share, share]),
    '95 % Wilson score interval of `share`, as of independent passages; see `designEffect`.',
  ),
  designEffect: said(
    v.pipe(v.number(), v.minValue(1)),
    'How many times the variance of `share` is that of independent passages, as neighbours speak of the same; 1 in results of versions before 1.3.',
  ),
  hits: said(count, 'Words and phrases of the theme in the passages that carry it.'),
  per1000Words: said(v.number(), '`hits` in 1,000 words of the document.'),
  lowEvidence: said(v.boolean(), 'Under 1,000 words: show passages, do not rank.'),
  terms: v.array(v.strictObject({ term: text, count })),
  evidence: v.array(
    v.strictObject({
      quote: text,
      start,
      end,
      line: said(v.nullable(count), '1-based line, as in the evidence of commitments; null where there are pages.'),
      page: v.nullable(count),
      pageLabel: said(maybeText, 'The page number as printed, where it is known.'),
      sectionId: maybeText,
      score: said(v.number(), 'Probability that a reader would say that the passage is about it.'),
      from: said(
        v.nullable(v.picklist(['words', 'heading', 'around'])),
        'What says so most: its own words, the heading over it, or the sentences around it; null in results of versions before 1.3.',
      ),
      terms: said(
        v.array(text),
        'The words of the theme there: in the passage, in its heading, or in the nearest sentence that has some.',
      ),
    }),
  ),
  parts: said(
    v.nullable(v.array(ThemePartSchema)),
    'The sections or pages that carry it, in order; null unless they were asked for.',
  ),
  change: said(
    v.nullable(
      v.strictObject({
        since: said(text, 'Id of the document that it is compared with.'),
        points: said(v.number(), 'Change of `share` since then, in percentage points.'),
        significant: said(
          v.boolean(),
          'Whether more than chance: a two-proportion test at 5 %; never so under 1,000 words.',
        ),
      }),
    ),
    'Against the other document; null unless two were compared.',
  ),
});

export const DiagnosticSchema = v.strictObject({
  code: text,
  level: LevelSchema,
  documentId: maybeText,
  page: v.nullable(count),
  message: text,
  hint: maybeText,
});

const SectionSchema = v.strictObject({ id: text, level: count, title: text, page: v.nullable(count), start, end });

export const DocumentRecordSchema = v.strictObject({
  id: text,
  name: text,
  sha256: text,
  mediaType: text,
  bytes: count,
  status: v.picklist(['read', 'partial', 'failed']),
  title: maybeText,
  publisher: maybeText,
  language: maybeText,
  pages: said(v.nullable(count), 'Number of pages; null where the document has none of its own.'),
  words: count,
  passages: said(
    v.nullable(count),
    'Sentences, list items and rows, without headings: what shares of themes are of. Null where it is not known.',
  ),
  textCoverage: share,
  date: v.nullable(
    v.strictObject({
      value: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
      precision: v.picklist(['day', 'month', 'year']),
      source: v.picklist(['flag', 'config', 'text', 'metadata', 'name']),
      quote: maybeText,
    }),
  ),
  fiscalYear: said(
    v.nullable(
      v.strictObject({
        start: said(v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/)), 'First day, MM-DD.'),
        source: v.picklist(['flag', 'text', 'country', 'default']),
        country: said(maybeText, 'ISO 3166-1 code of the country whose public bodies keep such years.'),
      }),
    ),
    'When its financial years begin; null where none were found.',
  ),
  sections: v.array(SectionSchema),
  parts: said(
    v.nullable(
      v.array(v.strictObject({ sectionId: maybeText, page: v.nullable(count), pageLabel: maybeText, passages: count })),
    ),
    'The sections or pages with passages, in order; null unless themes were asked for by them.',
  ),
});

export const ToolSchema = v.strictObject({
  name: v.literal('pmed'),
  version: text,
  packs: v.array(v.strictObject({ id: text, version: text, sha256: text })),
  options: v.strictObject({
    fiscalYear: said(v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/)), 'First day of the financial year, MM-DD.'),
    dateOrder: v.picklist(['dmy', 'mdy']),
    anchors: said(
      v.record(text, v.pipe(text, v.regex(/^\d{4}(-\d{2}){0,2}(\.\.\d{4}(-\d{2}){0,2})?$/))),
      'When events are, as the user said: by name a day, month or year, or two of them joined by "..".',
    ),
    actors: said(
      v.record(text, text),
      'Full names of bodies, as the user said, by how the text calls them; `we` says who "we" is.',
    ),
    asOf: v.nullable(isoDay),
    config: said(
      v.record(text, v.array(text)),
      'What the project file decided, by its keys as `pmed config` shows them; of maps `key=value` each.',
    ),
    review: said(
      v.nullable(v.strictObject({ file: text, sha256: text })),
      'The review file that was gone by, by its name and bytes; null for none.',
    ),
  }),
});

const SummarySchema = v.strictObject({
  commitments: count,
  distinct: said(count, 'Commitments, each counted once however often the document restates it.'),
  byStrength: v.strictObject({ binding: count, firm: count, planned: count, aimed: count, wished: count }),
  checkable: count,
  undated: count,
});

export const ReportSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:report:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('report'),
  tool: ToolSchema,
  documents: v.array(DocumentRecordSchema),
  commitments: v.array(CommitmentSchema),
  rejected: said(
    v.array(CommitmentSchema),
    'What was found and a person called no commitment: counted nowhere, kept so that nothing is lost.',
  ),
  statements: v.array(StatementSchema),
  timeline: v.array(TimeSchema),
  themes: v.array(ThemeSchema),
  diagnostics: v.array(DiagnosticSchema),
  summary: SummarySchema,
});

export type CommitmentKind = v.InferOutput<typeof CommitmentKindSchema>;
export type StatementKind = v.InferOutput<typeof StatementKindSchema>;
export type StrengthLabel = v.InferOutput<typeof StrengthLabelSchema>;
export type Precision = v.InferOutput<typeof PrecisionSchema>;
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type Actor = v.InferOutput<typeof ActorSchema>;
export type Target = v.InferOutput<typeof TargetSchema>;
export type Deadline = v.InferOutput<typeof DeadlineSchema>;
export type Condition = v.InferOutput<typeof ConditionSchema>;
export type Reviewed = v.InferOutput<typeof ReviewedSchema>;
export type Commitment = v.InferOutput<typeof CommitmentSchema>;
export type Statement = v.InferOutput<typeof StatementSchema>;
export type TimeRecord = v.InferOutput<typeof TimeSchema>;
export type Theme = v.InferOutput<typeof ThemeSchema>;
export type ThemePart = v.InferOutput<typeof ThemePartSchema>;
export type ReportDiagnostic = v.InferOutput<typeof DiagnosticSchema>;
export type DocumentRecord = v.InferOutput<typeof DocumentRecordSchema>;
export type SectionRecord = v.InferOutput<typeof SectionSchema>;
export type Tool = v.InferOutput<typeof ToolSchema>;
export type Summary = v.InferOutput<typeof SummarySchema>;
export type Report = v.InferOutput<typeof ReportSchema>;
