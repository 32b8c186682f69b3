/** Finds the rules that come nearest to matching a sentence, and what each of them lacks. */
import { Tag } from '../annotate/tags.ts';
import type { Token } from '../model/annotated.ts';
import type { Range } from './captures.ts';
import type { Lists } from './lists.ts';
import type { Pattern } from './pattern.ts';
import { type Ground, isSolid, type Reach, Reaches } from './reach.ts';
import type { WrittenPattern, WrittenRule, WrittenRules } from './sources.ts';

/** A rule that nearly matched a sentence. */
export interface Near {
  readonly rule: WrittenRule;
  readonly pattern: WrittenPattern;
  /** The elements that matched, with their words. */
  readonly matched: readonly { readonly element: Pattern; readonly range: Range }[];
  /** What was missing first; null where all of the pattern stands there. */
  readonly missing: Missing | null;
  /** What forbade a match of the whole pattern; null where nothing did. */
  readonly veto: Veto | null;
}

/** An element that could not be matched, and where it was looked for. */
export interface Missing {
  readonly element: Pattern;
  /** Whether it was to follow what matched, or to stand before it. */
  readonly side: 'after' | 'before';
  /** The token beside which it was looked for: the last or first that matched. */
  readonly beside: number;
  /** Most words that might have stood between. */
  readonly within: number;
  /** Where it does stand, too far off or in another clause; null where it does not stand on that side at all. */
  readonly elsewhere: Range | null;
}

/** A pattern of a rule that decides whether its matches count. */
export interface Veto {
  /** `except`: it overlaps the match; `unless`: it stands in the sentence; `with`: none of those asked for does. */
  readonly how: 'except' | 'unless' | 'with';
  readonly pattern: string;
  /** Where it stands; null for `with`, which is absent. */
  readonly range: Range | null;
}

/** What the words of a run must weigh at least for a rule to be near. */
const LEAST = 2;
/** What a run must weigh once what is missing is taken off. */
const NEAR = 1.5;
/** What it weighs that the words are missing which a rule is about: those that it names first. */
const CUE = 2;
/** What it weighs that all of a rule stands in a sentence. */
const VETOED = 100;

/**
 * The rules nearest to a sentence, the nearest first: those that a veto kept back, then those of which the most telling
 * words stand there. A rule of which only function words stand there is not near.
 */
export function nearestRules({ rules, lists }: WrittenRules, given: Omit<Ground, 'lists'>, most: number): Near[] {
  const ground = { ...given, lists };
  const reaches = new Reaches(ground);
  const found: { readonly near: Near; readonly weight: number }[] = [];
  const words = new Set(given.tokens.map(({ lower }) => lower));
  for (const rule of rules.values()) {
    let best: { readonly near: Near; readonly weight: number } | null = null;
    for (const pattern of rule.match) {
      if (!isMentioned(pattern.pattern, words, lists)) continue;
      for (const reach of reaches.of(pattern.pattern)) {
        const weight = weightOf(reach, ground.tokens);
        if (weight < NEAR || (best && weight <= best.weight)) continue;
        const near = nearOf(rule, pattern, reach, reaches, ground);
        // What only a veto kept back is nearer than anything that lacks a word.
        best = { near, weight: near.veto && near.veto.how !== 'with' ? weight + VETOED : weight };
      }
    }
    if (best) found.push(best);
  }
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ near }) => near);
}

/** The words and stems that patterns ask for, the function words among them. */
const literals = new WeakMap<Pattern, { readonly words: Set<string>; readonly stems: Set<string> }>();

/** Whether any word that a pattern asks for is among those of a sentence: most patterns have none there. */
function isMentioned(pattern: Pattern, words: ReadonlySet<string>, lists: Lists): boolean {
  let known = literals.get(pattern);
  if (!known) {
    known = { words: new Set(), stems: new Set() };
    collect(pattern, lists, known.words, known.stems);
    literals.set(pattern, known);
  }
  for (const word of words) {
    if (known.words.has(word)) return true;
    for (const stem of known.stems) if (word.startsWith(stem)) return true;
  }
  return false;
}

function collect(pattern: Pattern, lists: Lists, words: Set<string>, stems: Set<string>): void {
  switch (pattern.kind) {
    case 'word':
      (pattern.stem ? stems : words).add(pattern.word.toLowerCase());
      return;
    case 'list':
      for (const member of lists(pattern.name)) collect(member, lists, words, stems);
      return;
    case 'capture':
    case 'optional':
      collect(pattern.inner, lists, words, stems);
      return;
    case 'choice':
      for (const option of pattern.options) collect(option, lists, words, stems);
      return;
    case 'sequence':
      for (const part of pattern.parts) collect(part, lists, words, stems);
      return;
    default:
      return;
  }
}

