/** What may be asked of commitments, and the orders they may stand in. */
import { STRENGTH_LABELS } from '../model/kinds.ts';
import type { Commitment, DocumentRecord } from '../model/report.ts';
import type { Field } from './field.ts';

/** A commitment with what stands around it. */
export interface CommitmentInDocument {
  readonly commitment: Commitment;
  readonly document: DocumentRecord | null;
  /** Title of its section; undefined before the first heading. */
  readonly section: string | undefined;
}

type In = CommitmentInDocument;

/** The fields of `--where`, by the names that the columns of tables have. */
export const commitmentFields: readonly Field<In>[] = [
  {
    names: ['strength'],
    kind: 'choice',
    choices: STRENGTH_LABELS,
    isOrdered: true,
    of: ({ commitment }) => commitment.strengthLabel,
  },
  {
    names: ['actor', 'who'],
    kind: 'text',
    of: ({ commitment: { actor } }) => [actor.name, actor.text],
  },
  { names: ['what', 'action'], kind: 'text', of: ({ commitment }) => [commitment.action.text] },
  { names: ['verb'], kind: 'text', of: ({ commitment }) => [commitment.action.verb] },
  {
    names: ['by', 'deadline'],
    kind: 'date',
    of: ({ commitment }) => commitment.deadline?.end ?? null,
    textOf: ({ commitment }) => commitment.deadline?.text ?? null,
  },
  {
    names: ['target', 'targets'],
    kind: 'text',
    of: ({ commitment }) => commitment.targets.map(({ text }) => text),
  },
  {
    names: ['condition', 'conditions'],
    kind: 'text',
    of: ({ commitment }) => commitment.conditions.map(({ text }) => text),
  },
  { names: ['theme', 'themes'], kind: 'text', of: ({ commitment }) => commitment.themes },
  { names: ['quote'], kind: 'text', of: ({ commitment }) => [commitment.evidence.quote] },
  { names: ['section'], kind: 'text', of: ({ section }) => [section] },
  { names: ['page'], kind: 'number', of: ({ commitment }) => commitment.evidence.page },
  { names: ['page_label'], kind: 'text', of: ({ commitment }) => [commitment.evidence.pageLabel] },
  { names: ['line'], kind: 'number', of: ({ commitment }) => commitment.evidence.line },
  { names: ['document'], kind: 'text', of: ({ document }) => [document?.name] },
  {
    names: ['kind'],
    kind: 'choice',
    choices: ['aspiration', 'intention', 'commitment'],
    isOrdered: false,
    of: ({ commitment }) => commitment.kind,
  },
  {
    names: ['polarity'],
    kind: 'choice',
    choices: ['positive', 'negative'],
    isOrdered: false,
    of: ({ commitment }) => commitment.polarity,
  },
  {
    names: ['attribution'],
    kind: 'choice',
    choices: ['own', 'reported'],
    isOrdered: false,
    of: ({ commitment }) => commitment.attribution,
  },
  {
    names: ['novelty'],
    kind: 'choice',
    choices: ['new', 'restated', 'ongoing', 'extended', 'unknown'],
    isOrdered: false,
    of: ({ commitment }) => commitment.novelty,
  },
  {
    names: ['checkable'],
    kind: 'choice',
    choices: ['no', 'yes'],
    isOrdered: false,
    of: ({ commitment }) => (commitment.checkable.all ? 'yes' : 'no'),
  },
  { names: ['specificity'], kind: 'number', of: ({ commitment }) => commitment.specificity },
  {
    names: ['confidence'],
    kind: 'choice',
    choices: ['low', 'medium', 'high'],
    isOrdered: true,
    of: ({ commitment }) => commitment.confidence.level,
  },
  { names: ['beneficiary'], kind: 'text', of: ({ commitment }) => [commitment.beneficiary] },
  { names: ['rule', 'rules'], kind: 'text', of: ({ commitment }) => commitment.rules },
  { names: ['id'], kind: 'text', of: ({ commitment }) => [commitment.id] },
  { names: ['ref'], kind: 'text', of: ({ commitment }) => [commitment.ref] },
];
