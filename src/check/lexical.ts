/** Rules of words alone: patterns that are looked for in a part of each commitment. */
import { wordsOfQuote } from '../annotate/quote.ts';
import type { Token } from '../model/annotated.ts';
import type { Commitment } from '../model/report.ts';
import type { Match, RuleSet } from '../rules/engine.ts';
import type { CheckRule } from './check-rules.ts';
import type { Draft, Examined } from './draft.ts';

/** What a rule found. */
export interface Found {
  readonly rule: CheckRule;
  readonly draft: Draft;
}

/** The parts of a commitment that rules look at, by the name that packs give them (`at`). */
const PARTS: Readonly<Record<string, (commitment: Commitment) => string>> = {
  action: ({ action }) => action.text,
  sentence: ({ evidence }) => evidence.quote,
};

/** No spans are known in words that stand by themselves. */
const NO_SPANS = new Map<string, never>();

/** A finding for each commitment and rule whose words stand in it, with the first of them. */
export function* lexical(examined: Examined, rules: readonly CheckRule[], set: RuleSet): Generator<Found> {
  const byId = new Map(rules.filter(({ judge }) => judge === null).map((rule) => [rule.id, rule]));
  if (byId.size === 0) return;
  for (const commitment of examined.own) {
    const told = new Set<string>();
    for (const [part, textOf] of Object.entries(PARTS)) {
      const text = textOf(commitment);
      const quote = wordsOfQuote(text);
      for (const match of set.match(quote, NO_SPANS, 0)) {
        const { id, at = 'sentence' } = match.rule.source;
        const rule = byId.get(id);
        if (at !== part || rule === undefined || told.has(id)) continue;
        told.add(id);
        const words: Readonly<Record<string, string>> = {
          words: wordsOf(match, quote.tokens, text),
          cue: commitment.cue.text,
        };
        const message = rule.message.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
        yield { rule, draft: { at: { commitment }, message } };
      }
    }
  }
}

/** The words of the capture `words`, or of the whole match. */
function wordsOf({ from, to, captures }: Match, tokens: readonly Token[], text: string): string {
  const [first, end] = captures.get('words') ?? [from, to];
  const last = tokens[end - 1];
  return last === undefined ? '' : text.slice(tokens[first]?.at ?? 0, last.at + last.text.length);
}
