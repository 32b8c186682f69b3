/** The file `pmed.ignore.yaml`: what it may say. Its check and its JSON Schema have this one source. */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.regex(/\S/, 'this text is empty.'));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));
const may = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.exactOptional(said(schema, sentence));

const ENTRY = {
  id: may(
    v.pipe(
      v.string(),
      v.regex(
        /^[cfx]-[0-9a-z]{8}(?:#\d{1,6})?$/,
        'an id begins with c-, f- or x- and has eight letters and digits, as pmed check -f json and pmed diff -f json give it.',
      ),
    ),
    'What is accepted, by its stable id: a commitment (c-…), a finding (f-…) or a change (x-…).',
  ),
  quote: may(
    v.union([
      text,
      v.strictObject({
        prefix: may(v.string(), 'What stands before the words.'),
        exact: said(text, 'The words.'),
        suffix: may(v.string(), 'What stands after the words.'),
      }),
    ]),
    'What is accepted, by its words: a text, or a TextQuoteSelector of the W3C Web Annotation Data Model. Quotation marks, dashes, line breaks and capitals count for nothing.',
  ),
  rules: may(
    v.pipe(v.array(text), v.minLength(1, 'no rule is named. Name some, or leave out the key.')),
    'Rules of pmed check and kinds of change of pmed diff that are accepted; a change only where all its kinds are named. Without it: all rules of pmed check.',
  ),
  reason: said(text, 'Why it is accepted. Without a reason an entry hides nothing.'),
  by: may(text, 'Who has accepted it.'),
  until: may(
    v.pipe(v.string(), v.isoDate('write a day as 2027-03-31.')),
    'The last day on which it is accepted; judged by --as-of.',
  ),
};

/** One entry. */
export const IgnoreEntrySchema = v.strictObject(ENTRY);

/** An entry whose reason may be missing, to tell of what else is wrong with it. */
export const UnreasonedEntrySchema = v.strictObject({
  ...ENTRY,
  reason: v.exactOptional(v.nullable(v.string())),
});

export const IgnoreSchema = v.array(IgnoreEntrySchema);
