/** Joins what was parsed, placed and decided of a time expression into a finding. */
import { has, Tag } from '../../annotate/tags.ts';
import type { Sentence } from '../../model/annotated.ts';
import type { TimeFinding } from './finding.ts';
import type { Item } from './item.ts';
import type { Resolution } from './resolve/placement.ts';
import type { Decision } from './roles.ts';
import { noteLength } from './shapes/noted-years.ts';

/** The preposition before an expression, where one stands right before it; else its own first token. */
function governor({ tokens }: Sentence, from: number): number {
  const before = tokens[from - 1];
  return before && has(before.tags, Tag.preposition) && before.lower !== 'of' && before.lower !== 'like'
    ? from - 1
    : from;
}

export function finish(sentence: Sentence, item: Item, resolution: Resolution, decision: Decision): TimeFinding {
  const first = sentence.tokens[item.from];
  const last = sentence.tokens[item.to - 1];
  const at = first?.at ?? 0;
  const note = item.term.kind === 'date' ? noteLength(last?.text ?? '') : 0;
  const end = last ? last.at + (sentence.text.charAt(last.at) === '…' ? 1 : last.text.length - note) : at;
  return {
    text: sentence.text.slice(at, end),
    span: { start: first?.start ?? sentence.start, end: last ? last.end - note : sentence.start },
    type: resolution.type,
    value: resolution.value,
    start: decision.start,
    end: decision.end,
    precision: resolution.precision,
    role: decision.role,
    relation: decision.relation,
    calendar: resolution.calendar,
    recurrence: resolution.recurrence,
    vagueness: decision.vagueness,
    anchor: resolution.anchor,
    resolved:
      resolution.resolved &&
      (decision.start !== null || decision.end !== null || resolution.type === 'SET' || resolution.cell !== null),
    rules: item.cue ? [...item.rules, item.cue.rule.key] : [...item.rules],
    sentence: sentence.index,
    from: item.from,
    to: item.to,
    wideFrom: Math.min(item.cue?.from ?? item.from, governor(sentence, item.from)),
  };
}
