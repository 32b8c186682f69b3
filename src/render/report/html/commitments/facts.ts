/** What is known of a commitment besides its row: how who and when were found out, conditions, and how sure pmed is. */
import type { Commitment } from '../../../../model/report.ts';
import { readableDate } from '../../../dates.ts';
import { type Content, tag } from '../../../html/markup.ts';
import { place } from '../../../place.ts';

/** A name and what is told under it. */
export type Fact = readonly [name: string, ...told: Content[]];

const RESOLVED: Readonly<Record<Commitment['actor']['resolvedBy'], string>> = {
  explicit: '',
  coreference: 'named before',
  stem: 'named in the sentence that introduces the list',
  heading: 'named in the heading',
  publisher: 'the publisher',
  config: 'as the settings say',
  review: 'as corrected in review',
  none: '',
};

const INHERITED = {
  sentence: '',
  stem: ', said where the list is introduced',
  heading: ', said in the heading',
  review: ', as corrected in review',
} as const satisfies Record<NonNullable<Commitment['deadline']>['inheritedFrom'], string>;

/**
 * @param again the same commitment elsewhere in the document
 * @param first what it restates; null where it is said first
 */
export function factsOf(commitment: Commitment, again: readonly Commitment[], first: Commitment | null): Fact[] {
  const { attribution, beneficiary, conditions, confidence, rules, targets } = commitment;
  const facts: (Fact | null)[] = [
    whoOf(commitment),
    targets.length === 0 ? null : ['How much', targets.map(({ text }) => text).join('; ')],
    whenOf(commitment),
    conditions.length === 0 ? null : ['Condition', conditions.map(({ text }) => text).join('; ')],
    beneficiary === null ? null : ['For whom', beneficiary],
    attribution === 'reported' ? ['Reported', 'the document says this of another body'] : null,
    first === null ? null : ['Said before', rowLink(first)],
    again.length === 0 ? null : ['Also said', ...again.map((one, at) => [at === 0 ? '' : ', ', rowLink(one)])],
    lacking(commitment),
    ['Confidence', [confidence.level, ...confidence.reasons].join('; ')],
    ['Found by', rules.join(', ')],
    reviewOf(commitment),
  ];
  return facts.filter((fact) => fact !== null);
}

function whoOf({ actor }: Commitment): Fact | null {
  const { text, name, resolvedBy } = actor;
  if (text === null && name === null) return ['Who', 'nobody is named'];
  const how = RESOLVED[resolvedBy];
  if (name === null || text === null || name === text) return how === '' ? null : ['Who', `${name ?? text} (${how})`];
  return ['Who', `“${text}” is ${name}${how === '' ? '' : ` (${how})`}`];
}

function whenOf({ deadline }: Commitment): Fact | null {
  if (deadline === null) return null;
  const { text, start, end, inheritedFrom } = deadline;
  const [first, last] = [start, end].map((day) => (day === null ? null : readableDate(day)));
  const day = !last
    ? first
      ? `from ${first}`
      : 'no day is known'
    : first && first !== last
      ? `${first} to ${last}`
      : `no later than ${last}`;
  return ['When', `“${text}”: ${day}${INHERITED[inheritedFrom]}`];
}

function lacking({ checkable }: Commitment): Fact {
  if (checkable.all) return ['Checkable', 'names an owner, a deadline and a measure'];
  const parts = (['owner', 'deadline', 'measure'] as const).filter((part) => !checkable[part]);
  return ['Lacks', parts.join(', ')];
}

/** What a person said of it, and what had been found before. */
function reviewOf({ review }: Commitment): Fact | null {
  if (review === null) return null;
  const { verdict, by, note, before, quoteChanged } = review;
  const was = before === null ? [] : [before.who ?? 'nobody named', before.what, before.by ?? 'no date'];
  const told = [
    `${verdict}${by === null ? '' : ` by ${by}`}`,
    ...(note === null ? [] : [note]),
    ...(was.length === 0 ? [] : [`found was: ${was.join(' · ')}`]),
    ...(quoteChanged ? ['the words have changed since'] : []),
  ];
  return ['Reviewed', told.join('; ')];
}

/** `C30 (p. 40)`. */
function rowLink({ ref, evidence }: Commitment): Content {
  const where = place(evidence);
  return [tag('a', { href: `#${ref}` }, ref), where === '' ? '' : ` (${where})`];
}
