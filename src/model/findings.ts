/** What `pmed check` finds in commitments, as it stands in the JSON. */
import * as v from 'valibot';
import { DiagnosticSchema, DocumentRecordSchema, EvidenceSchema, ToolSchema } from './report.ts';

const text = v.string();
const maybeText = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const RelatedSchema = v.strictObject({
  documentId: text,
  ref: said(maybeText, 'Of a commitment or time, as in `commitments` and `timeline` of the report.'),
  message: text,
  evidence: EvidenceSchema,
});

export const FindingSchema = v.strictObject({
  id: said(text, 'Stable: a hash of the rule and of what is said, not of where it stands; repeats get #2.'),
  rule: said(text, 'The rule without its pack: no-deadline.'),
  level: v.picklist(['error', 'warning', 'note']),
  documentId: text,
  commitmentId: said(maybeText, 'The commitment in the report of the same document; null where it is about a time.'),
  timeId: said(maybeText, 'The time that it is about, in `timeline` of the report; null for none.'),
  ref: said(maybeText, 'C30 or T3, as on screen.'),
  message: said(text, 'What is wrong, with the words concerned.'),
  evidence: EvidenceSchema,
  related: said(v.array(RelatedSchema), 'Other places that it is about: the other date of a conflict.'),
});

export const SuppressedSchema = v.strictObject({
  finding: FindingSchema,
  by: said(v.picklist(['baseline', 'ignore-file', 'comment']), 'What keeps it from counting.'),
  reason: maybeText,
  until: said(maybeText, 'The last day on which it is kept from counting, as an ISO day; null for no end.'),
});

export const FindingsSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:findings:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('findings'),
  tool: ToolSchema,
  documents: v.array(DocumentRecordSchema),
  findings: said(v.array(FindingSchema), 'Those that count.'),
  suppressed: v.array(SuppressedSchema),
  diagnostics: v.array(DiagnosticSchema),
  summary: said(
    v.strictObject({ error: count, warning: count, note: count, suppressed: count }),
    'How many count, by level, and how many are suppressed.',
  ),
});

export type Finding = v.InferOutput<typeof FindingSchema>;
export type Suppressed = v.InferOutput<typeof SuppressedSchema>;
export type Findings = v.InferOutput<typeof FindingsSchema>;
