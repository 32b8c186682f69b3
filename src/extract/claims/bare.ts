/** Gives bare items (imperatives, gerunds, noun phrases) the force of the heading or stem above them. */
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import type { Claim, ClaimRule, Force } from './claim.ts';
import { isMeasure } from './measure.ts';
import type { ClaimRules } from './rules.ts';
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
  /** Sections that hold a run of imperatives, and the rule for such runs. */
  readonly runs: ReadonlySet<number>;
  /** Stems whose items complete their clause ("The chair may:"), so that no item is an imperative. */
  readonly open: ReadonlySet<number>;
  readonly run: ClaimRule | null;
  /** The rule for an imperative with a date of its own, or null. */
  readonly dated: ClaimRule | null;
}

/** Longest heading that passes on a force, in words: longer ones are titles or prose. */
const LONGEST_HEADING = 10;
/** Longest bare item, in words: longer ones are prose. */
const LONGEST_BARE = 60;
/** How many imperatives within one section make an action list. */
const RUN = 3;
/** How many imperatives, and what share of all passages, make a document an action plan. */
const PLAN = 6;
const PLAN_SHARE = 0.15;

/** Headings above what a body may do, or by what it is judged: lists that say what is open to it, not what it will do. */
const POWERS = /^(?:[\d.]+ )?(?:general )?(?:powers?|functions|eligibility|criteria|definitions)\b/i;

/** Words after which an item completes a clause that says what may or can be done. */
const OPENING_WORDS = new Set('may can could might to'.split(' '));

/** Whether a stem leaves its clause to its items: "The chair may:", "Members have the power to:". */
function isOpen(stem: Sentence | undefined): boolean {
  const last = stem?.tokens.findLast((token) => !(token.tags & Tag.punctuation));
  return last !== undefined && OPENING_WORDS.has(last.lower);
}

/** Reads the force of every heading and list stem, and finds the runs of imperatives. */
export function bareForces(annotated: Annotated, rules: ClaimRules): BareForces {
  const giverOf = (sentence: Sentence | undefined): Giver | undefined => {
    const match = sentence && rules.headings.match(sentence, new Map()).at(0);
    const rule = match && rules.facts.get(match.rule.key);
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
  const open = new Set<number>();
  /** Section → how many imperatives it holds. */
  const bySection = new Map<number, number>();
  for (const sentence of annotated.sentences) {
    if (sentence.stem >= 0 && !ofStem.has(sentence.stem)) {
      const giver = giverOf(annotated.sentences[sentence.stem]);
      if (giver) ofStem.set(sentence.stem, giver);
      else if (isOpen(annotated.sentences[sentence.stem])) open.add(sentence.stem);
    }
    if (sentence.kind !== 'heading' && !open.has(sentence.stem) && isImperative(sentence.tokens, true))
      bySection.set(sentence.section, (bySection.get(sentence.section) ?? 0) + 1);
  }
  const count = [...bySection.values()].reduce((sum, its) => sum + its, 0);
  const passages = annotated.sentences.filter((sentence) => sentence.kind !== 'heading').length;
  // A document that is an action plan throughout is one run, however short its sections.
  const isPlan = count >= PLAN && count >= PLAN_SHARE * passages;
  const runs = new Set(
    isPlan
      ? annotated.sentences.map((sentence) => sentence.section)
      : [...bySection].filter(([, its]) => its >= RUN).map(([section]) => section),
  );
  annotated.sections.forEach(({ title, parent }, position) => {
    if (POWERS.test(title) || POWERS.test(annotated.sections[parent]?.title ?? '')) runs.delete(position);
  });
  return { ofSection, ofStem, runs, open, run: rules.run, dated: rules.dated };
}

/**
 * The claim of a bare item or imperative, by its stem, its heading or the run that it belongs to; or null.
 * @param isDue whether the sentence says by when: an imperative with a date of its own is an action of a plan
 */
export function forceOf(sentence: Sentence, forces: BareForces, isDue: boolean): Claim | null {
  const { tokens } = sentence;
  if (tokens.length < 2 || tokens.length > LONGEST_BARE) return null;
  const inRun = forces.runs.has(sentence.section) && !forces.open.has(sentence.stem);
  const isItem = sentence.kind === 'item';
  const imperative = isImperative(tokens, !inRun && !isItem);
  const at = opening(tokens);
  const first = tokens[at];
  const infinitive = first?.lower === 'to' && ((tokens[at + 1]?.tags ?? 0) & Tag.base) !== 0 && !hasFiniteVerb(tokens);
  const gerund = first !== undefined && (first.tags & Tag.ing) !== 0 && !ADJECTIVAL.has(first.lower);
  const bare = isItem && (imperative || infinitive || gerund || !hasFiniteVerb(tokens));
  // "Action 3: Dredge the quay" says itself what it is, whatever heading it stands under.
  if (imperative && at > 1 && (isItem || !hasFiniteVerb(tokens)) && LABELS.has(tokens[0]?.lower ?? '') && forces.run)
    return claimOf({ rule: forces.run, sentence: sentence.index }, sentence, true, at);
  const giver =
    bare || imperative ? (forces.ofStem.get(sentence.stem) ?? forces.ofSection.get(sentence.section)) : undefined;
  if (giver) return claimOf(giver, sentence, imperative || infinitive, at);
  const isAction = imperative || (isItem && gerund && tokens.length > 3 && !hasFiniteVerb(tokens));
  const rule = inRun && isAction ? forces.run : isDue && (imperative || infinitive) ? forces.dated : null;
  return rule && claimOf({ rule, sentence: sentence.index }, sentence, true, at);
}

function claimOf({ rule, sentence: giver }: Giver, sentence: Sentence, imperative: boolean, verb: number): Claim {
  const measured = sentence.tokens.some((_, k) => isMeasure(sentence.tokens, k)) ? rule.measured : null;
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
  };
}

