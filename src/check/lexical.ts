/** Rules of words alone: patterns that are looked for in a part of each commitment. */
import { wordsOfQuote } from '../annotate/quote.ts';
import type { Token } from '../model/annotated.ts';
import type { Commitment } from '../model/report.ts';
import type { Match, RuleSet } from '../rules/engine.ts';
import type { CheckRule } from './check-rules.ts';
import type { Draft, Saying } from './draft.ts';

/** What a rule found. */
export interface Found {
  readonly rule: CheckRule;
  readonly draft: Draft;
}

/** What the words of commitments come to. */
interface Worded {
  readonly found: readonly Found[];
  /** What they say to other rules, by the ids of the commitments. */
  readonly sayings: ReadonlyMap<string, ReadonlyMap<Saying, string>>;
}

/** The parts of a commitment that rules look at, by the name that packs give them (`at`). */
const PARTS: Readonly<Record<string, (commitment: Commitment) => string>> = {
  action: wholeAction,
  sentence: ({ evidence }) => evidence.quote,
};

/** Most characters between "will" and the verb: "will, with our partners, significantly reduce". */
const MOST_BETWEEN = 40;

/** What is to be done, with the adverbs before its verb, which records leave out: "significantly reduce fares". */
function wholeAction({ action, cue, evidence: { quote } }: Commitment): string {
  const [modal = ''] = cue.text.split(' ', 1);
  const from = quote.indexOf(cue.text) + modal.length;
  const at = quote.indexOf(action.text.slice(0, 24), from);
  const between = at < 0 ? '' : quote.slice(from, at).replace(/^ (?:to |not )?/, '');
  return /^[ \w-]*$/.test(between) && between.length <= MOST_BETWEEN ? between + action.text : action.text;
}

/** No spans are known in words that stand by themselves. */
const NO_SPANS = new Map<string, never>();

/**
 * For each commitment and rule the first words that the rule finds in it.
 * @param rules those that are run; the others' words are passed over
 */
export function lexical(commitments: readonly Commitment[], rules: readonly CheckRule[], set: RuleSet): Worded {
  const byId = new Map(rules.filter(({ judge }) => judge === null).map((rule) => [rule.id, rule]));
  const found: Found[] = [];
  const sayings = new Map<string, Map<Saying, string>>();
  /** Words that were told of the sentence that is gone through: its commitments may share them. */
  let sentence = -1;
  let said = new Set<string>();
  for (const commitment of commitments) {
    if (commitment.evidence.start !== sentence) said = new Set();
    sentence = commitment.evidence.start;
    const told = new Set<string>();
    for (const [part, textOf] of Object.entries(PARTS)) {
      const text = textOf(commitment);
      const quote = wordsOfQuote(text);
      for (const match of set.match(quote, NO_SPANS, 0)) {
        const { id, at = 'sentence' } = match.rule.source;
        const rule = byId.get(id);
        if (at !== part || rule === undefined || told.has(id)) continue;
        if (rule.isForVague && commitment.targets.length > 0) continue;
        told.add(id);
        const words = wordsOf(match, quote.tokens, text);
        if (rule.says !== null) {
          sayings.set(commitment.id, (sayings.get(commitment.id) ?? new Map()).set(rule.says, words));
          continue;
        }
        const message = messageOf(rule, words, commitment);
        const key = `${id} ${message}`;
        if (said.has(key)) continue;
        said.add(key);
        found.push({ rule, draft: { commitment, message } });
      }
    }
  }
  return { found, sayings };
}

/** The rule's message with the words; `{said}` has the words before them that make them a promise: "will explore". */
function messageOf({ message }: CheckRule, words: string, { cue, evidence }: Commitment): string {
  const whole = `${cue.text} ${words}`;
  const filled: Readonly<Record<string, string>> = { words, said: evidence.quote.includes(whole) ? whole : words };
  return message.replace(/\{(\w+)\}/g, (all, name: string) => filled[name] ?? all);
}

/** The words of the capture `words`, or of the whole match. */
function wordsOf({ from, to, captures }: Match, tokens: readonly Token[], text: string): string {
  const [first, end] = captures.get('words') ?? [from, to];
  const last = tokens[end - 1];
  return last === undefined ? '' : text.slice(tokens[first]?.at ?? 0, last.at + last.text.length);
}
