/** A baseline: the findings and changes that were there when somebody said "from here on". */
import * as v from 'valibot';
import { CHANGE_KINDS } from './kinds.ts';

const text = v.string();
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const FindingEntrySchema = v.strictObject({
  id: said(text, 'Of the finding, as in `findings`.'),
  rule: text,
  document: said(text, 'The name of the document.'),
  quote: text,
});

const ChangeEntrySchema = v.strictObject({
  id: said(text, 'Of the change, as in `changes` of a diff.'),
  kinds: v.array(v.picklist(CHANGE_KINDS)),
  document: said(text, 'The name of the new version.'),
  quote: said(text, 'As the new version has it; of what was removed, as the old one had it.'),
});

export const BaselineSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:baseline:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('baseline'),
  tool: said(
    v.strictObject({
      name: v.literal('pmed'),
      version: text,
      packs: v.array(v.strictObject({ id: text, version: text, sha256: text })),
    }),
    'By which rules it was recorded.',
  ),
  findings: v.array(FindingEntrySchema),
  changes: v.array(ChangeEntrySchema),
});

export type Baseline = v.InferOutput<typeof BaselineSchema>;
