/** Finds who gains by an undertaking: people and bodies that are given something, helped, or for whom it is done. */

import { has, Tag } from '../annotate/tags.ts';
import type { Token, Words } from '../model/annotated.ts';
import { isRecord, textsOf } from '../model/plain.ts';
import { type RuleSet, ruleSet } from '../rules/engine.ts';
import type { Rules } from '../rules/load.ts';
import type { SpanEnds } from '../rules/matcher.ts';

/** Compiled rules, and the heads of the phrases that they look for. */
export interface BeneficiaryRules {
  readonly set: RuleSet;
  /** Heads after which "with", "in" and the like tell who is meant. */
  readonly general: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
  /** Heads that are as often the first part of another noun: "village halls". */
  readonly singular: ReadonlySet<string>;
  /** Words after "with" that tell who is meant. */
  readonly traits: ReadonlySet<string>;
}

/** Who gains, by half-open token range, and where the commitment that gives must be. */
export interface PlacedBeneficiary {
  /** Whether it must be the subject of the commitment. */
  readonly isSubject: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * @param pack the rules of a language; the files with `pack: beneficiary` are used
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function compileBeneficiaries({ files, ready }: Pick<Rules, 'files' | 'ready'>): BeneficiaryRules {
  const its = files.filter((file) => file.pack === 'beneficiary');
  const words = (name: string): string[] => its.flatMap(({ heads }) => (isRecord(heads) ? textsOf(heads[name]) : []));
  const general = new Set(words('general'));
  const singular = new Set(words('singular'));
  return {
    set: ruleSet('beneficiaries', its, ready),
    general,
    heads: new Set([...general, ...words('special'), ...singular]),
    singular,
    traits: new Set(its.flatMap(({ traits }) => textsOf(traits))),
  };
}

/** All phrases of those who gain, by rule and then from left to right. Linear in the tokens. */
export function findBeneficiaries(
  words: Words,
  numerals: SpanEnds,
  isAdjunct: (token: number) => boolean,
  rules: BeneficiaryRules,
): PlacedBeneficiary[] {
  let people: SpanEnds | null = null;
  const spans = {
    get: (kind: string) => {
      if (kind === 'numeral') return numerals;
      if (kind !== 'people') return undefined;
      people ??= peopleOf(words.tokens, isAdjunct, rules);
      return people;
    },
  };
  return rules.set.match(words, spans).flatMap(({ captures, rule }) => {
    const range = captures.get('beneficiary');
    return range ? [{ isSubject: rule.source.at === 'subject', from: range[0], to: range[1] }] : [];
  });
}

/** Most words before the head of a phrase, and after it. */
const MOST_BEFORE = 5;
const MOST_AFTER = 6;
const FORM =
  Tag.punctuation | Tag.preposition | Tag.modal | Tag.be | Tag.have | Tag.do | Tag.conjunction | Tag.subordinator |
  Tag.wh | Tag.negation | Tag.pronoun; // biome-ignore format: a list

/** The phrases for people and bodies, by the words that they may begin with. */
function peopleOf(tokens: readonly Token[], isAdjunct: (token: number) => boolean, rules: BeneficiaryRules): SpanEnds {
  const found = new Map<number, number>();
  for (let head = 0; head < tokens.length; head++) {
    const token = tokens[head];
    if (!token || !rules.heads.has(token.lower) || isAdjunct(head)) continue;
    // "Care leavers", "families' homes": the head is the last noun, and no owner.
    const next = tokens[head + 1];
    if (next && (rules.heads.has(next.lower) || /^'s?$/.test(next.text))) continue;
    if (next && !next.spaced && next.text === '-') continue;
    if (next && rules.singular.has(token.lower) && !has(next.tags, NO_NOUN) && !isAdjunct(head + 1)) continue;
    const to = phraseEnd(tokens, head, isAdjunct, rules);
    const least = Math.max(0, head - MOST_BEFORE);
    for (let from = head; from >= least; from--) {
      const before = tokens[from];
      if (
        !before ||
        (from < head && has(before.tags, FORM) && !has(before.tags, Tag.determiner) && before.text !== '-')
      )
        break;
      if (from < head && isAct(tokens, from)) break;
      found.set(from, to);
      if (has(before.tags, Tag.determiner) && before.lower !== 'more') break;
    }
  }
  return joinedByAnd(tokens, found);
}

const NO_NOUN = FORM | Tag.determiner | Tag.number | Tag.adverb | Tag.past;

/** "To help | families": the verb is no part of the phrase. */
function isAct(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    has(tokens[at]?.tags ?? 0, Tag.base) &&
    before !== undefined &&
    (before.lower === 'to' || has(before.tags, Tag.modal))
  );
}

/** Words after a general head that tell who is meant: "people with disabilities", "adults over 25". */
const TELLING = new Set('with in of from at aged over under living on without facing who that'.split(' '));

function phraseEnd(
  tokens: readonly Token[],
  head: number,
  isAdjunct: (token: number) => boolean,
  rules: BeneficiaryRules,
): number {
  const to = head + 1;
  const opening = tokens[to];
  const isGeneral = rules.general.has(tokens[head]?.lower ?? '');
  const isTelling = opening && (isGeneral ? TELLING.has(opening.lower) : opening.lower === 'of');
  if (!isTelling || isAdjunct(to)) return to;
  if (opening.lower === 'with' && !tokens.slice(to + 1, to + 4).some((token) => rules.traits.has(token.lower)))
    return to;
  const isClause = opening.lower === 'who' || opening.lower === 'that';
  let end = to + 1;
  while (end < tokens.length && end - to <= MOST_AFTER) {
    const token = tokens[end];
    if (!token || isAdjunct(end)) break;
    if (has(token.tags, Tag.punctuation | Tag.conjunction | Tag.wh) && token.text !== '-') break;
    if (!isClause && has(token.tags, Tag.preposition | Tag.modal | Tag.be | Tag.subordinator | Tag.have)) break;
    end++;
  }
  return end > to + 1 ? end : to;
}

/** "Charities and parish councils": two phrases side by side are one. */
function joinedByAnd(tokens: readonly Token[], found: ReadonlyMap<number, number>): SpanEnds {
  const joined = new Map<number, number>();
  for (const [from, to] of found) {
    const and = tokens[to]?.lower;
    const second = and === 'and' || and === 'or' ? found.get(to + 1) : undefined;
    joined.set(from, second ?? to);
  }
  return joined;
}
