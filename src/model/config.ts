/** The project file `pmed.config.yaml`: what it may say. Its check and its JSON Schema have this one source. */
import * as v from 'valibot';
import { CHANGE_KINDS, STRENGTH_LABELS } from './kinds.ts';

const text = v.pipe(v.string(), v.nonEmpty('this text is empty.'));
const texts = v.array(text);
/** What a text calls a body; the command line parts it from its full name by the sign. */
const short = v.pipe(text, v.regex(/^[^=]*$/, "a name has no '='."));
/** A year alone is a number in YAML. */
const date = v.union([text, v.number()]);
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));
const may = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.exactOptional(said(schema, sentence));

export const ConfigSchema = v.strictObject({
  $schema: may(text, 'For editors; pmed does not look at it.'),
  version: may(v.literal(1), 'The version of this form.'),
  inputs: may(texts, 'Files, folders and patterns that are read where no input is named, relative to this file.'),
  exclude: may(
    texts,
    'Files that folders and patterns leave out: a name at any depth (drafts, *.bak.md), or a path from this file on (reports/2016/**).',
  ),
  rules: v.exactOptional(
    v.strictObject({
      packs: may(texts, 'Rule packs: files relative to this one, or names of built-in packs.'),
      disable: may(texts, 'Rules and themes that are switched off, such as commitment/will-action or themes/defence.'),
    }),
  ),
  document: v.exactOptional(
    v.strictObject({
      date: may(date, 'When the documents were published: auto, YYYY, YYYY-MM or YYYY-MM-DD.'),
      dates: may(v.record(text, date), 'Dates of files by pattern; of several that fit a file the last holds.'),
      'fiscal-year': may(text, 'First day of the financial year, MM-DD; auto goes by the text and its country.'),
      'date-order': may(v.picklist(['auto', 'dmy', 'mdy']), 'Reading of 03/04/2025.'),
      publisher: may(text, 'Who "we" is.'),
      language: may(v.picklist(['auto', 'en']), 'The language of all documents; auto tells it from each.'),
      'page-offset': may(
        v.union([v.number(), v.literal('auto')]),
        'The number printed on the first page, for PDFs that do not say what is printed on their pages.',
      ),
      cite: may(text, 'How places are cited, with {publisher} {title} {name} {date} {year} {place} {page}.'),
      events: may(
        v.record(text, date),
        'When events are, by name: a day, month or year, or two of them joined by "..".',
      ),
    }),
  ),
  input: v.exactOptional(
    v.strictObject({
      'min-text-coverage': may(
        v.number(),
        'Least share of pages with text, 0 to 1; below it a document counts as not read.',
      ),
      'max-size-mb': may(v.number(), 'Megabytes of the largest file that is read.'),
      'require-language': may(
        v.boolean(),
        'Whether a document in a language that the rules do not cover counts as not read.',
      ),
      'timeout-s': may(v.number(), 'Seconds that reading one document may take.'),
    }),
  ),
  commitments: v.exactOptional(
    v.strictObject({
      'min-strength': may(v.picklist(STRENGTH_LABELS), 'The weakest that pmed commitments shows.'),
      'include-reported': may(v.boolean(), "Whether pmed commitments keeps others' commitments that are reported."),
      actors: may(v.record(short, text), 'Full names of bodies by how the texts call them; `we` says who "we" is.'),
    }),
  ),
  timeline: v.exactOptional(
    v.strictObject({
      vague: may(v.picklist(['keep', 'drop']), 'Whether pmed timeline keeps times such as "in due course".'),
    }),
  ),
  themes: v.exactOptional(
    v.strictObject({
      top: may(v.number(), 'How many themes of each facet pmed themes shows; --all shows every one.'),
      schemes: may(texts, 'Theme schemes to look for: policy, sdg, and packs of themes as files relative to this one.'),
    }),
  ),
  check: v.exactOptional(
    v.strictObject({
      'fail-on': may(
        v.union([text, texts]),
        'Levels (error warning note any none) or rules of pmed check that make exit code 1.',
      ),
      'max-warnings': may(
        v.nullable(v.number()),
        'More warnings than these make exit code 1 too; null for any number.',
      ),
      levels: may(
        v.record(text, v.picklist(['error', 'warning', 'note', 'off'])),
        'Levels of rules of pmed check by their names; off switches one off.',
      ),
      baseline: may(text, 'Accepted findings, as pmed baseline records them: a file relative to this one.'),
    }),
  ),
  diff: v.exactOptional(
    v.strictObject({
      'fail-on': may(
        v.union([text, texts]),
        'Levels (error warning note any none) or kinds of change that make exit code 1.',
      ),
      match: may(v.number(), 'How alike two commitments must be to be the same one, 0 to 1.'),
      levels: may(
        v.strictObject(v.entriesFromList(CHANGE_KINDS, v.exactOptional(v.picklist(['error', 'warning', 'note'])))),
        'Levels of kinds of change.',
      ),
      baseline: may(text, 'Accepted changes, as pmed baseline records them: a file relative to this one.'),
    }),
  ),
  ignore: may(
    text,
    'What is accepted, with reasons: a file relative to this one; pmed.ignore.yaml beside it unless named.',
  ),
  review: may(
    text,
    'What people said of what was found, as pmed review writes it: a file relative to this one; pmed.review.yaml beside it unless named.',
  ),
  output: v.exactOptional(
    v.strictObject({
      files: may(texts, 'Files that pmed analyse also writes, relative to this one; their format goes by their name.'),
      width: may(v.number(), 'Columns of screens, 40 to 400.'),
    }),
  ),
});

/** The file of a user, which may change how results look and never what is found. */
export const UserConfigSchema = v.strictObject({
  $schema: may(text, 'For editors; pmed does not look at it.'),
  version: may(v.literal(1), 'The version of this form.'),
  color: may(v.picklist(['auto', 'always', 'never']), 'Whether screens have colour.'),
  width: may(v.number(), 'Columns of screens, 40 to 400.'),
  ascii: may(v.boolean(), 'Whether screens go without bar, arrow and dot characters; else the locale says.'),
  hyperlinks: may(v.picklist(['auto', 'always', 'never']), 'Whether places on screens link to the page.'),
  progress: may(v.boolean(), 'Whether a line on the terminal says how far long work is.'),
});
