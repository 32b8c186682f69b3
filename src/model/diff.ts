/** The diff: what changed between two versions of a document, as it stands in the JSON. */
import * as v from 'valibot';
import { ACCEPTED_BY } from './accepted.ts';
import { CHANGE_KINDS } from './kinds.ts';
import { CommitmentSchema, DocumentRecordSchema, StatementSchema, ToolSchema } from './report.ts';

const ChangeKindSchema = v.picklist(CHANGE_KINDS);
const maybeText = v.nullable(v.string());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const FieldChangeSchema = v.object({
  before: v.nullable(v.union([v.string(), v.number()])),
  after: v.nullable(v.union([v.string(), v.number()])),
  days: v.exactOptional(v.number()),
  unit: v.exactOptional(
    v.pipe(
      v.string(),
      v.description('What both numbers count, such as `%`, `£` or `nurses`; left out where it is not known.'),
    ),
  ),
  text: v.exactOptional(
    v.pipe(
      v.object({ before: maybeText, after: maybeText }),
      v.description('The words of either side that say it; left out where the values are words.'),
    ),
  ),
});

export const ChangeSchema = v.strictObject({
  id: v.string(),
  level: v.picklist(['error', 'warning', 'note']),
  kinds: v.array(ChangeKindSchema),
  oldId: maybeText,
  newId: maybeText,
  similarity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  before: v.nullable(CommitmentSchema),
  after: v.nullable(CommitmentSchema),
  statement: v.pipe(
    v.nullable(StatementSchema),
    v.description('What the sentence says on the side where it is no commitment (a denial, a need …); null elsewhere.'),
  ),
  fields: v.record(v.string(), FieldChangeSchema),
  also: v.pipe(
    v.array(v.strictObject({ oldId: maybeText, newId: maybeText })),
    v.description('Other commitments of the same sentence that share the change, and the parts of a split or merger.'),
  ),
});

const SuppressedChangeSchema = v.strictObject({
  change: ChangeSchema,
  by: v.picklist(ACCEPTED_BY),
  reason: v.pipe(maybeText, v.description('As the comment or ignore file gives it; null for a baseline.')),
  until: v.pipe(maybeText, v.description('The last ISO day on which it is accepted; null for no end.')),
});

const DutyChangeSchema = v.strictObject({
  id: v.string(),
  level: v.picklist(['warning', 'note']),
  kinds: v.array(ChangeKindSchema),
  similarity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  before: v.nullable(StatementSchema),
  after: v.nullable(StatementSchema),
  fields: v.record(v.string(), FieldChangeSchema),
});

const ThemePassageSchema = v.strictObject({
  change: v.pipe(
    v.picklist(['gained', 'lost', 'added', 'removed']),
    v.description('A passage of the new document (gained, added) or of the old one (lost, removed).'),
  ),
  quote: v.string(),
  start: count,
  end: count,
  line: v.nullable(count),
  page: v.nullable(count),
  pageLabel: maybeText,
});

const ThemeChangeSchema = v.strictObject({
  id: v.string(),
  before: v.number(),
  after: v.number(),
  significant: v.boolean(),
  aligned: v.pipe(
    v.nullable(
      v.strictObject({
        kept: v.pipe(count, v.description('Passages of the new document that carried the theme before.')),
        gained: v.pipe(count, v.description('Rewritten passages that carry it since.')),
        lost: v.pipe(count, v.description('Rewritten passages that carry it no more.')),
        added: v.pipe(count, v.description('New passages that carry it.')),
        removed: v.pipe(count, v.description('Passages that carried it and are gone.')),
        evidence: v.pipe(v.array(ThemePassageSchema), v.description('The passages of each that say most of it.')),
      }),
    ),
    v.description(
      'What became of its passages; null where they are not all known, as in results of versions before 1.4.',
    ),
  ),
});

export const DiffSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:diff:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('diff'),
  tool: ToolSchema,
  documents: v.tuple([DocumentRecordSchema, DocumentRecordSchema]),
  changes: v.array(ChangeSchema),
  suppressed: v.pipe(
    v.array(SuppressedChangeSchema),
    v.description('Changes that a comment, an ignore file or a baseline accepts; they stand in no count.'),
  ),
  themeChanges: v.array(ThemeChangeSchema),
  unchanged: count,
  dutyChanges: v.pipe(
    v.array(DutyChangeSchema),
    v.description('What became of duties that the text lays on others; not in the summary, and nothing to fail on.'),
  ),
  dutiesUnchanged: count,
  comparable: v.boolean(),
  diagnostics: v.array(
    v.strictObject({
      code: v.string(),
      level: v.picklist(['error', 'warning', 'note']),
      documentId: maybeText,
      page: v.nullable(count),
      message: v.string(),
      hint: maybeText,
    }),
  ),
  summary: v.strictObject({ error: count, warning: count, note: count }),
});

export type ChangeKind = v.InferOutput<typeof ChangeKindSchema>;
export type FieldChange = v.InferOutput<typeof FieldChangeSchema>;
export type Change = v.InferOutput<typeof ChangeSchema>;
export type DutyChange = v.InferOutput<typeof DutyChangeSchema>;
export type Diff = v.InferOutput<typeof DiffSchema>;