/** What forbids a match of a rule at `from`…`to`, in the order in which the engine asks; null where nothing does. */
export function vetoOf(rule: WrittenRule, [from, to]: Range, reaches: Reaches, length: number): Veto | null {
  for (const { text, pattern } of rule.unless) {
    const range = reaches.overlapping(pattern, 0, length);
    if (range) return { how: 'unless', pattern: text, range };
  }
  const isAsked = rule.with.length > 0;
  if (isAsked && !rule.with.some(({ pattern }) => reaches.overlapping(pattern, 0, length)))
    return { how: 'with', pattern: rule.with.map(({ text }) => text).join(' | '), range: null };
  for (const { text, pattern } of rule.except) {
    const range = reaches.overlapping(pattern, from, to);
    if (range) return { how: 'except', pattern: text, range };
  }
  return null;
}

function nearOf(rule: WrittenRule, pattern: WrittenPattern, reach: Reach, reaches: Reaches, ground: Ground): Near {
  const { elements, first, ranges } = reach;
  const matched = ranges.flatMap((range, i) => {
    const element = elements[first + i];
    return element && range[1] > range[0] && isSolid(element) ? [{ element, range }] : [];
  });
  const whole: Range = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
  const missing = missingOf(reach, whole, reaches, ground);
  const veto = missing ? null : vetoOf(rule, whole, reaches, ground.tokens.length);
  return { rule, pattern, matched, missing, veto };
}

/** The first element after a run that is not there; of a run that goes to the end, the one before it. */
function missingOf({ elements, first, last }: Reach, whole: Range, reaches: Reaches, ground: Ground): Missing | null {
  const after = elements.findIndex((element, i) => i >= last && isAsked(element));
  const at = after >= 0 ? after : elements.slice(0, first).findLastIndex(isAsked);
  const element = elements[at];
  if (!element) return null;
  const side = after >= 0 ? 'after' : 'before';
  const [from, to] = side === 'after' ? [last, at] : [at + 1, first];
  const within = elements.slice(from, to).reduce((sum, its) => sum + roomOf(its), 0);
  const { length } = ground.tokens;
  const elsewhere = !isSolid(element)
    ? null
    : side === 'after'
      ? reaches.overlapping(element, whole[1], length)
      : reaches.overlapping(element, 0, whole[0]);
  const isOnSide = elsewhere && (side === 'after' ? elsewhere[0] >= whole[1] : elsewhere[1] <= whole[0]);
  return {
    element,
    side,
    beside: side === 'after' ? whole[1] - 1 : whole[0],
    within,
    elsewhere: isOnSide ? elsewhere : null,
  };
}

/** Whether a match cannot do without an element. */
const isAsked = (element: Pattern): boolean => isSolid(element) || element.kind === 'edge';

/** Words that an element lets stand between its neighbours. */
const roomOf = (element: Pattern): number =>
  element.kind === 'gap' ? element.most : element.kind === 'optional' ? roomOf(element.inner) : 0;

const FUNCTION =
  Tag.determiner | Tag.preposition | Tag.conjunction | Tag.pronoun | Tag.punctuation | Tag.be | Tag.have | Tag.do |
  Tag.number | Tag.adverb | Tag.wh | Tag.subordinator; // biome-ignore format: a list

/** How telling the words of a run are: the more of a rule stands there, and the rarer its words, the nearer it is. */
function weightOf({ elements, first, last, ranges }: Reach, tokens: readonly Token[]): number {
  let weight = 0;
  let literal = 0;
  for (let i = first; i < last; i++) {
    const element = elements[i];
    const [from, to] = ranges[i - first] ?? [0, 0];
    if (!element || to <= from) continue;
    const isKind = isKindOnly(element);
    let its = 0;
    // Words that stand in a gap are nobody's.
    const end = hasGap(element) ? from + 1 : to;
    for (let k = from; k < end; k++) its = Math.max(its, isKind ? 0.75 : wordWeight(tokens[k]));
    if (element.kind === 'gap') its = 0;
    if (!isKind) literal = Math.max(literal, its);
    weight += its;
  }
  const lacks = elements.filter((element, i) => isAsked(element) && (i < first || i >= last)).length;
  const cue = elements.findIndex(({ kind }) => kind === 'capture');
  const lacksCue = cue >= 0 && (cue < first || cue >= last);
  return literal < LEAST ? 0 : weight - lacks / 2 - (lacksCue ? CUE : 0);
}

function wordWeight(token: Token | undefined): number {
  if (!token) return 0;
  if (token.tags & Tag.modal) return 2;
  if (token.tags & Tag.negation) return 1.5;
  return token.tags & FUNCTION ? 1 : 3;
}

function hasGap(element: Pattern): boolean {
  switch (element.kind) {
    case 'gap':
      return true;
    case 'capture':
    case 'optional':
      return hasGap(element.inner);
    case 'choice':
      return element.options.some(hasGap);
    case 'sequence':
      return element.parts.some(hasGap);
    default:
      return false;
  }
}

/** Whether an element asks for a kind of word and not for words. */
function isKindOnly(element: Pattern): boolean {
  switch (element.kind) {
    case 'span':
    case 'gap':
    case 'edge':
      return true;
    case 'capture':
    case 'optional':
      return isKindOnly(element.inner);
    case 'choice':
      return element.options.some(isKindOnly);
    default:
      return false;
  }
}
