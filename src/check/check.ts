/** Rules → findings: what an author should mend in the commitments of one document. */
import type { Level } from '../model/fault.ts';
import type { Finding } from '../model/findings.ts';
import { withoutCount } from '../model/without-count.ts';
import { idGiver } from '../words/hash.ts';
import type { CheckRule, CheckRules } from './check-rules.ts';
import type { Checked, Draft } from './draft.ts';
import { examine, ownOf } from './examine.ts';
import { type Found, lexical } from './lexical.ts';

/** What decides the findings besides the document and the rules. */
export interface CheckOptions {
  /** Levels of rules by their ids, where they are not those of the pack; `off` leaves a rule out. */
  readonly levels?: Readonly<Record<string, Level | 'off'>>;
  /** ISO day from which deadlines are judged; none is unless given. */
  readonly asOf?: string | null;
}

/**
 * The findings about one document, in the order of the text and, at one place, of the rules. Linear in its records but
 * for the sorting.
 */
export function check(checked: Checked, rules: CheckRules, { levels = {}, asOf = null }: CheckOptions = {}): Finding[] {
  const levelOf = new Map<CheckRule, Level>();
  for (const rule of rules.rules) {
    const level = Object.hasOwn(levels, rule.id) ? levels[rule.id] : rule.level;
    if (level !== undefined && level !== 'off') levelOf.set(rule, level);
  }
  const run = [...levelOf.keys()];
  const worded = lexical(ownOf(checked.commitments), run, rules.set);
  const examined = examine(checked, asOf, worded.sayings);
  const judged = run.flatMap((rule): Found[] => [...(rule.judge?.(examined) ?? [])].map((draft) => ({ rule, draft })));
  const order = new Map(run.map((rule, place) => [rule, place]));
  const idOf = idGiver('f');
  return [...judged, ...worded.found]
    .sort((a, b) => compare(a.draft, b.draft) || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0))
    .map(({ rule, draft }) => finding(rule, levelOf.get(rule) ?? 'warning', draft, idOf));
}

/** By place in the text, and at one place by number. */
const compare = ({ commitment: a }: Draft, { commitment: b }: Draft): number =>
  a.evidence.start - b.evidence.start || Number(a.ref.slice(1)) - Number(b.ref.slice(1));

function finding(
  rule: CheckRule,
  level: Level,
  { commitment, time = null, message, related = [], values = [] }: Draft,
  idOf: (parts: readonly string[]) => string,
): Finding {
  const { id, ref, documentId, evidence } = commitment;
  return {
    // Without the number that tells equal commitments apart: it depends on how many stand before.
    id: idOf([rule.id, withoutCount(id), ...values]),
    rule: rule.id,
    level,
    documentId,
    commitmentId: id,
    timeId: time?.id ?? null,
    ref,
    message,
    evidence,
    related,
  };
}
