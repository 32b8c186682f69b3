/** The explanation: why something was, or was not, found, as `pmed explain -f json` prints it. */
import * as v from 'valibot';
import { COMMITMENT_KINDS, STATEMENT_KINDS } from './kinds.ts';
import {
  CommitmentSchema,
  DiagnosticSchema,
  DocumentRecordSchema,
  EvidenceSchema,
  StatementSchema,
  TimeSchema,
  ToolSchema,
} from './report.ts';

const text = v.string();
const maybeText = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const said = <const S extends v.GenericSchema>(schema: S, sentence: string) => v.pipe(schema, v.description(sentence));

const WordsSchema = v.strictObject({
  name: said(text, 'What the rule calls these words: modal, verb, actor …'),
  text: said(text, 'The words of the document.'),
});

const RuleUseSchema = v.strictObject({
  id: said(text, 'The rule, as pack/rule.'),
  description: said(maybeText, 'What it means, as its pack says.'),
  pattern: said(maybeText, 'The pattern that matched, as its pack writes it; null for rules without patterns.'),
  matched: said(maybeText, 'All the words that the pattern took.'),
  captures: said(v.array(WordsSchema), 'The words that it names.'),
});

const StepSchema = v.strictObject({
  about: said(
    v.picklist([
      'kind',
      'strength',
      'actor',
      'action',
      'deadline',
      'measure',
      'condition',
      'polarity',
      'attribution',
      'novelty',
      'confidence',
      'value',
      'days',
      'role',
      'link',
    ]),
    'What was decided.',
  ),
  value: said(maybeText, 'What came out; null where nothing did.'),
  because: said(v.array(text), 'Why, step by step.'),
});

const GuardSchema = v.strictObject({
  guard: said(text, 'What was asked.'),
  passed: v.boolean(),
  because: text,
});

const FindingSchema = v.strictObject({
  record: v.picklist(['commitment', 'statement', 'time']),
  id: text,
  ref: said(text, 'As on screen: C1, S1, T1.'),
  commitment: v.nullable(CommitmentSchema),
  statement: v.nullable(StatementSchema),
  time: v.nullable(TimeSchema),
  source: said(
    v.nullable(v.strictObject({ of: v.picklist(['sentence', 'stem', 'heading', 'row', 'run']), quote: text })),
    'Where its force comes from; null for times.',
  ),
  rules: said(v.array(RuleUseSchema), 'The rules that found it, the outermost first.'),
  steps: v.array(StepSchema),
  guards: said(v.array(GuardSchema), 'What could have forbidden it, and what each decided.'),
});

const RefusalSchema = v.strictObject({
  rule: said(text, 'A rule that matched and yet gave nothing.'),
  description: maybeText,
  kind: said(v.picklist([...COMMITMENT_KINDS, ...STATEMENT_KINDS]), 'What it would have found.'),
  strength: said(v.nullable(v.picklist([1, 2, 3, 4, 5])), 'How firm an undertaking; null for what is none.'),
  matched: said(text, 'The words that it matched.'),
  start: said(count, 'Where they begin: UTF-16 offset into the document text.'),
  reason: said(
    v.picklist([
      'subject',
      'subordinate',
      'below-modal',
      'noun',
      'relative',
      'outranked',
      'overlapped',
      'question',
      'open-stem',
      'stem-ends',
      'inherited',
      'row',
      'list',
      'repeated',
      'veto',
    ]),
    'Why, in a word.',
  ),
  because: said(text, 'Why, in a sentence.'),
});

const NearSchema = v.strictObject({
  rule: text,
  description: maybeText,
  matched: said(v.array(v.strictObject({ needs: text, finds: text })), 'What it asks for, and the words that are so.'),
  lacks: said(
    v.nullable(
      v.strictObject({
        needs: said(text, 'What it asks for next.'),
        side: v.picklist(['after', 'before']),
        beside: said(text, 'The word after or before which that was to stand.'),
        finds: said(maybeText, 'What stands there; null where the sentence begins or ends.'),
      }),
    ),
    'The first of its words that is missing; null where all stand there and a veto forbids them.',
  ),
  because: said(text, 'The first condition that failed, in a sentence.'),
});

const LostTermSchema = v.strictObject({
  text: said(text, 'Words of the theme that do not count here.'),
  tier: v.picklist(['strong', 'medium', 'weak']),
  reason: said(v.picklist(['mask', 'longer']), 'Whether a mask has these words, or a longer term of another theme.'),
  by: said(text, 'The words of that mask or term.'),
  theme: said(maybeText, 'The theme of the longer term; null for a mask.'),
});

