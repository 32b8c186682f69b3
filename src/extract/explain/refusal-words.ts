/** Says in a sentence why a match gave no record. */
import type { ExplainedRefusal } from '../../model/explanation.ts';
import type { WrittenRules } from '../../rules/sources.ts';
import type { Reason, Refused } from '../claims/trace.ts';
import { SUBJECTS, takenWords, wordsOf } from './words.ts';

/** The refusals of a sentence, each told once: undertakings first, and of them those that say most. */
export function explainRefusals(refused: readonly Refused[], { rules }: WrittenRules): ExplainedRefusal[] {
  const told = new Set<string>();
  return [...refused]
    .sort(
      (a, b) =>
        Number(a.rule.strength === null) - Number(b.rule.strength === null) ||
        ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
        a.from - b.from,
    )
    .flatMap((one): ExplainedRefusal[] => {
      const matched = wordsOf(one.sequence, one.from, one.to);
      const key = `${one.rule.key} ${one.reason} ${matched}`;
      if (told.has(key)) return [];
      told.add(key);
      return [
        {
          rule: one.rule.key,
          description: rules.get(one.rule.key)?.description ?? null,
          kind: one.rule.kind,
          strength: one.rule.strength,
          matched,
          start: one.sequence.tokens[one.from]?.start ?? one.sequence.sentence.start,
          reason: one.reason,
          because: because(one),
        },
      ];
    });
}

/** From what says something of the sentence to what only says which of two rules was taken. */
const ORDER: readonly Reason[] = [
  'open-stem', 'question', 'subordinate', 'below-modal', 'noun', 'relative', 'subject', 'row', 'stem-ends', 'inherited', 'list', 'repeated', 'overlapped', 'outranked',
]; // biome-ignore format: a list

function because(refused: Refused): string {
  const { rule, sequence, subject, reason, rival, from } = refused;
  const named = wordsOf(sequence, subject.from, subject.to);
  const before = sequence.tokens[(subject.kind === 'none' ? from : subject.from) - 1]?.text ?? '';
  switch (reason) {
    case 'subject': {
      const is = named === '' ? 'it has no subject' : `its subject "${named}" is ${SUBJECTS[subject.kind]}`;
      return rule.subject
        ? `${is}; the rule takes ${takenWords(rule.subject)}`
        : `${is}, of which nothing is undertaken`;
    }
    case 'subordinate':
      return before === ''
        ? 'it stands in a subordinate clause, which promises nothing'
        : `it stands in a clause opened by "${before}", which asks, conditions, expects or compares and promises nothing`;
    case 'below-modal':
      return 'a modal before it ("may", "could", "should") decides the force of the whole';
    case 'noun':
      return `"${sequence.tokens[from]?.text ?? ''}" is a noun or a participle there, not what somebody does`;
    case 'relative':
      return named === ''
        ? 'it stands in a relative clause, which describes'
        : `it stands in a relative clause, which only describes "${named}"`;
    case 'outranked':
      return `${rival?.key ?? 'another rule'} holds at the same words and stands earlier`;
    case 'overlapped':
      return `its words lie within those of ${rival?.key ?? 'another finding'}`;
    case 'question':
      return 'the sentence is a question';
    case 'open-stem':
      return 'the sentence only introduces a list: its items carry the finding';
    case 'stem-ends':
      return 'the sentence that introduces the list is complete without this item';
    case 'inherited':
      return `the item takes its force from the sentence that introduces the list (${rival?.key ?? 'another rule'})`;
    case 'row':
      return `the table row is read as a whole (${rival?.key ?? 'another rule'})`;
    case 'list':
      return `the force of its list or heading counts more (${rival?.key ?? 'another rule'})`;
    case 'repeated':
      return `the sentence makes one ${rule.kind}, however many verbs it does it with`;
  }
}
