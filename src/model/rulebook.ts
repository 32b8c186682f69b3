/** The rulebook: rules and themes as their packs write them, and what became of their examples (`pmed rules -f json`). */
import * as v from 'valibot';

const text = v.string();
const maybeText = v.nullable(text);
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const RulePlaceSchema = v.strictObject({
  file: said(text, 'As the user typed it; of built-in packs, its name.'),
  line: said(v.nullable(count), 'From 1; null where it is not known.'),
  column: said(v.nullable(count), 'From 1; null where it is not known.'),
});

const ProvenExampleSchema = v.strictObject({
  rule: said(text, 'The rule, as pack/id; of examples that stand beside no rule, the pack.'),
  claim: said(v.picklist(['finds', 'ignores']), 'Whether the rule is to find something in it, or to leave it alone.'),
  outcome: said(
    v.picklist(['passed', 'failed', 'wrong-today', 'right-now']),
    'Whether it is as its rule says; of examples under `wrong-today`, whether they are still wrong.',
  ),
  text: said(text, 'The example without its marks.'),
  expected: said(texts, 'What is to be found: the marked words with their names; empty for examples without marks.'),
  found: said(texts, 'What was found, in the same form; empty where nothing was.'),
  because: said(texts, 'Of examples that failed: why, as far as it can be told.'),
  place: v.nullable(RulePlaceSchema),
});

const ListEntrySchema = v.strictObject({
  id: said(text, 'As patterns of its pack name it: pack/@name.'),
  members: texts,
});

const RuleEntrySchema = v.strictObject({
  id: said(text, 'As pack/id.'),
  pack: said(text, 'What it finds: commitment, statement, time, quantity, themes …'),
  scheme: said(maybeText, 'Of a theme: its scheme.'),
  label: said(maybeText, 'Of a theme: its name on screen.'),
  description: text,
  kind: said(maybeText, 'What it makes; null where the pack makes one kind of thing.'),
  strength: said(v.nullable(v.picklist([1, 2, 3, 4, 5])), 'How firm an undertaking it finds; null for all else.'),
  match: texts,
  except: texts,
  unless: texts,
  with: texts,
  lists: said(v.array(ListEntrySchema), 'The lists that its patterns name.'),
  terms: said(
    v.nullable(v.strictObject({ strong: texts, medium: texts, weak: texts })),
    'Of a theme: its terms by tier; null for rules.',
  ),
  masks: said(texts, 'Of a theme: words that carry nothing.'),
  fields: said(v.record(text, text), 'Its other fields, as written.'),
  finds: texts,
  ignores: texts,
  wrongToday: v.strictObject({ finds: texts, ignores: texts }),
  builtIn: v.boolean(),
  since: said(maybeText, 'The version of the built-in packs that it stands in; null for rules of users.'),
  place: RulePlaceSchema,
});

const PackEntrySchema = v.strictObject({
  pack: text,
  scheme: maybeText,
  file: said(text, 'As the user typed it; of built-in packs, its name.'),
  builtIn: v.boolean(),
  rules: said(count, 'How many rules or themes it holds.'),
  terms: said(v.nullable(count), 'How many terms its themes have; null for rules.'),
  lists: said(texts, 'Names of its lists.'),
  adds: said(texts, 'Of a file of a user: rules that there were not before.'),
  replaces: said(texts, 'Of a file of a user: rules that there were before.'),
  disables: said(texts, 'Of a file of a user: rules that it switches off.'),
});

const FaultEntrySchema = v.strictObject({
  code: said(text, 'PMED-C301 to PMED-C309.'),
  message: text,
  place: RulePlaceSchema,
});

export const RulebookSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:rulebook:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('rulebook'),
  task: said(
    v.picklist(['list', 'show', 'validate', 'test']),
    'What was asked for; the others have their lists empty.',
  ),
  tool: v.strictObject({
    name: v.literal('pmed'),
    version: text,
    packs: v.array(v.strictObject({ id: text, version: text, sha256: text })),
  }),
  packs: v.array(PackEntrySchema),
  rules: v.array(RuleEntrySchema),
  lists: v.array(ListEntrySchema),
  examples: v.array(ProvenExampleSchema),
  unproven: said(texts, 'Rules without examples.'),
  faults: v.array(FaultEntrySchema),
  summary: v.strictObject({
    rules: count,
    passed: count,
    failed: count,
    wrongToday: count,
    rightNow: count,
    faults: count,
  }),
});

export type RulePlace = v.InferOutput<typeof RulePlaceSchema>;
export type ProvenExample = v.InferOutput<typeof ProvenExampleSchema>;
export type ListEntry = v.InferOutput<typeof ListEntrySchema>;
export type RuleEntry = v.InferOutput<typeof RuleEntrySchema>;
export type PackEntry = v.InferOutput<typeof PackEntrySchema>;
export type Rulebook = v.InferOutput<typeof RulebookSchema>;
