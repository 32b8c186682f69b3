/** The text as pmed reads it, page by page and block by block, as `pmed text -f json` prints it. */
import * as v from 'valibot';
import { DiagnosticSchema, DocumentRecordSchema, ToolSchema } from './report.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const BlockRecordSchema = v.strictObject({
  kind: v.picklist(['heading', 'paragraph', 'item', 'cell', 'note', 'furniture']),
  role: v.nullable(v.picklist(['contents', 'struck', 'caption', 'legend'])),
  level: count,
  text: v.string(),
  start: count,
  end: count,
  box: v.nullable(v.tuple([v.number(), v.number(), v.number(), v.number()])),
  source: v.nullable(v.tuple([count, count])),
});

export const TextSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:text:1'),
  kind: v.literal('text'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  tool: ToolSchema,
  document: DocumentRecordSchema,
  text: v.string(),
  pages: v.array(
    v.strictObject({
      page: count,
      label: v.nullable(v.string()),
      start: count,
      end: count,
      legible: v.boolean(),
      blocks: v.array(BlockRecordSchema),
    }),
  ),
  diagnostics: v.array(DiagnosticSchema),
});

export type TextReport = v.InferOutput<typeof TextSchema>;
