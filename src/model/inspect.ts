/** What reading made of documents, as `pmed inspect -f json` prints it. */
import * as v from 'valibot';
import { DiagnosticSchema, DocumentRecordSchema, ToolSchema } from './report.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const OriginSchema = v.strictObject({
  source: v.picklist(['flag', 'config', 'text', 'metadata', 'name']),
  quote: said(v.nullable(v.string()), 'The words it was read from; null for flags and metadata.'),
});

const PageRecordSchema = v.strictObject({
  page: said(count, '1-based physical page.'),
  label: said(v.nullable(v.string()), 'The number as printed or labelled, where it is known.'),
  characters: said(count, 'Characters on the page other than white space.'),
  legible: said(v.boolean(), 'Whether the text can be trusted: not a scan, not a font without a Unicode map.'),
});

const FurnitureRecordSchema = v.strictObject({
  text: said(v.string(), 'The first of them, as an example: their numbers may differ.'),
  count: said(count, 'How often it comes.'),
  pages: said(v.array(count), 'The physical pages that it stands on.'),
});

export const InspectedSchema = v.strictObject({
  ...DocumentRecordSchema.entries,
  origins: said(
    v.strictObject({ title: v.nullable(OriginSchema), publisher: v.nullable(OriginSchema) }),
    'Where title and publisher were found; the date says so itself.',
  ),
  characters: said(count, 'Characters other than white space, page furniture included.'),
  blocks: v.strictObject({
    heading: count,
    paragraph: count,
    item: count,
    cell: said(count, 'Table rows.'),
    note: count,
    furniture: count,
  }),
  roles: said(
    v.strictObject({ contents: count, struck: count, caption: count, legend: count }),
    'Blocks with a role of their own; contents and struck words yield no findings.',
  ),
  tags: said(
    v.nullable(v.picklist(['used', 'partly', 'unused', 'none'])),
    'What became of the structure tree of a PDF: used on all pages with text, on some, on none, or there is none; null for other documents.',
  ),
  furniture: said(v.array(FurnitureRecordSchema), 'Running heads, feet and page numbers that are left out, by kind.'),
  pageDetails: said(v.array(PageRecordSchema), 'Every page looked at; empty where the document has no pages.'),
});

export const InspectSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:inspect:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('inspect'),
  tool: ToolSchema,
  documents: v.array(InspectedSchema),
  diagnostics: v.array(DiagnosticSchema),
});

export type Inspected = v.InferOutput<typeof InspectedSchema>;
export type Inspection = v.InferOutput<typeof InspectSchema>;
