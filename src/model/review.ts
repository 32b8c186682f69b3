/** The file `pmed.review.yaml`: what people say of what pmed found. Its check and its JSON Schema have this one source. */
import * as v from 'valibot';
import { VERDICTS } from './kinds.ts';

const text = v.pipe(v.string(), v.regex(/\S/, 'this text is empty.'));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));
const may = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.exactOptional(said(schema, sentence));

const BY = 'write a year, month or day: 2026, 2026-03 or 2026-03-31.';
/** A year alone is a number in YAML. */
const by = v.union([
  v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}){0,2}$/, BY)),
  v.pipe(v.number(), v.integer(BY), v.minValue(1000, BY), v.maxValue(9999, BY)),
]);

const QUOTE = 'The sentence, item or row as pmed quotes it. Quotation marks, dashes and line breaks count for nothing.';

const EntrySchema = v.strictObject({
  id: may(
    v.pipe(
      v.string(),
      v.regex(
        /^c-[0-9a-z]{8}(?:#\d{1,6})?$/,
        'an id begins with c- and has eight letters and digits, as pmed commitments -f json gives it.',
      ),
    ),
    'The stable id of the commitment. Without it the quote alone says which is meant.',
  ),
  quote: said(text, QUOTE),
  place: may(text, 'Where it stood when it was reviewed, for people: p. 14.'),
  found: may(
    v.strictObject({ who: v.nullable(text), what: v.nullable(text), by: v.nullable(text) }),
    'What pmed had found when it was reviewed.',
  ),
  verdict: said(
    v.picklist(VERDICTS),
    'keep: it is a commitment, and what was found is right. edit: it is one, with what is corrected here. not-a-commitment: it is none.',
  ),
  who: may(v.nullable(text), 'Who is bound; null where nobody is named. Without the key: as found.'),
  what: may(text, 'What is to be done. Without the key: as found.'),
  by: may(v.nullable(by), 'By when: 2026, 2026-03 or 2026-03-31; null for no deadline. Without the key: as found.'),
  note: may(text, 'Why.'),
  reviewer: may(text, 'Who has judged.'),
});

const MissedSchema = v.strictObject({
  quote: said(text, 'A commitment that pmed did not find, in the words of the document.'),
  page: may(v.union([text, v.number()]), 'Where it stands, as printed.'),
  who: may(text, 'Who is bound.'),
  what: may(text, 'What is to be done.'),
  by: may(by, 'By when: 2026, 2026-03 or 2026-03-31.'),
  note: may(text, 'Why.'),
  reviewer: may(text, 'Who has found it.'),
});

const DocumentSchema = v.strictObject({
  document: said(text, 'The name of the document, as in results: strategy.pdf.'),
  sha256: may(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a sha256 has 64 hexadecimal digits.')),
    'Of the document as it was reviewed. One of the same bytes is known by it under any name.',
  ),
  verdicts: may(v.array(EntrySchema), 'One a commitment.'),
  missed: may(v.array(MissedSchema), 'Commitments that pmed did not find: they count for recall in pmed eval.'),
});

export const ReviewSchema = v.strictObject({
  $schema: may(text, 'For editors; pmed does not look at it.'),
  version: said(v.literal(1), 'The version of this form.'),
  documents: v.array(DocumentSchema),
});

export type ReviewedDocument = v.InferOutput<typeof DocumentSchema>;
export type ReviewEntry = v.InferOutput<typeof EntrySchema>;
export type MissedEntry = v.InferOutput<typeof MissedSchema>;
