/** Why a rule for times or amounts finds nothing in an example: another rule was there first, or what it lacks. */
import { compiled } from '../extract/compiled.ts';
import { explainNear } from '../extract/explain/near-words.ts';
import { findAmounts, spansOfAmounts } from '../extract/quantities/amounts.ts';
import { quantitySpans } from '../extract/quantities/find.ts';
import { parseTimes } from '../extract/times/parse/parse.ts';
import { indexShapes } from '../extract/times/parse/shape-index.ts';
import { spansOf } from '../extract/times/parse/spans.ts';
import { findShapes } from '../extract/times/shapes/shapes.ts';
import type { Sentence } from '../model/annotated.ts';
import type { Spans } from '../rules/matcher.ts';
import { nearestRules } from '../rules/nearest.ts';
import type { PackFile } from '../rules/pack.ts';
import { writtenRules } from '../rules/sources.ts';
import type { Asked } from './verdict.ts';

/**
 * @param sources the files of all packs as written, with their patterns
 * @param isAsMarked whether all that is marked was found, though not by the rule
 */
export function whyNoMeasure(asked: Asked, sources: readonly PackFile[], isAsMarked: boolean): string[] {
  if (isAsMarked)
    return ['all that is marked is found already, by the rules that stand behind it: this one is not needed'];
  const { key, example, file } = asked;
  const { rules, lists } = writtenRules(sources, [file.pack]);
  const rule = rules.get(key);
  if (!rule) return [];
  const alone = { rules: new Map([[key, rule]]), lists };
  const reasons = example.annotated.sentences.flatMap((sentence) => {
    const ground = { tokens: sentence.tokens, spans: spansIn(sentence, asked) };
    return nearestRules(alone, ground, 1).map((near) =>
      near.missing === null && near.veto === null
        ? 'all of its words stand there: see that the mark holds all that the pattern takes, and its value, as found'
        : explainNear(near, sentence, lists).because,
    );
  });
  return reasons.length > 0 ? [...new Set(reasons)] : ['none of the words that it is about stands there'];
}

/** What the patterns of the pack may name in a sentence. */
function spansIn(sentence: Sentence, { example, rules, file }: Asked): Spans {
  const { times, quantities } = compiled(rules, []);
  const { tokens } = sentence;
  if (file.pack === 'time')
    return spansOf(
      tokens,
      parseTimes(sentence, times, 'dmy'),
      indexShapes(findShapes(sentence, times.numbers, 'dmy')).spans,
    );
  const own = example.times().filter((time) => time.sentence === sentence.index);
  const timex = new Map(own.map(({ from, to }) => [from, to]));
  const { numbers, byKind, spans } = quantitySpans(sentence, timex, quantities);
  byKind.amount = spansOfAmounts(findAmounts(sentence, numbers, spans, quantities));
  return spans;
}
