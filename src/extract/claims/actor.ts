/** Names who is bound by a claim. */
import type { Annotated } from '../../model/annotated.ts';
import type { Actor } from '../../model/report.ts';
import type { Claim } from './claim.ts';
import type { ReportOwners } from './reports.ts';

const UNKNOWN: Actor = { text: null, name: null, resolvedBy: 'none' };

/**
 * The actor of a claim: its subject, the holder of a commitment named as a noun ("the council's pledge"), or nobody.
 * "We" and its like are resolved to the publisher; "the report" to the body whose report it is.
 */
export function findActor(
  claim: Claim,
  annotated: Annotated,
  owners: ReportOwners,
  textOf: (from: number, to: number) => string,
): Actor {
  const { publisher } = annotated.document;
  const { sequence, subject } = claim;
  if (claim.source === 'heading') return { text: null, name: publisher, resolvedBy: publisher ? 'publisher' : 'none' };
  if (claim.rule.voice === 'passive' && subject.kind !== 'own') return { text: null, name: null, resolvedBy: 'none' };
  const holder = claim.rule.voice === 'nominal' ? (possessor(claim, textOf) ?? nominalSubject(claim, textOf)) : null;
  const text =
    holder ?? (subject.kind === 'none' || subject.kind === 'thing' ? null : textOf(subject.from, subject.to));
  if (text === null)
    return owners.of(claim) ? { text: null, name: owners.of(claim), resolvedBy: 'coreference' } : UNKNOWN;
  const inStem = subject.to > 0 && subject.to <= sequence.borrowed;
  if (/^(?:we|our|us|i)$/i.test(text)) return { text, name: publisher, resolvedBy: publisher ? 'publisher' : 'none' };
  const owner = owners.of(claim);
  if (owner) return { text, name: owner, resolvedBy: inStem ? 'stem' : 'coreference' };
  if (/^(?:it|its|they|their|this|that|these|he|she|which|who)$/i.test(text))
    return { text, name: null, resolvedBy: 'none' };
  const name =
    subject.kind === 'own' && publisher && /^(?:the|this)\s+\p{L}+$/iu.test(text)
      ? publisher
      : text.replace(/^(?:the|a|an|this|that|our)\s+/i, '');
  return { text, name, resolvedBy: inStem ? 'stem' : 'explicit' };
}

/** "our aim", "the council's pledge", "NHS England's vision": the words before the noun. */
function possessor(claim: Claim, textOf: (from: number, to: number) => string): string | null {
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

function nominalSubject(claim: Claim, textOf: (from: number, to: number) => string): string | null {
  const { subject } = claim;
  return subject.kind === 'own' || subject.kind === 'agent' ? textOf(subject.from, subject.to) : null;
}
