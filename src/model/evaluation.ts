/** How often pmed was right, by the verdicts of people, as it stands in the JSON of `pmed eval`. */
import * as v from 'valibot';
import { DiagnosticSchema, DocumentRecordSchema, ToolSchema } from './report.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const MEASURE = {
  right: count,
  of: count,
  share: said(v.nullable(share), 'Null of nothing.'),
  interval: said(v.tuple([share, share]), '95 % Wilson score interval, as of independent cases.'),
  isFew: said(v.boolean(), 'Under 30 cases: do not rest a claim on it.'),
};

export const EvaluationSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:evaluation:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('evaluation'),
  tool: said(ToolSchema, 'By which rules, and which review file.'),
  documents: v.array(DocumentRecordSchema),
  counts: v.strictObject({
    found: said(count, 'Commitments found in these documents.'),
    reviewed: said(count, 'Verdicts on what is found: equal words that share one count once.'),
    unreviewed: said(count, 'Commitments without a verdict: they count for nothing.'),
    kept: count,
    corrected: count,
    rejected: count,
    changed: said(count, 'Verdicts on words that have changed since.'),
    lost: said(count, 'Verdicts that something is a commitment which is no longer found.'),
    mended: said(count, 'Verdicts that something is none which is no longer found.'),
  }),
  precision: said(
    v.array(
      v.strictObject({
        by: v.picklist(['all', 'strength', 'kind', 'rule', 'confidence', 'theme']),
        value: text,
        ...MEASURE,
      }),
    ),
    'Of what was found and judged, how much is a commitment: altogether, and by what was found.',
  ),
  attributes: said(
    v.array(v.strictObject({ attribute: v.picklist(['who', 'what', 'by']), ...MEASURE })),
    'Of what is a commitment, how often who, what and by are as people have them.',
  ),
  recall: said(
    v.nullable(
      v.strictObject({ ...MEASURE, missed: said(count, 'Of those that people added, how many are not found.') }),
    ),
    'Of all commitments that people know of, how many are found; null where nobody has looked for more.',
  ),
  caveats: said(v.array(text), 'What these figures are not.'),
  diagnostics: v.array(DiagnosticSchema),
});

export type Evaluation = v.InferOutput<typeof EvaluationSchema>;
export type PrecisionRow = Evaluation['precision'][number];