const ThemeSignSchema = v.strictObject({
  sign: said(
    v.picklist(['words', 'heading', 'around', 'paragraph', 'section', 'title', 'document', 'rival']),
    'What speaks for the theme: its own words, its heading, the sentences before and after, its paragraph, its section, the title, the whole document; or against it: that it speaks more of another theme.',
  ),
  odds: said(v.number(), 'What it adds to the log-odds of the score.'),
  without: said(v.number(), 'What the score would be without it.'),
  words: said(v.array(text), 'Words of the theme in the heading or title, or in the nearest sentence that names it.'),
});

const ExplainedThemeSchema = v.strictObject({
  id: text,
  label: text,
  scheme: text,
  carried: said(v.boolean(), 'Whether the passage carries the theme.'),
  score: said(v.nullable(v.number()), 'Probability that a reader would say so; null where no word of it counts.'),
  from: said(
    v.nullable(v.picklist(['words', 'heading', 'around'])),
    'Where the words stand that carry it, as in the report; null where it does not.',
  ),
  terms: said(
    v.array(
      v.strictObject({
        text: said(text, 'Words of the passage.'),
        tier: v.picklist(['strong', 'medium', 'weak']),
        subject: said(
          v.boolean(),
          'Whether the document says it everywhere or in its title: then it counts less for the sentences around, though whole in its own.',
        ),
      }),
    ),
    'Its terms in the passage that count.',
  ),
  lost: said(v.array(LostTermSchema), 'Its terms in the passage that do not.'),
  signs: said(v.array(ThemeSignSchema), 'What decides its score, the heaviest first.'),
  because: said(maybeText, 'Why the passage does not carry it; null where it does.'),
});

const AskedThemeSchema = v.strictObject({
  id: text,
  label: text,
  scheme: text,
  facet: v.picklist(['lens', 'sector']),
  description: text,
  terms: said(
    v.strictObject({ strong: v.array(text), medium: v.array(text), weak: v.array(text) }),
    'Its terms as the pack writes them.',
  ),
  passages: said(count, 'Passages that carry it.'),
  of: said(count, 'All passages of the document.'),
});

const ExplainedSentenceSchema = v.strictObject({
  kind: v.picklist(['sentence', 'item', 'heading', 'row']),
  evidence: EvidenceSchema,
  heading: said(maybeText, 'The nearest heading above.'),
  stem: said(maybeText, 'The sentence that introduces the list in which it stands.'),
  findings: v.array(FindingSchema),
  refused: said(v.array(RefusalSchema), 'Rules that matched and gave nothing, and why.'),
  nearest: said(v.array(NearSchema), 'Where no commitment was found: the rules that came nearest.'),
  notes: said(v.array(text), 'What else there is to know of it.'),
  themes: said(
    v.array(ExplainedThemeSchema),
    'The themes that it carries, best first, then those of which it has words that do not suffice; with the id of a theme that theme, with that of a finding none.',
  ),
});

export const ExplanationSchema = v.strictObject({
  $schema: v.literal('urn:pmed:schema:explanation:1'),
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/)),
  kind: v.literal('explanation'),
  tool: ToolSchema,
  document: DocumentRecordSchema,
  asked: v.strictObject({
    id: said(maybeText, 'The id that was asked for, as given; null where a text was.'),
    sentences: said(
      count,
      'Sentences of the text; with the id of a finding 1, of a theme those that have to do with it.',
    ),
  }),
  sentences: said(
    v.array(ExplainedSentenceSchema),
    'In the order of the text; with a theme those that carry it, best first, then those that have words of it.',
  ),
  diagnostics: v.array(DiagnosticSchema),
  theme: said(v.nullable(AskedThemeSchema), 'The theme that was asked for; null where none was.'),
  threshold: said(v.number(), 'The score from which a passage carries a theme.'),
});

export type RuleUse = v.InferOutput<typeof RuleUseSchema>;
export type ExplainedStep = v.InferOutput<typeof StepSchema>;
export type ExplainedGuard = v.InferOutput<typeof GuardSchema>;
export type ExplainedFinding = v.InferOutput<typeof FindingSchema>;
export type ExplainedRefusal = v.InferOutput<typeof RefusalSchema>;
export type ExplainedNear = v.InferOutput<typeof NearSchema>;
export type ExplainedSentence = v.InferOutput<typeof ExplainedSentenceSchema>;
export type ExplainedTheme = v.InferOutput<typeof ExplainedThemeSchema>;
export type LostThemeTerm = v.InferOutput<typeof LostTermSchema>;
export type ThemeSign = v.InferOutput<typeof ThemeSignSchema>;
export type AskedTheme = v.InferOutput<typeof AskedThemeSchema>;
export type Explanation = v.InferOutput<typeof ExplanationSchema>;
