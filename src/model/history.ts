/** The history of commitments over several versions of a document, as it stands in the JSON. */
import * as v from 'valibot';
import { ChangeSchema } from './diff.ts';
import { CHANGE_KINDS, HISTORY_STATUSES } from './kinds.ts';
import { DiagnosticSchema, DocumentRecordSchema, EvidenceSchema, ToolSchema } from './report.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const maybeText = v.nullable(v.string());
const level = v.picklist(['error', 'warning', 'note']);

const StepSchema = v.strictObject({
  version: v.pipe(number, v.description('The version in which it happened; 1 is the first of `documents`.')),
  documentId: v.string(),
  against: v.pipe(
    number,
    v.description('The version it was compared with: the one before, or an earlier one where it had been gone.'),
  ),
  kinds: v.array(v.picklist([...CHANGE_KINDS, 'reinstated'])),
  level,
  evidence: v.pipe(
    v.nullable(EvidenceSchema),
    v.description('Where it stands in this version; null where it is gone or no sentence of its own.'),
  ),
  change: v.pipe(
    v.nullable(ChangeSchema),
    v.description('The change between the two versions, as in a diff; null where it is back as it was.'),
  ),
});

const HistoryCommitmentSchema = v.strictObject({
  id: v.pipe(v.string(), v.description('By how it was first said: it stays when later versions are added.')),
  status: v.picklist(HISTORY_STATUSES),
  first: v.pipe(number, v.description('The first version that has it.')),
  last: v.pipe(number, v.description('The last version that has it.')),
  commitmentId: v.pipe(v.string(), v.description('Its id in the last version in which it is a commitment.')),
  ref: v.string(),
  who: maybeText,
  what: v.string(),
  evidence: v.pipe(EvidenceSchema, v.description('Where it stands in that version.')),
  also: v.pipe(
    v.array(v.string()),
    v.description('Ids, in that version, of other commitments of the same sentence with the same history.'),
  ),
  into: v.pipe(maybeText, v.description('The commitment that it was merged into; null for others.')),
  steps: v.pipe(v.array(StepSchema), v.description('What happened to it, in order of the versions.')),
});

const VersionSchema = v.strictObject({
  version: number,
  documentId: v.string(),
  against: v.pipe(
    v.nullable(number),
    v.description('The version it was compared with; null for the first, and for one that was set aside.'),
  ),
  reason: v.pipe(maybeText, v.description('Why it was set aside: it is no version of the others.')),
  commitments: count,
  added: count,
  reinstated: count,
  removed: count,
  changed: count,
  unchanged: count,
  error: count,
  warning: count,
  note: count,
});

export const HistorySchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:history:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('history'),
  tool: ToolSchema,
  documents: v.pipe(v.array(DocumentRecordSchema), v.description('The versions, oldest first.')),
  versions: v.array(VersionSchema),
  commitments: v.pipe(
    v.array(HistoryCommitmentSchema),
    v.description('In order of the newest version; what it no longer has stands where it stood.'),
  ),
  comparable: v.pipe(v.boolean(), v.description('Whether no version had to be set aside.')),
  diagnostics: v.array(DiagnosticSchema),
  summary: v.strictObject({
    ...v.entriesFromList(HISTORY_STATUSES, count),
    error: count,
    warning: count,
    note: count,
  }),
});

export type History = v.InferOutput<typeof HistorySchema>;
export type HistoryCommitment = v.InferOutput<typeof HistoryCommitmentSchema>;
export type HistoryStep = v.InferOutput<typeof StepSchema>;
export type HistoryVersion = v.InferOutput<typeof VersionSchema>;
export type HistoryStatus = HistoryCommitment['status'];
/** A kind of change, or that a commitment is back. */
export type HistoryKind = HistoryStep['kinds'][number];
