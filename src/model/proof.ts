/** What became of an example that stands beside a rule. */
import * as v from 'valibot';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

/** Where something stands in a file that a user wrote. */
export const RulePlaceSchema = v.strictObject({
  file: said(text, 'As the user typed it.'),
  line: said(v.nullable(count), 'From 1; null where it is not known.'),
  column: said(v.nullable(count), 'From 1; null where it is not known.'),
});

export const ProvenExampleSchema = v.strictObject({
  rule: said(text, 'The rule, as pack/id; of examples that stand beside no rule, the pack.'),
  claim: said(v.picklist(['finds', 'ignores']), 'Whether the rule is to find something in it, or to leave it alone.'),
  outcome: said(
    v.picklist(['passed', 'failed', 'wrong-today', 'right-now']),
    'Whether it is as its rule says; of examples under `wrong-today`, whether they are still wrong.',
  ),
  text: said(text, 'The example without its marks.'),
  expected: said(
    v.array(text),
    'What is to be found: the marked words with their names; empty for examples without marks.',
  ),
  found: said(v.array(text), 'What was found, in the same form; empty where nothing was.'),
  because: said(v.array(text), 'Of examples that failed: why, as far as it can be told.'),
  place: v.nullable(RulePlaceSchema),
});

export type RulePlace = v.InferOutput<typeof RulePlaceSchema>;
export type ProvenExample = v.InferOutput<typeof ProvenExampleSchema>;
