/** Gives bare items (imperatives, gerunds, noun phrases) the force of the heading or stem above them. */
import { chainsOf } from '../../annotate/chains.ts';
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import { audienceOf } from './audience.ts';
import type { Claim, ClaimRule, Force } from './claim.ts';
import type { ClauseWords } from './clause-words.ts';
import { hasFiniteVerb, imperativeAt, opening } from './imperative.ts';
import { isMeasure } from './measure.ts';
import type { ClaimRules } from './rules.ts';
import { findRuns, isItemLike, type Runs } from './runs.ts';
import { alone } from './sequence.ts';

/** A rule, and the heading or stem that it was found in (a position in `Annotated.sentences`). */
export interface Giver {
  readonly rule: ClaimRule;
  readonly sentence: number;
}

/** The rules that govern the bare items of a document. */
export interface BareForces {
  /** By position in `Annotated.sections`; subsections take their parent's unless they have their own. */
  readonly ofSection: ReadonlyMap<number, Giver>;
  /** By position in `Annotated.sentences`, of sentences that introduce a list. */
  readonly ofStem: ReadonlyMap<number, Giver>;
  /** Where the document lists actions, and the rule for them. */
  readonly runs: Runs;
  readonly run: ClaimRule | null;
  /** Whether such imperatives tell others what to do, as in guidance. */
  readonly isGuide: boolean;
  /** The rule for an imperative with a date of its own, or null. */
  readonly dated: ClaimRule | null;
  readonly words: ClauseWords;
}

/** Longest heading that passes on a force, in words: longer ones are titles or prose. */
const LONGEST_HEADING = 10;
/** Longest bare item and longest imperative, in words: longer ones are prose. */
const LONGEST_BARE = 60;
const LONGEST_ACT = 150;

/** Reads the force of every heading and list stem, and finds the runs of imperatives. */
export function bareForces(annotated: Annotated, rules: ClaimRules): BareForces {
  const giverOf = (sentence: Sentence | undefined): Giver | undefined => {
    const matches = sentence ? rules.headings.match(sentence, new Map()) : [];
    const rule = matches.map((match) => rules.facts.get(match.rule.key)).find((its) => its && !its.run);
    return rule && sentence ? { rule, sentence: sentence.index } : undefined;
  };
  const ofSection = new Map<number, Giver>();
  annotated.sections.forEach((section, position) => {
    const heading = annotated.sentences[section.heading];
    // The document's title names its subject, not the force of every list in it.
    const isTitle =
      annotated.sections.length > 1 &&
      (section.title === annotated.document.title || (position === 0 && section.level === 1));
    const short = heading && heading.tokens.length <= LONGEST_HEADING && !isTitle;
    const giver = (short ? giverOf(heading) : undefined) ?? ofSection.get(section.parent);
    if (giver) ofSection.set(position, giver);
  });
  const ofStem = new Map<number, Giver>();
  for (const sentence of annotated.sentences) {
    if (sentence.stem >= 0 && !ofStem.has(sentence.stem)) {
      const giver = asBidden(giverOf(annotated.sentences[sentence.stem]), annotated.sentences[sentence.stem], rules);
      if (giver) ofStem.set(sentence.stem, giver);
    }
  }
  const audience = audienceOf(annotated, rules);
  return {
    ofSection,
    ofStem,
    runs: findRuns(annotated, rules.words),
    run: rules.runs[audience],
    isGuide: audience !== 'own',
    dated: rules.dated,
    words: rules.words,
  };
}

/** What a stem would undertake is a duty or advice where it says "must" or "should": "Applicants must take these steps:". */
function asBidden(giver: Giver | undefined, stem: Sentence | undefined, { runs }: ClaimRules): Giver | undefined {
  if (giver?.rule.kind !== 'commitment') return giver;
  const modal = stem?.tokens.find(({ tags }) => tags & Tag.modal)?.lower ?? '';
  const rule = modal === 'must' ? runs.required : modal === 'should' ? runs.recommended : giver.rule;
  return rule ? { ...giver, rule } : undefined;
}

/**
 * The claim of a bare item or imperative, by its stem, its heading or the run that it belongs to; or null.
 * @param isDue whether the sentence says by when: an imperative with a date of its own is an action of a plan
 */
