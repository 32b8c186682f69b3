/** The verb chains of a token sequence: who does what in which clause, for whatever rule needs to know. */
import type { Chain, Frame, Phrase, Token, TokenRange } from '../model/annotated.ts';
import { frameOf, MAIN } from './frames/find.ts';
import { openedFrame } from './frames/openers.ts';
import { quotedFrame, quotedRanges } from './frames/quoted.ts';
import { accordingTo } from './frames/reported.ts';
import { verbGroups } from './groups/find.ts';
import type { Group } from './groups/group.ts';
import { possessorBefore } from './possessors.ts';
import { type Before, type FoundSubject, headOf, subjectBefore } from './subjects.ts';
import { Tag } from './tags.ts';

const known = new WeakMap<readonly Token[], Before>();

/**
 * The verb chains of a sentence (or of a stem and its item run together), from left to right; none overlaps another.
 * Worked out when first asked for. Linear in the tokens.
 */
export const chainsOf = (tokens: readonly Token[]): readonly Chain[] => read(tokens).chains;

function read(tokens: readonly Token[]): Before {
  let chains = known.get(tokens);
  if (!chains) {
    chains = build(tokens);
    known.set(tokens, chains);
  }
  return chains;
}

/** What is known of a word in its clause. */
export interface Place {
  /** The chain that the word belongs to, or null. */
  readonly chain: Chain | null;
  /** The subject of that chain; of a word outside all chains, the phrase right before it. */
  readonly subject: Phrase | null;
  /** Whether that subject is what a relative clause describes: "a plan which will …". */
  readonly isRelative: boolean;
  /** What the clause stands in, as far as the word that opens it says. */
  readonly frame: Frame;
}

/** Where a token of a sequence stands in its clause. */
export function placeOf(tokens: readonly Token[], at: number): Place {
  const before = read(tokens);
  const chain = chainAt(before.chains, at);
  if (chain && chain.form !== 'nominal') {
    const { subject, frame } = chain;
    return { chain, subject, isRelative: frame.kind === 'relative' && startsAtAntecedent(chain), frame };
  }
  const { phrase, relative } = subjectBefore(tokens, at, before);
  const frame = openedFrame(tokens, phrase?.from ?? at, before) ?? MAIN;
  return { chain, subject: phrase, isRelative: relative >= 0, frame };
}

/** Whether the subject of a relative clause is what it describes ("a plan which will …"), not a body of its own. */
const startsAtAntecedent = ({ subject, frame }: Chain): boolean =>
  frame.kind === 'relative' && subject !== null && subject.from === frame.antecedent?.[0];

/** The chain that a token belongs to, insertions included, or null. */
export function chainAt(chains: readonly Chain[], token: number): Chain | null {
  let low = 0;
  let high = chains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  const chain = chains[low];
  return chain && chain.from <= token ? chain : null;
}

/** A chain whose complement is known once the next chain is. */
interface Growing extends Omit<Chain, 'complement'> {
  complement: TokenRange | null;
}

function build(tokens: readonly Token[]): Before {
  const groups = verbGroups(tokens);
  const chains: Growing[] = [];
  const owner = new Uint32Array(tokens.length);
  groups.forEach((group, position) => {
    const found = subjectOf(tokens, group, chains, owner);
    const subject = found.phrase;
    const frame = frameOf(tokens, group, groups[position + 1], found, { chains, owner });
    const last = chains.at(-1);
    if (last) last.complement = complementOf(tokens, last, beginOf(group, subject, frame, last.to));
    chains.push({
      from: group.from,
      to: group.to,
      form: group.form,
      subject,
      modal: group.modal,
      negated: group.negated || isNone(tokens, subject),
      voice: group.voice,
      verbs: group.verbs,
      main: group.main,
      complement: null,
      clause: tokens[group.from]?.clause ?? 0,
      frame,
      sharesWith: found.sharesWith,
    });
    owner.fill(position + 1, group.from, group.to);
  });
  const last = chains.at(-1);
  if (last) last.complement = complementOf(tokens, last, tokens.length);
  return { chains: attributed(tokens, chains), owner };
}

function subjectOf(tokens: readonly Token[], group: Group, chains: readonly Chain[], owner: Uint32Array): FoundSubject {
  const alone = { phrase: null, relative: -1, sharesWith: -1 };
  if (group.after >= 0) return { ...alone, phrase: chains[group.after]?.subject ?? null, sharesWith: group.after };
  if (group.inverted) return { ...alone, phrase: toPhrase(tokens, group.inverted) };
  if (group.form === 'nominal') {
    const possessor = possessorBefore(tokens, group.from);
    return { ...alone, phrase: possessor ? toPhrase(tokens, possessor) : null };
  }
  if (group.form !== 'finite') return alone;
  return subjectBefore(tokens, group.from, { chains, owner });
}

const toPhrase = (tokens: readonly Token[], [from, to]: TokenRange) => ({ from, to, head: headOf(tokens, from, to) });

/** Where the clause of a chain begins that follows one which ends at `end`: at its opener, its subject or its verb. */
function beginOf(group: Group, subject: Phrase | null, frame: Frame, end: number): number {
  let begin = subject && subject.from >= end && subject.from < group.from ? subject.from : group.from;
  if (frame.kind === 'relative' && frame.antecedent) begin = Math.min(begin, frame.antecedent[1]);
  else if ('opener' in frame) begin = Math.min(begin, frame.opener);
  return Math.max(begin, end);
}

const NO_OF_ANY = new Set(['no', 'nobody', 'nothing', 'none', 'neither']);

/** "No library will …": a subject that is none of its kind. */
const isNone = (tokens: readonly Token[], subject: Phrase | null): boolean =>
  subject !== null && NO_OF_ANY.has(tokens[subject.from]?.lower ?? '');

/** Words that lead to the clause after them and to no noun. */
const LEADING = Tag.punctuation | Tag.conjunction | Tag.subordinator;

/** The words after a chain up to the end of its clause, at most `last`, without those that lead to what follows. */
function complementOf(tokens: readonly Token[], chain: Pick<Chain, 'main' | 'to'>, last: number): TokenRange | null {
  const clause = tokens[chain.main]?.clause;
  let end = chain.to;
  while (end < last && tokens[end]?.clause === clause && !ENDS.has(tokens[end]?.text ?? '')) end++;
  const isLed = end === last;
  while (end > chain.to && (tokens[end - 1]?.tags ?? 0) & (isLed ? LEADING : Tag.punctuation)) end--;
  return end > chain.to ? [chain.to, end] : null;
}

const ENDS = new Set([';', '"']);

/** Gives the chains in main clauses whose words are somebody else's the frame that says so. */
function attributed(tokens: readonly Token[], chains: readonly Chain[]): readonly Chain[] {
  const quotes = quotedRanges(tokens);
  const isAccording = tokens[0]?.lower === 'according';
  if (quotes.length === 0 && !isAccording) return chains;
  let place = 0;
  let frame: Frame | null = null;
  return chains.map((chain, position) => {
    while ((quotes[place]?.[1] ?? Number.POSITIVE_INFINITY) <= chain.main) {
      place++;
      frame = null;
    }
    if (chain.frame.kind !== 'main') return chain;
    const quote = quotes[place];
    if (quote && quote[0] <= chain.main) {
      frame ??= quotedFrame(tokens, quote, chains, position);
      return { ...chain, frame };
    }
    const cited = isAccording ? accordingTo(tokens, chain) : null;
    return cited ? { ...chain, frame: cited } : chain;
  });
}
