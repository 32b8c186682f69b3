/** conditional: what an undertaking depends on, where that leaves a way out. */
import type { Condition } from '../../model/report.ts';
import type { Draft, Examined } from '../draft.ts';

/** Commitments that hold only with somebody's approval, money or judgement; a condition of a stem is told once. */
export function* conditional({ own }: Examined): Generator<Draft> {
  const told = new Set<string>();
  for (const commitment of own) {
    const { conditions, evidence, stem } = commitment;
    const condition = conditions.find((its) => isWayOut(its) && !isOfAnother(its, evidence.quote));
    if (condition === undefined) continue;
    const key = `${(stem ?? evidence).start} ${condition.text}`;
    if (told.has(key)) continue;
    told.add(key);
    const { kind } = condition;
    const text = condition.text.replace(PAST_ITS_END, '$1');
    yield { commitment, message: kind === 'discretionary' ? `"${text}": who decides?` : `holds only "${text}"` };
  }
}

/** What is done where it is needed is done all the same. */
const OF_NEED = /\b(?:required|necessary|needed|need|applicable|relevant)\b/i;

/** A condition that runs on into the main clause: "as resources allow we would …". */
const PAST_ITS_END = /^(.{0,60}?\b(?:allows?|permits?|permitting)) (?:we|it|they|the)\b.*$/i;

/** What law and contracts say anyhow: their terms hold without anybody's will. */
const OF_TERMS =
  /^subject to (?:\w+ ){0,4}(?:obligations?|sections?|clauses?|paragraphs?|articles?|agreements?|terms|provisions?|laws?|acts?|regulations?|rules?|polic(?:y|ies)|conditions|limits|limitations|exceptions?)\b/i;
/** Words that only look like a condition: "provided with a key", "at the discretion of the chair". */
const NO_CONDITION =
  /^(?:provided|providing) (?:with|by|to|for|in|on|at|as|from|under|through)\b|^at the discretion of\b/i;
/** What the words before make a predicate: "becomes subject to", "where entitlement is conditional on". */
const PREDICATE =
  /\b(?:is|are|was|were|be|been|being|becom(?:e|es|ing)|made|remains?|if|where|reserves? the right(?: to)?,?) $/i;

/** Whether a condition is of something else than what is undertaken. */
function isOfAnother({ text }: Condition, quote: string): boolean {
  if (OF_TERMS.test(text) || NO_CONDITION.test(text)) return true;
  const at = quote.indexOf(text);
  return at > 0 && PREDICATE.test(quote.slice(Math.max(0, at - 24), at));
}

/** An event can be looked up afterwards; approval, money and judgement are in the hands of those who promise or decide. */
const isWayOut = ({ kind, text }: Condition): boolean =>
  (kind !== 'event' && !OF_NEED.test(text)) || /^(?:subject to|conditional (?:on|upon)|contingent)/i.test(text);