export function forceOf(sentence: Sentence, forces: BareForces, isDue: boolean): Claim | null {
  const { tokens } = sentence;
  if (tokens.length < 2 || tokens.length > LONGEST_ACT) return null;
  // A label above a list of its own ("Phase 3 (2031 to 2032):") says nothing that could be done.
  if (tokens.at(-1)?.text === ':' && !tokens.some((token) => token.tags & Tag.verbal)) return null;
  const { words } = forces;
  const inRun = forces.runs.has(sentence);
  const isItem = isItemLike(sentence);
  const act = imperativeAt(tokens, !inRun && !isItem, words);
  // A line that begins small and is no item is the rest of another.
  const isRest = !isItem && sentence.stem < 0 && ((tokens[0]?.tags ?? 0) & (Tag.capital | Tag.punctuation)) === 0;
  if (isRest) return null;
  const imperative = act >= 0;
  if (!imperative && tokens.length > LONGEST_BARE) return null;
  if (tokens.at(-1)?.text === ':' && LEADING.has(tokens.at(-2)?.lower ?? '')) return null;
  const at = imperative ? act : opening(tokens);
  const first = tokens[at];
  const isVerbless = !hasFiniteVerb(tokens);
  const infinitive = first?.lower === 'to' && ((tokens[at + 1]?.tags ?? 0) & Tag.base) !== 0 && isVerbless;
  const gerund = first !== undefined && (first.tags & Tag.ing) !== 0 && !words.describing.has(first.lower);
  const bare = isItem && (imperative || infinitive || gerund || isVerbless);
  if (!imperative && !infinitive && !gerund && isStatement(tokens, at)) return null;
  const { run, isGuide } = forces;
  // "Action 3: Dredge the quay" says itself what it is, whatever heading it stands under.
  if (imperative && at > 1 && (isItem || isVerbless) && words.label.has(tokens[0]?.lower ?? '') && run)
    return claimOf({ rule: run, sentence: sentence.index }, sentence, true, at, words);
  const giver =
    bare || imperative ? (forces.ofStem.get(sentence.stem) ?? forces.ofSection.get(sentence.section)) : undefined;
  // Whose the acts are that a heading announces ("Key actions"), only the document can say.
  if (giver && isGuide && run && giver.rule.unowned && (imperative || gerund))
    return claimOf({ rule: run, sentence: sentence.index }, sentence, true, at, words);
  // What guidance measures ("Targets" / "Below 5 mmol") is a value for its readers to reach.
  const isValue = isGuide && giver?.rule.kind === 'aspiration' && !imperative && !infinitive;
  if (giver && !isValue) return claimOf(giver, sentence, imperative || infinitive, at, words);
  const isAction =
    imperative ||
    (isItem &&
      isVerbless &&
      !isGuide &&
      !forces.runs.isTold(sentence) &&
      (gerund ? tokens.length > 3 : tokens.length > 5 && forces.runs.isActionList(sentence)));
  const rule = inRun && isAction ? run : isDue && (imperative || infinitive) ? forces.dated : null;
  return rule && claimOf({ rule, sentence: sentence.index }, sentence, true, at, words);
}

/** Whether a line is a sentence of its own: it ends as one, and begins (at `at`, after a label) with the subject of a finite verb. */
const isStatement = (tokens: readonly Token[], at: number): boolean =>
  tokens.at(-1)?.text === '.' &&
  chainsOf(tokens).some(
    ({ form, subject, frame }) => form === 'finite' && subject?.from === at && frame.kind === 'main',
  );

function claimOf(
  { rule, sentence: giver }: Giver,
  sentence: Sentence,
  imperative: boolean,
  verb: number,
  words: ClauseWords,
): Claim {
  const measured = sentence.tokens.some((_, k) => isMeasure(sentence.tokens, k, words)) ? rule.measured : null;
  const force: Force | null = measured ?? (imperative ? rule.imperative : null);
  return {
    rule,
    kind: force?.kind ?? rule.kind,
    strength: force?.strength ?? rule.strength,
    sequence: alone(sentence),
    subject: { kind: 'none', from: 0, to: 0, relative: false },
    modal: verb,
    cueEnd: verb,
    end: verb,
    verb,
    source: 'heading',
    giver,
    scope: [0, sentence.tokens.length],
    antecedent: null,
    restart: null,
    isReported: false,
  };
}

/** Last words of a line that leaves what it says to its list: "Build ferries that:". */
const LEADING = new Set('that which to with the following below'.split(' '));
