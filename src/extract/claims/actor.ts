/** Names who is bound by a claim. */
import { Tag } from '../../annotate/tags.ts';
import type { Annotated } from '../../model/annotated.ts';
import type { Actor } from '../../model/report.ts';
import type { Claim } from './claim.ts';
import type { Names } from './names.ts';
import type { ReportOwners } from './reports.ts';
import { findSubject } from './subject.ts';
import type { TextOf } from './words.ts';

const UNKNOWN: Actor = { text: null, name: null, resolvedBy: 'none' };

const OWN = /^(?:we|our|us|i)$/i;
const POINTING = /^(?:it|its|they|their|this|that|these|he|she|which|who|one)$/i;

/**
 * The actor of a claim: its subject, the holder of a commitment named as a noun ("the council's pledge"), or nobody.
 * "We" and its like are resolved to the publisher, "it" and "its" to the body spoken of, "the report" to the body whose
 * report it is.
 */
export function findActor(claim: Claim, { annotated, owners, names }: ActorContext, textOf: TextOf): Actor {
  const { publisher } = annotated.document;
  const { subject } = claim;
  if (claim.source === 'heading') return { text: null, name: publisher, resolvedBy: publisher ? 'publisher' : 'none' };
  if (claim.rule.voice === 'passive' && subject.kind !== 'own') return UNKNOWN;
  const nominal = claim.rule.voice === 'nominal';
  const isNamed = nominal
    ? subject.kind === 'own' || subject.kind === 'agent'
    : subject.kind !== 'none' && subject.kind !== 'thing';
  const text = (nominal ? possessor(claim, textOf) : null) ?? (isNamed ? textOf(subject.from, subject.to) : null);
  const owner = owners.of(claim);
  if (text === null) return owner ? { text, name: owner, resolvedBy: 'coreference' } : UNKNOWN;
  const isInStem = subject.to > 0 && subject.to <= claim.sequence.borrowed;
  if (OWN.test(text)) return { text, name: publisher, resolvedBy: publisher ? 'publisher' : 'none' };
  if (owner) return { text, name: owner, resolvedBy: isInStem ? 'stem' : 'coreference' };
  if (POINTING.test(text)) {
    const spoken = claim.antecedent ?? (nominal ? holderBefore(claim, names, textOf) : null);
    return { text, name: spoken && nameOf(spoken, publisher), resolvedBy: spoken ? 'coreference' : 'none' };
  }
  return { text, name: nameOf(text, publisher), resolvedBy: isInStem ? 'stem' : 'explicit' };
}

/** What finding an actor needs to know of the document. */
interface ActorContext {
  readonly annotated: Annotated;
  readonly owners: ReportOwners;
  readonly names: Names;
}

/** The publisher where a text says "we" or "the Department"; otherwise the text without its article. */
function nameOf(text: string, publisher: string | null): string | null {
  if (publisher && (OWN.test(text) || GENERIC.test(text))) return publisher;
  return text.replace(/^(?:the|a|an|this|that|our)\s+/i, '');
}

/** "the Council", "this government": a body that only its document tells apart. */
const GENERIC =
  /^(?:the|this|our) (?:government|department|ministry|council|trust|company|partnership|board|party|authority|agency|commission|bank|city|group|charity|foundation|organisation|university)$/i;

/** The body that "its commitment" belongs to: the subject of the verb before it. */
function holderBefore(claim: Claim, names: Names, textOf: TextOf): string | null {
  const { tokens } = claim.sequence;
  const verb = tokens.findIndex(
    (token, i) => i > 0 && i < claim.modal && (token.tags & FINITE) !== 0 && !(token.tags & Tag.ing),
  );
  if (verb < 0) return null;
  const subject = findSubject(tokens, verb, names);
  return subject.kind === 'own' || subject.kind === 'agent' ? textOf(subject.from, subject.to) : null;
}

const FINITE = Tag.modal | Tag.be | Tag.have | Tag.third | Tag.past;

/** "our aim", "the council's pledge", "NHS England's vision": the words before the noun. */
function possessor(claim: Claim, textOf: TextOf): string | null {
  const { tokens } = claim.sequence;
  for (let k = claim.modal - 1; k >= Math.max(0, claim.modal - 4); k--) {
    const token = tokens[k];
    if (!token) break;
    if (['our', 'its', 'their', 'my'].includes(token.lower)) return textOf(k, k + 1);
    if (token.lower === "'s" || token.text === "'") {
      let from = k;
      while (from > 0 && k - from < 7 && /^[\p{Lu}\d&]/u.test(tokens[from - 1]?.text ?? '')) from--;
      if (from === k && k > 0) from = k - 1;
      const before = tokens[from - 1];
      if (before && /^(?:the|this)$/.test(before.lower)) from--;
      return textOf(from, k);
    }
  }
  return null;
}
