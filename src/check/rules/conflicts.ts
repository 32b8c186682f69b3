/** conflicting-dates and conflicting-targets: one thing is promised with two dates, or with two amounts. */
import { dateConflicts } from '../../extract/diagnose/conflicts.ts';
import type { Commitment, Target } from '../../model/report.ts';
import { folded } from '../../words/words.ts';
import type { Draft, Examined } from '../draft.ts';

/** Commitments that are said before with a date that cannot hold beside theirs. */
export function* conflictingDates({ commitments, timeline }: Examined): Generator<Draft> {
  for (const { before, after, second } of dateConflicts({ commitments, timeline })) {
    const dates = [after, before].map(({ deadline }) => deadline?.text ?? '');
    yield conflict(after, before, dates, second);
  }
}

/** Commitments that are said before in the same words with another amount of the same unit, for the same date. */
export function* conflictingTargets({ commitments }: Examined): Generator<Draft> {
  const known = new Map<string, Commitment>();
  for (const after of commitments) {
    const key = keyOf(after);
    if (key === null) continue;
    const before = known.get(key);
    if (before === undefined) {
      known.set(key, after);
      continue;
    }
    const pair = otherAmount(after, before);
    if (pair !== null)
      yield conflict(
        after,
        before,
        pair.map(({ text }) => text),
        null,
      );
  }
}

/** @param words what is said here, and what was said before */
function conflict(after: Commitment, before: Commitment, words: readonly string[], time: Draft['time']): Draft {
  const [here = '', there = ''] = words;
  const at = placeOf(before.evidence);
  return {
    commitment: after,
    time: time ?? null,
    values: words.map(folded),
    message: `"${here}" here, "${there}" ${at === '' ? 'before' : `on ${at}`} for the same`,
    related: [
      {
        documentId: before.documentId,
        ref: before.ref,
        message: `"${there}" is said here`,
        evidence: before.evidence,
      },
    ],
  };
}

/** `p. 12` or `line 7`. */
const placeOf = ({ page, pageLabel, line }: Commitment['evidence']): string =>
  page !== null ? `p. ${pageLabel ?? page}` : line !== null ? `line ${line}` : '';

/** Fewest words that tell what is to be done: with fewer, two may well be different things. */
const FEWEST = 4;
/** What comes again and again has an amount each time; so have parts of a whole. */
const AGAIN =
  /\b(?:annual|annually|yearly|each|every|per|further|second|another|phase|stage|interim|first|final|round|tranche|additional|extra|scenario|option|district|ward|ages?|aged|year)\b/i;
const SMALL = new Set(
  'the a an of and to in on for with by at from before until no later than end our its their this that up least most'.split(
    ' ',
  ),
);

/** What is to be done by whom and by when, without its amounts; null where that is not said well enough. */
function keyOf({ actor, action, polarity, attribution, deadline, targets, evidence }: Commitment): string | null {
  const [first, ...others] = targets.filter(({ value }) => value !== null);
  if (first === undefined || others.length > 0 || attribution !== 'own') return null;
  if (first.from !== null || AGAIN.test(evidence.quote) || evidence.quote.includes(' | ')) return null;
  if (/\d/.test(action.text.replace(first.text, ''))) return null;
  const words = (action.text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !SMALL.has(word));
  if (words.length < FEWEST) return null;
  const due = deadline === null ? 'none' : (deadline.end ?? deadline.text.toLowerCase());
  return [(actor.name ?? actor.text ?? '').toLowerCase(), polarity, due, ...words].join(' ');
}

/** The amounts of two commitments, where they are of one unit and cannot both be meant; the later's first. */
function otherAmount(after: Commitment, before: Commitment): readonly [Target, Target] | null {
  const [one] = after.targets;
  const [other] = before.targets;
  if (one === undefined || other === undefined || one.unit !== other.unit || one.of !== other.of) return null;
  if (one.comparator !== other.comparator || one.upper !== other.upper || one.value === other.value) return null;
  return [one, other];
}
