/** Why a rule for what is said finds nothing in an example: what forbade it, or what it lacks. */
import { alone } from '../extract/claims/sequence.ts';
import { explainNear } from '../extract/explain/near-words.ts';
import { explainRefusals } from '../extract/explain/refusal-words.ts';
import { spansFor } from '../extract/spans.ts';
import { nearestRules } from '../rules/nearest.ts';
import type { PackFile } from '../rules/pack.ts';
import { type WrittenRules, writtenRules } from '../rules/sources.ts';
import type { Asked } from './verdict.ts';

/** @param sources the files of all packs as written, with their patterns */
export function whyNoClaim({ key, example }: Asked, sources: readonly PackFile[]): string[] {
  const packs = key.startsWith('heading/') ? ['heading'] : ['commitment', 'statement'];
  const { rules, lists } = writtenOnce(sources, packs);
  const rule = rules.get(key);
  const { commitments, statements } = example.findings();
  // What it found had other parts than those marked.
  const isFound = [...commitments, ...statements].some((record) => record.rules.includes(key));
  if (!rule || isFound) return [];
  const heard = example.heard();
  const spansOf = spansFor(heard.times());
  const asked = { rules: new Map([[key, rule]]), lists };
  const reasons = example.annotated.sentences.flatMap((sentence) => {
    const refused = explainRefusals(heard.refused.get(sentence.index) ?? [], { rules, lists });
    const own = refused.filter((its) => its.rule === key);
    if (own.length > 0) return own.flatMap(({ because, reason }) => [because, ...(REMEDIES[reason] ?? [])]);
    const ground = { tokens: sentence.tokens, spans: spansOf(alone(sentence)) };
    return nearestRules(asked, ground, 1)
      .filter(({ missing, veto }) => missing !== null || veto !== null)
      .map((near) => explainNear(near, sentence, lists).because);
  });
  return reasons.length > 0 ? [...new Set(reasons)] : ['none of the words that it is about stands there'];
}

/** The rules as written, by the files and packs that they come from: a pack of a thousand examples asks as often. */
const written = new WeakMap<readonly PackFile[], Map<string, WrittenRules>>();

function writtenOnce(sources: readonly PackFile[], packs: readonly string[]): WrittenRules {
  const known = written.get(sources) ?? new Map<string, WrittenRules>();
  written.set(sources, known);
  const name = packs.join();
  const its = known.get(name) ?? writtenRules(sources, packs);
  known.set(name, its);
  return its;
}

/** What the author of a rule can do about its refusal. */
const REMEDIES: Readonly<Record<string, readonly string[]>> = {
  overlapped: ['let the pattern begin where that rule begins: then this one comes first'],
  outranked: ['switch that rule off, or let it be replaced: see disable and replaces'],
  subject: ['say under subject: whom else the rule takes'],
};
