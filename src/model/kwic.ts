/** Where a pattern of words stands in documents, with the words around it, as `pmed kwic -f json` prints it. */
import * as v from 'valibot';
import { DiagnosticSchema, DocumentRecordSchema, EvidenceSchema, ToolSchema } from './report.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const KwicHitSchema = v.strictObject({
  ref: said(text, 'K1, K2 … as the hits stand in the result.'),
  documentId: text,
  kind: said(v.picklist(['sentence', 'item', 'heading', 'row', 'note']), 'What it stands in.'),
  text: said(text, 'The words that were found, as a reader would cite them.'),
  start: said(count, 'UTF-16 offset of the words into the document text, inclusive.'),
  end: said(count, 'UTF-16 offset of the words into the document text, exclusive.'),
  left: said(text, 'The words before them in the same paragraph: `left`, `text` and `right` joined are one quote.'),
  right: said(text, 'The words after them in the same paragraph.'),
  evidence: said(EvidenceSchema, 'The sentence that they stand in; line and page are those of the words themselves.'),
});

const KwicCountSchema = v.strictObject({
  documentId: text,
  hits: count,
  per1000Words: said(v.nullable(v.number()), 'Hits per 1,000 words of the document; null where it has none.'),
  forms: said(
    v.array(v.strictObject({ form: said(text, 'In lower case.'), count })),
    'What was found, the commonest first.',
  ),
});

const KwicQuerySchema = v.strictObject({
  pattern: said(text, 'As typed.'),
  inflections: said(v.boolean(), 'Whether the inflections of its words are found too.'),
  span: said(count, 'Words shown on each side.'),
  sort: said(v.picklist(['page', 'left', 'right']), 'Order of the hits of a document.'),
  words: said(
    v.array(
      v.strictObject({
        word: text,
        forms: said(v.array(text), 'The forms that are found; none for a stem such as `publish*`.'),
      }),
    ),
    'The words that the pattern names.',
  ),
});

export const KwicSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:kwic:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('kwic'),
  tool: ToolSchema,
  query: KwicQuerySchema,
  documents: v.array(DocumentRecordSchema),
  counts: said(v.array(KwicCountSchema), 'One for each document that was read.'),
  hits: v.array(KwicHitSchema),
  diagnostics: v.array(DiagnosticSchema),
  summary: v.strictObject({
    hits: count,
    documents: said(count, 'Documents that were searched.'),
    documentsWithHits: count,
  }),
});

export type KwicHit = v.InferOutput<typeof KwicHitSchema>;
export type KwicCount = v.InferOutput<typeof KwicCountSchema>;
export type KwicQuery = v.InferOutput<typeof KwicQuerySchema>;
export type Kwic = v.InferOutput<typeof KwicSchema>;