/** Words in -ing that describe a noun more often than they name an act. */
const ADJECTIVAL = new Set(
  'existing guiding following according including remaining emerging ongoing leading growing outstanding during'.split(
    ' ',
  ),
);

/** Labels before a colon that make what follows an undertaking. */
const LABELS = new Set('action strategy measure commitment pledge initiative deliverable'.split(' '));

/** Verbs with which a text speaks to its reader, not of what anybody undertakes. */
const TO_READER = new Set(
  'see note consider remember contact click read let please refer imagine suppose recall assume ask visit check compare'.split(
    ' ',
  ),
);

/** Letters that bullet fonts leave behind when their glyphs are read as text. */
const BULLET = /^(?:[nzoqluv]{1,2}|[^\p{L}\p{N}])$/u;

/** Where the sentence proper begins: after a stray bullet and after a short label ("Schools: …", "Website – …"). */
function opening(tokens: readonly Token[]): number {
  let at = 0;
  while (at < 2 && BULLET.test(tokens[at]?.text ?? '')) at++;
  for (let k = at + 1; k < Math.min(tokens.length - 2, at + 6); k++) {
    const token = tokens[k];
    if (token?.text === ':' || (token?.text === '–' && token.spaced)) return k + 1;
    if (token && token.tags & Tag.punctuation) break;
  }
  return at;
}

/**
 * Whether a sentence begins with an imperative that does not address the reader. A `sure` one begins with a base form
 * that is a verb far more often than a noun; in a run of those, others are imperatives too ("Support …", "Use …").
 */
function isImperative(tokens: readonly Token[], sure: boolean): boolean {
  let at = opening(tokens);
  const adverb = tokens[at];
  if (adverb && adverb.tags & Tag.adverb && !(adverb.tags & Tag.base)) at++;
  const first = tokens[at];
  const second = tokens[at + 1];
  if (!first || !second || tokens.length - at < 3 || first.tags & Tag.third || TO_READER.has(first.lower)) return false;
  const isSure = (first.tags & (Tag.verbal | Tag.base)) === (Tag.verbal | Tag.base);
  if (sure ? !isSure : !(first.tags & Tag.base)) return false;
  // "Land information is held on paper": a finite verb soon after makes a doubtful first word a noun.
  const finite = Tag.be | Tag.modal | Tag.have | Tag.third;
  const soon = tokens.slice(at + 1, at + 7);
  if (!isSure && soon.some((token) => token.tags & finite && !(token.tags & Tag.subordinator))) return false;
  if (second.text === ':') return false;
  return !tokens.some((token) => token.lower === 'you' || token.lower === 'your');
}

const hasFiniteVerb = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => (token.tags & (Tag.modal | Tag.be | Tag.have | Tag.do)) !== 0 && !(token.tags & Tag.ing));
